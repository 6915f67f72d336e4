import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/tables.ts';
import { languagesOf } from '../../kernel/i18n/lang-text.ts';
import { RefusedRecord } from '../../kernel/records/error.ts';
import type { RecordContext, SignedRecord } from '../../kernel/records/record.ts';
import { adoptionId, practiceId, slugOf } from './address.ts';
import type { Adoption } from './adoption.ts';
import type { Practice } from './practice.ts';
import { practicesDb } from './schema.ts';

export async function projectPractice(
  tx: Tx,
  record: SignedRecord<Practice>,
  context: RecordContext,
): Promise<void> {
  const id = practiceId(record.sub);
  if (id === null) throw new RefusedRecord('bad-subject');
  const { body } = record;
  const latest = {
    ...versionOf(record),
    title: JSON.stringify(body.title),
    summary: JSON.stringify(body.summary),
    languages: languagesOf(body.title).filter((lang) => Object.hasOwn(body.summary, lang)),
    stage: body.stage,
    level: body.level,
    topics: [...new Set(body.topics)],
  };
  await practicesDb(tx)
    .insertInto('practices_practice')
    .values({ log: context.log, id, version: 1, published_at: latest.updated_at, ...latest })
    .onConflict((conflict) =>
      conflict
        .columns(['log', 'id'])
        .doUpdateSet({ ...latest, version: nextVersion('practices_practice', record.jti) }),
    )
    .execute();
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
  const id = adoptionId(record.sub);
  if (id === null) throw new RefusedRecord('bad-subject');
  const { practice, from, status, since } = record.body;
  refuseSenseless(record.body, context.node);
  const latest = { ...versionOf(record), practice: practice.sub, source: from?.sub ?? null, status, since };
  await practicesDb(tx)
    .insertInto('practices_adoption')
    .values({ log: context.log, id, version: 1, published_at: latest.updated_at, ...latest })
    .onConflict((conflict) =>
      conflict
        .columns(['log', 'id'])
        .doUpdateSet({ ...latest, version: nextVersion('practices_adoption', record.jti) }),
    )
    .execute();
}

export async function retractPractice(
  tx: Tx,
  sub: string,
  { log }: RecordContext,
  how: 'withdrawn' | 'erased',
): Promise<void> {
  const id = practiceId(sub);
  if (id === null) return;
  const gone = how === 'erased' ? { title: '{}', summary: '{}', body: '{}', languages: [], topics: [] } : {};
  await practicesDb(tx)
    .updateTable('practices_practice')
    .set({ state: how, ...gone })
    .where('log', '=', log)
    .where('id', '=', id)
    .execute();
  if (how === 'withdrawn') return;
  await practicesDb(tx).deleteFrom('practices_slug').where('log', '=', log).where('id', '=', id).execute();
}

export async function retractAdoption(
  tx: Tx,
  sub: string,
  { log }: RecordContext,
  how: 'withdrawn' | 'erased',
): Promise<void> {
  const id = adoptionId(sub);
  if (id === null) return;
  await practicesDb(tx)
    .updateTable('practices_adoption')
    .set({ state: how, ...(how === 'erased' && { body: '{}' }) })
    .where('log', '=', log)
    .where('id', '=', id)
    .execute();
}

type Versioned = 'practices_practice' | 'practices_adoption';

function versionOf(record: SignedRecord<Practice | Adoption>) {
  return {
    jti: record.jti,
    sub: record.sub,
    state: 'live' as const,
    updated_at: new Date(record.iat * 1000),
    body: JSON.stringify(record.body),
  };
}

/** Counts a record once, however often it is projected. */
function nextVersion(table: Versioned, jti: string) {
  const version = sql.ref<number>(`${table}.version`);
  return sql<number>`case when ${sql.ref(`${table}.jti`)} = ${jti} then ${version} else ${version} + 1 end`;
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
  if (practiceId(practice.sub) === null) throw new RefusedRecord('bad-reference');
  if (originOf(practice.sub) !== practice.origin.node) throw new RefusedRecord('bad-reference');
  if (from !== undefined) {
    if (adoptionId(from.sub) === null) throw new RefusedRecord('bad-reference');
    if (originOf(from.sub) !== from.origin.node) throw new RefusedRecord('bad-reference');
  } else if (practice.origin.node === adopter) {
    // An origin adopts its own practice only by taking back what another made of it.
    throw new RefusedRecord('own-practice');
  }
}
