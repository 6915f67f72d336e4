import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { CommitmentDraft } from '../commitment.ts';
import type { PlanInput } from '../plan.ts';
import { VALUES, type Value } from '../vocabulary.ts';
import { writeCsv } from './csv.ts';
import { BadFile } from './error.ts';
import { OGP, VALUE_COLUMNS } from './ogp-columns.ts';

/** What an assessor codes stays empty: a government that filled it in would review itself. */
const CODED = [OGP.specificity, OGP.relevant, OGP.impact, OGP.completion] as const;

/**
 * A plan with the columns of the OGP's commitments file, in the words of its own language. Milestones have no column there.
 * @throws BadFile where the plan has no number, which the file asks for in every row
 */
export function writeOgp(plan: PlanInput, commitments: readonly CommitmentDraft[], country: string): string {
  const { number } = plan;
  if (number === undefined) {
    throw new BadFile('The plan has no number, and every row of an OGP file names that of its plan.');
  }
  const rows = commitments.map(
    (one): Record<string, string> => ({
      [OGP.country]: country,
      [OGP.plan]: String(number),
      [OGP.theme]: original(one.theme),
      [OGP.number]: one.number ?? '',
      [OGP.title]: original(one.title),
      [OGP.text]: original(one.what),
      [OGP.start]: one.start ?? '',
      [OGP.end]: one.end ?? '',
      [OGP.lead]: names(one.leads),
      [OGP.supporting]: names(one.supporting),
      ...Object.fromEntries(VALUES.map((value) => [VALUE_COLUMNS[value], bit(one.values, value)])),
      ...Object.fromEntries(CODED.map((column) => [column, ''])),
    }),
  );
  const header = [
    ...[OGP.country, OGP.plan, OGP.theme, OGP.number, OGP.title, OGP.text, OGP.start, OGP.end],
    ...[OGP.lead, OGP.supporting, ...VALUES.map((value) => VALUE_COLUMNS[value]), ...CODED],
  ];
  return writeCsv({
    header,
    rows: rows.map((row) => header.map((name) => row[name] ?? '')),
    dialect: { bom: false, newline: '\r\n', closed: true },
  });
}

function original(text: LangText | undefined): string {
  return text?.[text.source] ?? '';
}

function names(organisations: CommitmentDraft['supporting'] = []): string {
  return organisations.map(({ name }) => original(name)).join('; ');
}

function bit(values: readonly string[] | undefined, value: Value): string {
  return values === undefined ? '' : values.includes(value) ? '1' : '0';
}
