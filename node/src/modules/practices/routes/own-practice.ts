import type { Kernel } from '../../../kernel/kernel.ts';
import type { Change } from '../../../kernel/log/difference.ts';
import { changesSince } from '../../../kernel/log/versions.ts';
import { WithdrawnSubject } from '../../../kernel/records/error.ts';
import { isId } from '../../../kernel/subjects/index.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { PRACTICE_FIELDS } from '../fields.ts';
import { type PracticeDetail, practiceVersions, readPractice } from '../read.ts';

/** A practice of ours that can be revised. @throws NotFound, WithdrawnSubject */
export async function ownPractice(kernel: Kernel, id: string): Promise<PracticeDetail> {
  const practice = isId(id) ? await readPractice(kernel, null, id) : null;
  if (practice === null) throw new NotFound('practice');
  if (practice.state !== 'live') throw new WithdrawnSubject(practice.state);
  return practice;
}

/** What others changed since somebody saw the version `prev`; undefined where that is still the latest. */
export async function changedSince(
  kernel: Kernel,
  practice: PracticeDetail,
  prev: string,
): Promise<Change[] | undefined> {
  if (prev === practice.latest) return undefined;
  return changesSince(await practiceVersions(kernel, practice), prev, { fields: PRACTICE_FIELDS });
}
