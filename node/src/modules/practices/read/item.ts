import type { Kernel } from '../../../kernel/kernel.ts';
import type { Version } from '../../../kernel/log/history.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import type { Provenance } from '../../../kernel/web/page.ts';
import type { Adoption } from '../adoption.ts';
import type { Practice } from '../practice.ts';
import { type AdoptionRow, adoptionsOf, readAdoption } from './adoptions.ts';
import { adoptionVersions, practiceVersions } from './history.ts';
import { type PracticeDetail, practiceAt, readPractice } from './practice.ts';

/** Versions that the aside of a page shows; the history has all. */
const RECENT = 4;

export interface PracticeItem {
  practice: PracticeDetail;
  provenance: Provenance | null;
  adoptions: AdoptionRow[];
  versions: Version<Practice>[];
}

/** A practice with who checked it, who adopted it and how it changed. */
export async function loadPractice(
  kernel: Kernel,
  host: string | null,
  id: string,
): Promise<PracticeItem | null> {
  const practice = await readPractice(kernel, host, id);
  if (practice === null) return null;
  const [adoptions, versions, provenance] = await Promise.all([
    adoptionsOf(kernel, practice.sub),
    practiceVersions(kernel, practice, RECENT),
    loadProvenance(kernel, [practice]),
  ]);
  return { practice, adoptions, versions, provenance: provenance.get(practice.jti) ?? null };
}

export interface AdoptionItem {
  adoption: AdoptionRow;
  provenance: Provenance | null;
  /** The practice, where a log that we show holds it. */
  practice: PracticeDetail | null;
  versions: Version<Adoption>[];
}

export async function loadAdoption(
  kernel: Kernel,
  host: string | null,
  id: string,
): Promise<AdoptionItem | null> {
  const adoption = await readAdoption(kernel, host, id);
  if (adoption === null) return null;
  const [practice, versions, provenance] = await Promise.all([
    practiceAt(kernel, adoption.practice),
    adoptionVersions(kernel, adoption, RECENT),
    loadProvenance(kernel, [adoption]),
  ]);
  return { adoption, practice, versions, provenance: provenance.get(adoption.jti) ?? null };
}
