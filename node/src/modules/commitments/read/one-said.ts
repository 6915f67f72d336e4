import type { Kernel } from '../../../kernel/kernel.ts';
import type { Version } from '../../../kernel/log/history.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { type SubjectRow, subjectAt } from '../../../kernel/subjects/index.ts';
import type { Provenance } from '../../../kernel/web/page.ts';
import type { Assessment } from '../assessment.ts';
import type { Commitment } from '../commitment.ts';
import { type EvidenceCheck, readEvidenceChecks } from '../evidence/checks.ts';
import type { Lead } from '../lead.ts';
import type { Report } from '../report.ts';
import { SUBJECTS } from '../subjects.ts';
import { countingNodes, readSaid } from './said.ts';
import { versionsOf } from './versions.ts';

/** A report, an assessment or the word of a lead, with the commitment that it speaks of where a log holds it. */
export interface SaidItem {
  thing: 'report' | 'assessment' | 'lead';
  row: SubjectRow<Report | Assessment | Lead>;
  commitment: SubjectRow<Commitment> | null;
  /** Whether its author leads the commitment. */
  byLead: boolean;
  provenance: Provenance | null;
  versions: ReadonlyArray<Version<object>>;
  evidence: ReadonlyMap<string, EvidenceCheck>;
}

const LATEST = 3;

export async function loadSaid(
  kernel: Kernel,
  thing: SaidItem['thing'],
  row: SaidItem['row'],
): Promise<SaidItem> {
  const commitment = await subjectAt(kernel, SUBJECTS.commitment, row.body.commitment.sub);
  const handedIn = 'evidence' in row.body ? ((row.body as Report).evidence ?? []) : [];
  const known = commitment?.state === 'erased' ? null : commitment;
  const [said, provenance, versions, evidence] = await Promise.all([
    known === null ? new Map() : readSaid(kernel, [known]),
    loadProvenance(kernel, [row]),
    versionsOf(kernel, thing, row, LATEST),
    readEvidenceChecks(kernel.db, handedIn),
  ]);
  const leads = known === null ? [] : (said.get(known.sub)?.leads ?? []);
  return {
    thing,
    row,
    commitment: known,
    byLead: known !== null && countingNodes(known, leads).has(row.node),
    provenance: provenance.get(row.jti) ?? null,
    versions,
    evidence,
  };
}
