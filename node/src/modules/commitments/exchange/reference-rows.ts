import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { OgpCommitment } from './ogp.ts';
import type { PlanFile } from './plan-file.ts';
import type { CommitmentsFile } from './read-file.ts';

/** A commitment of a file as lists and comparisons read it, whatever the format; null is what the file leaves open. */
export interface ReferenceRow {
  /** Place in the file, from 0. */
  row: number;
  country: string;
  plan: string;
  number: string | null;
  title: string;
  /** BCP 47; `und` where the file does not say. */
  lang: string;
  theme: string | null;
  areas: string[];
  completion: string | null;
  star: boolean | null;
  /** Everything else that we understand of it. */
  body: Record<string, unknown>;
}

export function referenceRows(read: CommitmentsFile): ReferenceRow[] {
  return read.format === 'ogp-irm' ? read.file.commitments.map(ogpRow) : planRows(read.file);
}

function ogpRow(commitment: OgpCommitment): ReferenceRow {
  const { row, country, plan, number, title, theme, areas, codes, star, flag, ...rest } = commitment;
  return {
    row,
    country,
    plan,
    number,
    title,
    lang: 'und',
    theme,
    areas,
    completion: codes.completion,
    // Assessments of the years before had another formula: there we say nothing.
    star: flag === null ? null : star.starred,
    body: { ...rest, codes, star, flag },
  };
}

function planRows({ country, plan, commitments, statuses }: PlanFile): ReferenceRow[] {
  return commitments.map(({ number = null, title, theme, areas = [], source: _fields, ...body }, row) => {
    const keys = new Set(body.milestones.map(({ key }) => key));
    return {
      row,
      country,
      plan: original(plan.title),
      number,
      title: original(title),
      lang: title.source,
      theme: theme === undefined ? null : original(theme),
      areas,
      completion: null,
      star: null,
      body: { title, ...body, statuses: statuses.filter(({ key }) => keys.has(key)) },
    };
  });
}

function original(text: LangText): string {
  return text[text.source] ?? '';
}
