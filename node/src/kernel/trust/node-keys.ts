import { parseVerifierKey } from '@koinon/transparency-log';
import { type KoinonNodeMetadata, STATEMENT_LIFETIME } from '@koinon/trust';
import type { Tx } from '../database/tables.ts';
import type { Partner } from './trust-store.ts';

/** Keys that came, and keys that its owner no longer lists and that count for one more day. By name. */
export interface KeyChange {
  use: 'federation' | 'log' | 'witness';
  added: string[];
  ending: string[];
}

interface KeyRow {
  vkey: string;
  until: Date | null;
}

interface Turn {
  added: string[];
  back: string[];
  ending: string[];
  over: string[];
}

/** How the keys that we hold turn into those that are listed now. */
export function turnKeys(held: readonly KeyRow[], listed: readonly string[], now: Date): Turn {
  const known = held.map(({ vkey }) => vkey);
  return {
    added: listed.filter((vkey) => !known.includes(vkey)),
    back: held.filter(({ vkey, until }) => until !== null && listed.includes(vkey)).map(({ vkey }) => vkey),
    ending: held
      .filter(({ vkey, until }) => until === null && !listed.includes(vkey))
      .map(({ vkey }) => vkey),
    over: held
      .filter(({ vkey, until }) => until !== null && until <= now && !listed.includes(vkey))
      .map(({ vkey }) => vkey),
  };
}

/** As people and records call a key: its name and the first bytes of its hash. */
function nameOf(vkey: string): string {
  const { name, id } = parseVerifierKey(vkey);
  return `${name}+${id.toString(16).padStart(8, '0')}`;
}

/** Takes log and witness keys of a partner from its resolved metadata. @returns what changed */
export async function takeNodeKeys(
  tx: Tx,
  { node, logOrigin, witnessName }: Pick<Partner, 'node' | 'logOrigin' | 'witnessName'>,
  { log, witness }: Pick<KoinonNodeMetadata, 'log' | 'witness'>,
  now: Date,
): Promise<KeyChange[]> {
  const logRows = await tx
    .selectFrom('log_key')
    .select(['vkey', 'until'])
    .where('origin', '=', logOrigin)
    .where('purpose', '=', 'follow')
    .execute();
  const witnessRows = await tx
    .selectFrom('witness_key')
    .select(['vkey', 'until'])
    .where('name', '=', witnessName)
    .execute();
  const ofLog = turnKeys(logRows, log.vkeys, now);
  const ofWitness = turnKeys(witnessRows, witness.vkeys, now);
  const end = new Date(now.getTime() + STATEMENT_LIFETIME * 1000);
  await turnLog(tx, logOrigin, ofLog, now, end);
  await turnWitness(tx, witnessName, `${node}${witness.prefix.slice(0, -1)}`, ofWitness, now, end);
  return [changeOf('log', ofLog), changeOf('witness', ofWitness)].filter(
    ({ added, ending }) => added.length + ending.length > 0,
  );
}

function changeOf(use: KeyChange['use'], { added, ending }: Turn): KeyChange {
  return { use, added: added.map(nameOf), ending: ending.map(nameOf) };
}

async function turnLog(tx: Tx, origin: string, turn: Turn, now: Date, end: Date): Promise<void> {
  for (const vkey of turn.added) {
    await tx
      .insertInto('log_key')
      .values({ origin, vkey, purpose: 'follow', added_at: now })
      .onConflict((conflict) =>
        conflict.columns(['origin', 'vkey']).doUpdateSet({ purpose: 'follow', until: null }),
      )
      .execute();
  }
  const rows = (vkeys: string[]) =>
    tx.updateTable('log_key').where('origin', '=', origin).where('vkey', 'in', vkeys);
  if (turn.back.length > 0) await rows(turn.back).set({ until: null }).execute();
  if (turn.ending.length > 0) await rows(turn.ending).set({ until: end }).execute();
  if (turn.over.length > 0)
    await tx.deleteFrom('log_key').where('origin', '=', origin).where('vkey', 'in', turn.over).execute();
}

async function turnWitness(
  tx: Tx,
  name: string,
  url: string,
  turn: Turn,
  now: Date,
  end: Date,
): Promise<void> {
  for (const vkey of turn.added) {
    await tx
      .insertInto('witness_key')
      .values({ name, vkey, url, added_at: now })
      .onConflict((conflict) => conflict.column('vkey').doUpdateSet({ until: null }))
      .execute();
  }
  const rows = (vkeys: string[]) =>
    tx.updateTable('witness_key').where('name', '=', name).where('vkey', 'in', vkeys);
  if (turn.back.length > 0) await rows(turn.back).set({ until: null }).execute();
  if (turn.ending.length > 0) await rows(turn.ending).set({ until: end }).execute();
  if (turn.over.length > 0)
    await tx.deleteFrom('witness_key').where('name', '=', name).where('vkey', 'in', turn.over).execute();
}
