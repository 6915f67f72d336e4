import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { CommitmentDraft } from '../commitment.ts';
import type { PlanInput } from '../plan.ts';

/** The formats in which a government publishes its own plan. */
export const PLAN_FORMATS = ['canada-nap', 'us-nap', 'koinon-plan'] as const;
export type PlanFormat = (typeof PLAN_FORMATS)[number];

/** What a file says of how far a milestone has come. Its word is kept where it is none of our four steps. */
export interface FileStatus {
  key: string;
  word: string;
  status: string | null;
  progress: string | null;
}

/** A plan read from a file. Whatever we do not understand is in the `source` of the part that it belongs to. */
export interface PlanFile {
  format: PlanFormat;
  /** ISO 3166 code of the country that writes in this format; of our own, the host of the node. */
  country: string;
  /** As the file states them. */
  source: string | null;
  licence: string | null;
  plan: PlanInput;
  commitments: CommitmentDraft[];
  statuses: FileStatus[];
}

/** How many milestones and indicators a plan has. */
export function countSteps(commitments: readonly Pick<CommitmentDraft, 'milestones'>[]) {
  const milestones = commitments.flatMap((commitment) => commitment.milestones);
  const indicators = milestones.flatMap((milestone) => milestone.indicators ?? []);
  return { commitments: commitments.length, milestones: milestones.length, indicators: indicators.length };
}

/** Text that a file has in one language. */
export function inOneLanguage(lang: string, text: string): LangText {
  return { source: lang, [lang]: text };
}
