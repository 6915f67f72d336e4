import { sql } from 'kysely';
import type { Tx } from '../database/tables.ts';
import type { SearchDocument } from '../module/module.ts';
import type { NodeIdentity } from '../node-identity.ts';
import type { RecordContext } from '../records/record.ts';
import { fold } from './fold.ts';
import { comparesLikeness, configurationOf, hasLooseAccents } from './language.ts';
import { segment, withoutAccents } from './segment.ts';

/** Beyond this, PostgreSQL could refuse the vector (1 MB), and nobody finds a page by its tenth thousandth line. */
const MAX_TEXT = 100_000;

/** Replaces what full-text search knows of a subject: one row per language of its title and text. */
export async function indexSubject(
  tx: Tx,
  _identity: Pick<NodeIdentity, 'origin'>,
  document: SearchDocument & { sub: string; kind: string; context: RecordContext },
): Promise<void> {
  const { sub, kind, context, title, text } = document;
  await forgetSubject(tx, context.log, sub);
  const langs = [...new Set([...Object.keys(title), ...Object.keys(text)])].filter((key) => key !== 'source');
  if (langs.length === 0) return;
  const rows = langs.map((lang) => {
    const heading = clean(title[lang] ?? title[title.source] ?? '');
    const body = clean(text[lang] ?? '');
    const configuration = configurationOf(lang);
    return {
      log: context.log,
      sub,
      lang,
      module: kind.split('/')[0] ?? kind,
      kind,
      path: pathHere(sub, context),
      title: heading,
      text: body,
      prepared: comparesLikeness(configuration) ? fold(`${heading} ${body}`) : '',
      tsv: sql`${vector(configuration, heading, 'A')} || ${vector(configuration, body, 'B')}`,
      updated_at: context.at,
    };
  });
  await tx.insertInto('search').values(rows).execute();
}

function vector(configuration: string, text: string, weight: 'A' | 'B') {
  const segmented = segment(text);
  const bare = hasLooseAccents(configuration) ? withoutAccents(segmented) : segmented;
  const both = bare === segmented ? segmented : `${segmented} ${bare}`;
  return sql`setweight(to_tsvector(${configuration}::regconfig, ${both}), ${weight})`;
}

/** Takes a subject out of the search: withdrawn or erased. */
export async function forgetSubject(tx: Tx, log: number, sub: string): Promise<void> {
  await tx.deleteFrom('search').where('log', '=', log).where('sub', '=', sub).execute();
}

/** Where the subject is shown at this node: a partner's below `~host`. */
export function pathHere(sub: string, { own }: Pick<RecordContext, 'own'>): string {
  const { pathname, host } = new URL(sub);
  if (own) return pathname;
  const [, module = '', ...rest] = pathname.split('/');
  return ['', module, `~${host}`, ...rest].join('/');
}

function clean(text: string): string {
  return text.replaceAll('\0', '').slice(0, MAX_TEXT);
}
