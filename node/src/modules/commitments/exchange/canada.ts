import { z } from 'zod';
import { isPartialDate } from '../../../kernel/calendar/day.ts';
import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { CommitmentDraft, Indicator, Milestone } from '../commitment.ts';
import type { PlanInput } from '../plan.ts';
import { BadFile } from './error.ts';
import { inOneLanguage, type PlanFile } from './plan-file.ts';
import { readJson } from './read-json.ts';

/** The national action plan trackers of Canada: commitments, milestones and indicators by code, in English and French. */

const bilingual = z.looseObject({ en: z.string().min(1), fr: z.string().min(1) });
const indicatorEntry = bilingual.extend({
  deadline: bilingual.optional(),
  due_date: z.string().optional(),
  lead_dept: z.union([z.string(), z.array(z.string())]),
});
type IndicatorEntry = z.infer<typeof indicatorEntry>;

const canadaFile = z.looseObject({
  title: z.string().min(1).max(300),
  source: z.string().optional(),
  licence: z.string().optional(),
  commitments: z.record(z.string().regex(/^C\d+$/), bilingual),
  milestones: z.record(z.string().regex(/^C\d+\.\d+$/), bilingual),
  indicators: z.record(z.string().regex(/^C\d+\.\d+\.\d+$/), indicatorEntry),
});

type Fields = NonNullable<Milestone['source']>;

/** @throws BadFile */
export function readCanada(text: string): PlanFile {
  const { commitments, milestones, indicators, ...rest } = readJson(
    text,
    canadaFile,
    'action plan as Canada publishes it',
  );
  requireParents(milestones, commitments, 'milestone');
  requireParents(indicators, milestones, 'indicator');
  return {
    format: 'canada-nap',
    country: 'CA',
    source: rest.source ?? null,
    licence: rest.licence ?? null,
    plan: {
      title: inOneLanguage('en', rest.title),
      programme: 'ogp',
      ...planNumber(rest.title),
      source: { format: 'canada-nap', fields: rest as Fields },
    },
    commitments: Object.entries(commitments).map(([key, entry]) =>
      readCommitment(key, entry, milestones, indicators),
    ),
    statuses: [],
  };
}

/** The same file, from what it was read into and what was changed in it since. */
export function writeCanada(plan: PlanInput, commitments: readonly CommitmentDraft[]): object {
  const entries = <T>(pairs: Array<[string, T]>) => Object.fromEntries(pairs);
  const milestones = commitments.flatMap((commitment) => commitment.milestones);
  return {
    ...plan.source?.fields,
    title: plan.title.en ?? plan.title[plan.title.source],
    commitments: entries(
      commitments.map(({ number = '', title, source }) => [number, { ...source?.fields, ...both(title) }]),
    ),
    milestones: entries(milestones.map(({ key, title, source }) => [key, { ...source, ...both(title) }])),
    indicators: entries(
      milestones.flatMap(({ indicators = [] }) =>
        indicators.map((one): [string, object] => [one.key, writeIndicator(one)]),
      ),
    ),
  };
}

function readCommitment(
  key: string,
  entry: z.infer<typeof bilingual>,
  milestones: Readonly<Record<string, z.infer<typeof bilingual>>>,
  indicators: Readonly<Record<string, IndicatorEntry>>,
): CommitmentDraft {
  const below = <T>(all: Readonly<Record<string, T>>, parent: string) =>
    Object.entries(all).filter(([child]) => child.startsWith(`${parent}.`));
  const leads = below(indicators, key).flatMap(([, { lead_dept }]) => lead_dept);
  return {
    number: key,
    title: langTextOf(entry),
    leads: [...new Set(leads)].map((name) => ({ name: inOneLanguage('en', name) })),
    milestones: below(milestones, key).map(([milestone, text]) => ({
      key: milestone,
      title: langTextOf(text),
      indicators: below(indicators, milestone).map(([one, indicator]) => readIndicator(one, indicator)),
      source: text as Fields,
    })),
    source: { format: 'canada-nap', fields: entry as Fields },
  };
}

function readIndicator(key: string, entry: IndicatorEntry): Indicator {
  const { deadline, due_date, lead_dept } = entry;
  return {
    key,
    text: langTextOf(entry),
    ...(due_date !== undefined && isPartialDate(due_date) && { deadline: due_date }),
    ...(deadline !== undefined && { deadlineText: langTextOf(deadline) }),
    lead: inOneLanguage('en', leadOf(lead_dept)),
    source: entry as Fields,
  };
}

function writeIndicator({ text, deadline, deadlineText, lead, source = {} }: Indicator): object {
  const known = source.lead_dept as IndicatorEntry['lead_dept'] | undefined;
  const named = lead?.en;
  const keptLead = known !== undefined && leadOf(known) === named;
  return {
    ...source,
    ...both(text),
    ...(deadline !== undefined && { due_date: deadline }),
    ...(deadlineText !== undefined && {
      deadline: { ...(source.deadline as object), ...both(deadlineText) },
    }),
    ...(!keptLead && named !== undefined && { lead_dept: named }),
  };
}

function leadOf(lead: IndicatorEntry['lead_dept']): string {
  return [lead].flat().join(', ');
}

function langTextOf({ en, fr }: { en: string; fr: string }): LangText {
  return { source: 'en', en, fr };
}

/** The two languages that the format has; where one is missing the original stands in its place. */
function both(text: LangText): { en: string; fr: string } {
  const original = text[text.source] ?? '';
  return { en: text.en ?? original, fr: text.fr ?? original };
}

function planNumber(title: string): { number?: number } {
  const number = /^(\d{1,2})(?:st|nd|rd|th)\b/.exec(title)?.[1];
  return number === undefined || number === '0' ? {} : { number: Number(number) };
}

function requireParents(children: object, parents: object, what: string): void {
  const orphan = Object.keys(children).find((key) => !Object.hasOwn(parents, key.replace(/\.\d+$/, '')));
  if (orphan !== undefined) throw new BadFile(`The ${what} ${orphan} belongs to nothing in this file.`);
}
