import { pickText } from '../../../kernel/i18n/locale.ts';
import { topicWord } from '../../../kernel/topics/index.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import type { NodeFace, PageContext } from '../../../kernel/web/page.ts';
import { writeAmount } from '../ledger/amount.ts';
import { GOODS, isCurrency } from '../ledger/unit.ts';
import type { ProjectItem } from '../read.ts';
import { OUTPUT_KINDS } from '../vocabulary.ts';

const KINDS = new Set<string>(OUTPUT_KINDS);
const KNOWN_GOODS = new Set<string>(GOODS);

/** A sum with its unit, exactly: money as the reader writes it, the rest with its word. */
export function amountWords(page: PageContext, value: bigint, unit: string): string {
  // Intl takes decimal text as it is (ECMA-402, 16.5.16): nothing is rounded on the way.
  const exact = writeAmount(value) as `${number}`;
  if (isCurrency(unit))
    return page.format.number(exact, { style: 'currency', currency: unit, maximumFractionDigits: 4 });
  const number = page.format.number(exact, { maximumFractionDigits: 4 });
  return KNOWN_GOODS.has(unit)
    ? page.t(`projects.amount.${unit}`, { count: Number(exact), amount: number })
    : `${number} ${unit}`;
}

/** What a unit is called above its figures. */
export function unitWords(page: PageContext, unit: string): string {
  if (KNOWN_GOODS.has(unit)) return page.t(`projects.unit.${unit}`);
  if (!isCurrency(unit)) return unit;
  const name = new Intl.DisplayNames(page.locale, { type: 'currency' }).of(unit) ?? unit;
  return name === unit ? unit : page.t('projects.unit.currency', { name, unit });
}

/** A kind of output; one that this version does not know is shown as it is. */
export function outputWord(page: PageContext, kind: string): string {
  return KINDS.has(kind) ? page.t(`projects.output.${kind}`) : kind;
}

/** The day before a deadline's end: the last on which it is kept. Read in the node's own zone. */
export function lastDay(page: PageContext, end: Date): string {
  return page.format.date(new Date(end.getTime() - 1));
}

/** A node as the project calls it, where we know it by nothing else. */
export function memberFace(
  page: PageContext,
  { project }: Pick<ProjectItem, 'project'>,
  node: string,
): NodeFace {
  const face = faceOf(page, node);
  const named = project.body.partners?.find((partner) => new URL(partner.node).origin === face.node);
  return face.name === face.host && named !== undefined ? { ...face, name: named.name } : face;
}

/** Work packages by key, in the reader's language. */
export function packageWords(
  page: PageContext,
  { project }: Pick<ProjectItem, 'project'>,
  key: string,
): string {
  const found = project.body.workPackages?.find((one) => one.key === key);
  if (found !== undefined) return pickText(found.title, page.locale).text;
  return key === '' ? page.t('projects.ledger.general') : key;
}

/** What a project or a call is found by. */
export function sortingFacts(
  page: PageContext,
  { topics, languages }: { topics: readonly string[]; languages: readonly string[] },
) {
  return [
    {
      label: page.t('projects.label.topics'),
      value: topics.map((topic) => topicWord(page.t, topic)).join(' · '),
    },
    {
      label: page.t('projects.label.languages'),
      value: page.format.list(languages.map((language) => page.format.language(language))),
    },
  ];
}
