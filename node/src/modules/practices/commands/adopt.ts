import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/database/tables.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { NotConfirmed, WithdrawnSubject } from '../../../kernel/records/error.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { pathOf, requireLive, withdraw } from '../../../kernel/subjects/index.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import type { Adoption, AdoptionInput } from '../adoption.ts';
import { AlreadyAdopted, OwnPractice } from '../error.ts';
import { ADOPTION } from '../kinds.ts';
import { type PracticesDb, practicesDb } from '../schema.ts';
import { SUBJECTS } from '../subjects.ts';

export interface AdoptRequest {
  id?: string;
  /** Subject of the practice at its origin. */
  practice: string;
  /** Subject of the adoption that ours builds on; absent where it builds on the practice itself. */
  from?: string | undefined;
  body: AdoptionInput;
}

/** Says that this node adopted a practice; of its own practice, that it took back what another made of it. */
export async function adopt(kernel: Kernel, actor: Actor, request: AdoptRequest): Promise<Act> {
  require(actor, 'practices.adopt');
  const { id = uuidv7(), body } = request;
  return await kernel.database.transaction(async (tx) => {
    const references = await lookUp(kernel, tx, request);
    return await kernel.records.publish<Adoption>(tx, actor, {
      kind: ADOPTION,
      sub: pathOf(SUBJECTS.adoption, id),
      body: { ...references, ...body },
    });
  });
}

export async function reviseAdoption(
  kernel: Kernel,
  actor: Actor,
  { id, prev, from, body }: { id: string; prev: string; from?: string | undefined; body: AdoptionInput },
): Promise<Act> {
  require(actor, 'practices.adopt');
  return await kernel.database.transaction(async (tx) => {
    await requireLive(tx, kernel.ownLog, SUBJECTS.adoption, id);
    const known = await practicesDb(tx)
      .selectFrom('practices_adoption')
      .select('body')
      .where('log', '=', kernel.ownLog)
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const { practice } = known.body;
    const same = from === known.body.from?.sub;
    const source = same
      ? known.body.from
      : from && (await sourceOf(kernel, practicesDb(tx), practice.sub, from));
    return await kernel.records.publish<Adoption>(tx, actor, {
      kind: ADOPTION,
      sub: pathOf(SUBJECTS.adoption, id),
      prev,
      body: { practice, ...(source && { from: source }), ...body },
    });
  });
}

export function withdrawAdoption(
  kernel: Kernel,
  actor: Actor,
  { id, reason }: { id: string; reason: string },
): Promise<Act> {
  return withdraw(kernel, actor, { subject: SUBJECTS.adoption, permission: 'practices.adopt', id, reason });
}

/** The references of a new adoption, as we know them today. */
async function lookUp(
  kernel: Kernel,
  tx: Tx,
  { practice, from }: AdoptRequest,
): Promise<Pick<Adoption, 'practice' | 'from'>> {
  const db = practicesDb(tx);
  const row = await db
    .selectFrom('practices_practice as p')
    .innerJoin('log as l', 'l.id', 'p.log')
    .leftJoin('partner', 'partner.log', 'p.log')
    .select([
      'p.sub',
      'p.jti',
      'p.title',
      'p.state',
      'l.node',
      'l.role',
      'partner.name',
      'partner.state as trust',
    ])
    .where('p.sub', '=', practice)
    .where((eb) => eb.or([eb('l.role', '=', 'own'), eb('partner.state', '!=', 'removed')]))
    // Two adoptions of one practice at once: the second waits here and finds the first.
    .forUpdate('p')
    .executeTakeFirst();
  if (row === undefined) throw new NotFound('practice');
  if (row.state !== 'live') throw new WithdrawnSubject(row.state);
  if (row.trust === 'frozen') throw new NotConfirmed(row.node);
  if (row.role === 'own' && from === undefined) throw new OwnPractice();
  await refuseSecond(kernel, db, practice, row.role === 'own' ? from : undefined);
  const source = from === undefined ? undefined : await sourceOf(kernel, db, practice, from);
  const origin = { node: row.node, name: row.name ?? kernel.identity.profile.name };
  return {
    practice: { sub: row.sub, jti: row.jti, title: row.title, origin },
    ...(source && { from: source }),
  };
}

/** What comes back can come back from several; everything else is adopted once, and revised from then on. */
async function refuseSecond(kernel: Kernel, db: PracticesDb, practice: string, source: string | undefined) {
  const known = await db
    .selectFrom('practices_adoption')
    .select('id')
    .where('log', '=', kernel.ownLog)
    .where('practice', '=', practice)
    .where('state', '=', 'live')
    .$if(source !== undefined, (query) => query.where('source', '=', source ?? ''))
    .executeTakeFirst();
  if (known !== undefined) throw new AlreadyAdopted(pathOf(SUBJECTS.adoption, known.id));
}

async function sourceOf(
  kernel: Kernel,
  db: PracticesDb,
  practice: string,
  sub: string,
): Promise<Adoption['from']> {
  const row = await db
    .selectFrom('practices_adoption as a')
    .innerJoin('log as l', 'l.id', 'a.log')
    .leftJoin('partner', 'partner.log', 'a.log')
    .select(['a.sub', 'a.jti', 'l.node', 'partner.name'])
    .where('a.sub', '=', sub)
    .where('a.practice', '=', practice)
    .where('a.state', '=', 'live')
    .executeTakeFirst();
  if (row === undefined) throw new NotFound('adoption');
  return {
    sub: row.sub,
    jti: row.jti,
    origin: { node: row.node, name: row.name ?? kernel.identity.profile.name },
  };
}
