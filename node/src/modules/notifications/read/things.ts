import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { TOPICS } from '../../../kernel/topics/index.ts';
import type { Followed, FollowedThing } from '../followed.ts';

/** What is followed, with its name and its place here; null where this node knows no such thing. */
export async function thingOf(kernel: Kernel, followed: Followed): Promise<FollowedThing | null> {
  const { sort, value } = followed;
  if (sort === 'topic') return { ...followed, title: asText(value), path: null };
  if (sort === 'node') {
    const node = new URL(value).origin;
    const name = (await nodeNames(kernel)).get(node);
    if (name === undefined) return null;
    const own = node === kernel.identity.origin;
    return { sort, value: node, title: asText(name), path: own ? '/' : `/partners/${new URL(node).host}` };
  }
  return await subjectOf(kernel, value);
}

/** A live subject by the titles under which search knows it, in all its languages. */
async function subjectOf({ db }: Kernel, sub: string): Promise<FollowedThing | null> {
  const rows = await db
    .selectFrom('search as s')
    .innerJoin('log as l', 'l.id', 's.log')
    .leftJoin('partner as p', 'p.log', 's.log')
    .select(['s.lang', 's.title', 's.path'])
    .where('s.sub', '=', sub)
    .where((eb) => eb.or([eb('l.role', '=', 'own'), eb('p.state', '!=', 'removed')]))
    .orderBy('s.lang')
    .execute();
  const [first] = rows;
  if (first === undefined) return null;
  const title: LangText = {
    ...Object.fromEntries(rows.map((row) => [row.lang, row.title])),
    source: rows.some(({ lang }) => lang === 'en') ? 'en' : first.lang,
  };
  return { sort: 'subject', value: sub, title, path: first.path };
}

/** Names of countries and codes of topics have no language of their own. */
function asText(text: string): LangText {
  return { source: 'und', und: text };
}

export interface Choices {
  topics: readonly string[];
  nodes: ReadonlyArray<{ node: string; name: string }>;
}

/** The topics and countries that one can follow. */
export async function followChoices(kernel: Kernel): Promise<Choices> {
  const names = await nodeNames(kernel);
  return { topics: TOPICS, nodes: [...names].map(([node, name]) => ({ node, name })) };
}
