import { z } from 'zod';
import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { CommitmentDraft, Milestone } from '../commitment.ts';
import type { PlanInput } from '../plan.ts';
import { BadFile } from './error.ts';
import { plainText } from './plain-text.ts';
import { type FileStatus, inOneLanguage, type PlanFile } from './plan-file.ts';
import { readJson } from './read-json.ts';

/** The plan of the United States as open.usa.gov keeps it: commitments, and sub-commitments with a status and progress. */

const id = z.string().regex(/^[A-Z]{2}\d+$/);
const commitmentEntry = z.looseObject({
  title: z.string().min(1),
  commitment_id: id,
  commitment_theme_name: z.string().optional(),
  commitment_detail_sub: z.string().optional(),
});
const subEntry = z.looseObject({
  title: z.string().min(1),
  commitment_id: id,
  commitment_detail_sub_id: z.string().regex(/^[A-Z]{2}\d+\.\d+$/),
  commitment_agency: z.string().optional(),
  commitment_status: z.string().optional(),
  aug_2023_progress: z.string().optional(),
});
type SubEntry = z.infer<typeof subEntry>;

const usFile = z.looseObject({
  source: z.string().optional(),
  licence: z.string().optional(),
  commitments: z.array(commitmentEntry).min(1),
  subcommitments: z.array(subEntry),
});

type Fields = NonNullable<Milestone['source']>;

/** The words of the file that are one of our steps. "In Progress" is none: it says neither limited nor substantial. */
const STEPS: Readonly<Record<string, string>> = { 'Not Started': 'not-started', Complete: 'complete' };

/** @throws BadFile */
export function readUs(text: string): PlanFile {
  const { commitments, subcommitments, ...rest } = readJson(
    text,
    usFile,
    'action plan as the United States publish it',
  );
  const ids = new Set(commitments.map((one) => one.commitment_id));
  const orphan = subcommitments.find((one) => !ids.has(one.commitment_id));
  if (orphan !== undefined) {
    throw new BadFile(
      `The sub-commitment ${orphan.commitment_detail_sub_id} belongs to nothing in this file.`,
    );
  }
  return {
    format: 'us-nap',
    country: 'US',
    source: rest.source ?? null,
    licence: rest.licence ?? null,
    plan: {
      title: inOneLanguage('en', 'U.S. Open Government National Action Plan'),
      programme: 'ogp',
      source: { format: 'us-nap', fields: rest as Fields },
    },
    commitments: commitments.map((entry) =>
      readCommitment(
        entry,
        subcommitments.filter((one) => one.commitment_id === entry.commitment_id),
      ),
    ),
    statuses: subcommitments.map(readStatus),
  };
}

/** The same file, from what it was read into and what was changed in it since. */
export function writeUs(plan: PlanInput, commitments: readonly CommitmentDraft[]): object {
  return {
    ...plan.source?.fields,
    commitments: commitments.map(({ number, title, theme, what, source }) => ({
      ...source?.fields,
      commitment_id: number,
      ...changed(source?.fields, 'title', title),
      ...changed(source?.fields, 'commitment_theme_name', theme),
      ...changed(source?.fields, 'commitment_detail_sub', what),
    })),
    subcommitments: commitments.flatMap(({ number, milestones }) =>
      milestones.map(({ key, title, lead, source }) => ({
        ...source,
        commitment_id: number,
        commitment_detail_sub_id: key,
        ...changed(source, 'title', title),
        ...changed(source, 'commitment_agency', lead),
      })),
    ),
  };
}

function readCommitment(entry: z.infer<typeof commitmentEntry>, subs: readonly SubEntry[]): CommitmentDraft {
  const agencies = subs.flatMap(({ commitment_agency }) => agencyOf(commitment_agency) ?? []);
  return {
    number: entry.commitment_id,
    title: english(entry.title) ?? inOneLanguage('en', entry.commitment_id),
    ...optional('theme', english(entry.commitment_theme_name)),
    ...optional('what', english(entry.commitment_detail_sub)),
    leads: [...new Set(agencies)].map((name) => ({ name: inOneLanguage('en', name) })),
    milestones: subs.map((sub) => ({
      key: sub.commitment_detail_sub_id,
      title: english(sub.title) ?? inOneLanguage('en', sub.commitment_detail_sub_id),
      ...optional('lead', english(agencyOf(sub.commitment_agency))),
      source: sub as Fields,
    })),
    source: { format: 'us-nap', fields: entry as Fields },
  };
}

function readStatus(sub: SubEntry): FileStatus {
  const word = sub.commitment_status ?? '';
  return {
    key: sub.commitment_detail_sub_id,
    word,
    status: STEPS[word] ?? null,
    progress: english(sub.aug_2023_progress)?.en ?? null,
  };
}

/** A ministry and the office in it stand on two lines. */
function agencyOf(agency: string | undefined): string | undefined {
  return agency === undefined ? undefined : plainText(agency).replace(/\s*\n\s*/g, ', ');
}

function english(html: string | undefined): LangText | undefined {
  const text = plainText(html ?? '');
  return text === '' ? undefined : inOneLanguage('en', text);
}

function optional<Name extends string>(name: Name, text: LangText | undefined) {
  return (text === undefined ? {} : { [name]: text }) as { [one in Name]?: LangText };
}

/** A field as the file had it while its text is what was read from it; else the text of today. */
function changed(fields: Fields | undefined, name: string, text: LangText | undefined): object {
  if (text === undefined) return {};
  const now = text.en ?? text[text.source];
  const original = fields?.[name];
  const read =
    typeof original !== 'string'
      ? undefined
      : name === 'commitment_agency'
        ? agencyOf(original)
        : plainText(original);
  return read === now ? {} : { [name]: now };
}
