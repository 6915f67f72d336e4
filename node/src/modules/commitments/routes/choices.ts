import { sql } from 'kysely';
import { allValues } from '../../../kernel/forms/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { listSubjects } from '../../../kernel/subjects/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import type { Choice } from '../../../ui/index.ts';
import type { OpenDraft } from '../draft.ts';
import { areaWord } from '../pages/words.ts';
import { readSaid } from '../read.ts';
import { SUBJECTS } from '../subjects.ts';
import { AREAS } from '../vocabulary.ts';

/** Choices that a form alone does not know, by the name of the field. */
export type Choices = Readonly<Record<string, readonly Choice[]>>;

const MOST_PLANS = 100;

/** Our plans, themes, the nodes of the alliance, time zones, the reports of a commitment and its milestones: what a form asks for. */
export async function choicesFor(kernel: Kernel, page: PageContext, open: OpenDraft): Promise<Choices> {
  const text = (of: Parameters<typeof pickText>[0]) => pickText(of, page.locale).text;
  const { thing, about } = open;
  if (thing === 'commitment' || thing === 'lead') {
    const [{ items }, names] = await Promise.all([
      listSubjects(kernel, SUBJECTS.plan, { limit: MOST_PLANS, after: null }, [sql<boolean>`l.role = 'own'`]),
      nodeNames(kernel),
    ]);
    return {
      plan: items.map(({ sub, body }) => ({ value: sub, label: text(body.title) })),
      node: [...names].map(([value, label]) => ({ value, label })),
      areas: areasFor(page, open),
      zone: Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value })),
      milestones: open.steps
        .filter(({ indicator }) => !indicator)
        .map(({ key, title }) => ({ value: key, label: text(title) })),
    };
  }
  if (thing !== 'assessment' || about === null) return {};
  const reports =
    (await readSaid(kernel, [about])).get(about.sub)?.reports.filter(({ counts }) => counts) ?? [];
  const names = await nodeNames(kernel);
  return {
    report: reports.map(({ sub, node, body }) => ({
      value: sub,
      label: `${names.get(node) ?? new URL(node).host}: ${body.period}`,
    })),
  };
}

/** By their names; a theme that came over the API and has none here stays as it was given. */
function areasFor(page: PageContext, { typed }: OpenDraft): Choice[] {
  const { compare } = new Intl.Collator(page.locale);
  return [...new Set([...AREAS, ...allValues(typed, 'areas')])]
    .map((value) => ({ value, label: areaWord(page, value) }))
    .sort((a, b) => compare(a.label, b.label));
}
