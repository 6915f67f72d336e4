import type { Tx } from '../database/tables.ts';
import type { Actor } from '../identity/actor.ts';
import type { Kernel } from '../kernel.ts';
import type { Act } from '../records/record.ts';
import { PARTNER, type PartnerBody } from './kinds.ts';

/** Subject of the records that make and unmake a partner. */
export function partnerSubject(host: string): string {
  return `/partners/${host}`;
}

/** The latest record of one of our own subjects, which the next one must name. */
export async function latestOf(
  tx: Tx,
  kernel: Pick<Kernel, 'ownLog' | 'identity'>,
  path: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom('subject')
    .select('latest')
    .where('log', '=', kernel.ownLog)
    .where('sub', '=', `${kernel.identity.origin}${path}`)
    .executeTakeFirst();
  return row?.latest ?? null;
}

export async function publishPartner(
  tx: Tx,
  kernel: Kernel,
  actor: Actor,
  host: string,
  body: PartnerBody,
): Promise<Act> {
  const sub = partnerSubject(host);
  return await kernel.records.publish(tx, actor, {
    kind: PARTNER,
    sub,
    prev: await latestOf(tx, kernel, sub),
    body,
  });
}
