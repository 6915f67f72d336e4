import type { Tx } from '../../kernel/database/tables.ts';
import { languagesOf } from '../../kernel/i18n/lang-text.ts';
import { RefusedRecord } from '../../kernel/records/error.ts';
import type { RecordContext, SignedRecord } from '../../kernel/records/record.ts';
import { idOf, requireId, retract, saveVersion } from '../../kernel/subjects/index.ts';
import type { Adoption } from './adoption.ts';
import type { Practice } from './practice.ts';
import { practicesDb } from './schema.ts';
import { slugOf } from './slug.ts';
import { SUBJECTS } from './subjects.ts';

export async function projectPractice(
  tx: Tx,
  record: SignedRecord<Practice>,
  context: RecordContext,
): Promise<void> {
  const { body } = record;
  await saveVersion(tx, SUBJECTS.practice, record, context, {
    title: JSON.stringify(body.title),
    summary: JSON.stringify(body.summary),
    languages: languagesOf(body.title).filter((lang) => Object.hasOwn(body.summary, lang)),
    stage: body.stage,
    level: body.level,
    topics: [...new Set(body.topics)],
  });
  const id = requireId(SUBJECTS.practice, record.sub);
  const slugs = slugsOf(body);
  if (slugs.length === 0) return;
  await practicesDb(tx)
    .insertInto('practices_slug')
    .values(slugs.map((slug) => ({ log: context.log, slug, id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function projectAdoption(
  tx: Tx,
  record: SignedRecord<Adoption>,
  context: RecordContext,
): Promise<void> {
  const { practice, from, status, since } = record.body;
  refuseSenseless(record.body, context.node);
  const columns = { practice: practice.sub, source: from?.sub ?? null, status, since };
  await saveVersion(tx, SUBJECTS.adoption, record, context, columns);
}

export async function retractPractice(
  tx: Tx,
  sub: string,
  context: RecordContext,
  how: 'withdrawn' | 'erased',
): Promise<void> {
  await retract(tx, SUBJECTS.practice, sub, context, how, {
    title: '{}',
    summary: '{}',
    languages: [],
    topics: [],
  });
  const id = idOf(SUBJECTS.practice, sub);
  if (how === 'withdrawn' || id === null) return;
  await practicesDb(tx)
    .deleteFrom('practices_slug')
    .where('log', '=', context.log)
    .where('id', '=', id)
    .execute();
}

function slugsOf(body: Practice): string[] {
  const titles = Object.entries(body.title).filter(([lang]) => lang !== 'source');
  const slugs = titles.map(([, title]) => slugOf(title));
  return [...new Set([...(body.slug === undefined ? [] : [body.slug]), ...slugs])].filter(
    (slug) => slug !== '',
  );
}

/** References that contradict themselves would draw a false chain at every node that follows the log. */
function refuseSenseless({ practice, from }: Adoption, adopter: string): void {
  const originOf = (sub: string) => new URL(sub).origin;
  if (idOf(SUBJECTS.practice, practice.sub) === null) throw new RefusedRecord('bad-reference');
  if (originOf(practice.sub) !== practice.origin.node) throw new RefusedRecord('bad-reference');
  if (from !== undefined) {
    if (idOf(SUBJECTS.adoption, from.sub) === null) throw new RefusedRecord('bad-reference');
    if (originOf(from.sub) !== from.origin.node) throw new RefusedRecord('bad-reference');
  } else if (practice.origin.node === adopter) {
    // An origin adopts its own practice only by taking back what another made of it.
    throw new RefusedRecord('own-practice');
  }
}
