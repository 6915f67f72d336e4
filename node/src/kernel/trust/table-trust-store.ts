import { publicKeyFromJwk } from '@koinon/records';
import { COSIGNATURE_ED25519, parseVerifierKey } from '@koinon/transparency-log';
import { sql } from 'kysely';
import type { Db } from '../database/tables.ts';
import { markId } from '../web/face.ts';
import type { Partner, TrustStore, Witness } from './trust-store.ts';

/** Trust as the operator pinned it, in the tables `partner`, `log_key`, `witness_key` and `record_key`. */
export function makeTrustStore(db: Db): TrustStore {
  const partnerRows = () =>
    db
      .selectFrom('partner as p')
      .innerJoin('log as l', 'l.id', 'p.log')
      .selectAll('p')
      .select('l.origin as log_origin')
      .where('p.state', '<>', 'removed')
      .orderBy('p.id');
  type Row = Awaited<ReturnType<ReturnType<typeof partnerRows>['execute']>>[number];
  const partnerOf = (row: Row): Partner => ({
    id: row.id,
    node: row.node,
    host: row.host,
    name: row.name,
    profile: row.profile,
    markId: markId(row.host),
    log: row.log,
    logOrigin: row.log_origin,
    logPrefix: row.log_prefix,
    witnessName: row.witness_name,
    witnessPrefix: row.witness_prefix,
    kinds: row.kinds,
    state: row.state,
    frozenCode: row.frozen_code,
    pinnedKids: row.pinned_kids,
    addedAt: row.added_at,
    lastTryAt: row.last_try_at,
    lastOkAt: row.last_ok_at,
    lastError: row.last_error,
    failures: row.failures,
    decision: row.decision,
    evidence: row.evidence,
    endedBy: row.ended_by,
  });

  return {
    partners: async () => (await partnerRows().execute()).map(partnerOf),
    async partner(hostOrNode) {
      const row = await partnerRows()
        .where((eb) => eb.or([eb('p.host', '=', hostOrNode), eb('p.node', '=', hostOrNode)]))
        .executeTakeFirst();
      return row ? partnerOf(row) : null;
    },
    async logKeys(origin) {
      const rows = await db
        .selectFrom('log_key')
        .select('vkey')
        .distinct()
        .where('origin', '=', origin)
        .execute();
      return rows.map((row) => row.vkey);
    },
    async isFrozen(origin) {
      return await readFrozen(db, origin);
    },
    async recordKeys(log) {
      const rows = await db
        .selectFrom('record_key')
        .selectAll()
        .where('log', '=', log)
        .orderBy('from_index')
        .orderBy('kid')
        .execute();
      return rows.map((row) => ({
        kid: row.kid,
        publicKey: publicKeyFromJwk(row.jwk),
        fromIndex: row.from_index,
        untilIndex: row.until_index,
      }));
    },
    async witnesses() {
      return groupWitnesses(
        await db.selectFrom('witness_key').selectAll().orderBy('added_at').orderBy('vkey').execute(),
      );
    },
    async freeze(tx, origin, code) {
      await tx
        .updateTable('partner')
        .set({ state: 'frozen', frozen_code: code })
        .where('state', '<>', 'removed')
        .where('log', 'in', (eb) => eb.selectFrom('log').select('id').where('origin', '=', origin))
        .execute();
    },
    async resume(tx, origin) {
      await tx
        .updateTable('partner')
        .set({ state: 'active', frozen_code: null, failures: 0, last_error: null })
        .where('state', '=', 'frozen')
        .where('log', 'in', (eb) => eb.selectFrom('log').select('id').where('origin', '=', origin))
        .execute();
    },
  };
}

/** An origin with an open alarm is frozen, whether we follow it or only cosign it. */
export async function readFrozen(db: Db, origin: string): Promise<boolean> {
  const rows = await sql<{ frozen: boolean }>`select exists (
    select 1 from alert where origin = ${origin} and resolved_at is null
  ) or exists (
    select 1 from partner p join log l on l.id = p.log where l.origin = ${origin} and p.state = 'frozen'
  ) as frozen`.execute(db);
  return rows.rows[0]?.frozen ?? false;
}

function groupWitnesses(rows: readonly { name: string; vkey: string; url: string | null }[]): Witness[] {
  const byName = new Map<string, { name: string; vkeys: string[]; url: string | null }>();
  for (const { name, vkey, url } of rows) {
    const known = byName.get(name);
    if (known === undefined) byName.set(name, { name, vkeys: [vkey], url });
    else {
      known.vkeys.push(vkey);
      known.url ??= url;
    }
  }
  const isEd25519 = (vkey: string) => parseVerifierKey(vkey).type === COSIGNATURE_ED25519;
  return [...byName.values()].map((witness) => ({
    ...witness,
    vkeys: [...witness.vkeys.filter(isEd25519), ...witness.vkeys.filter((vkey) => !isEd25519(vkey))],
  }));
}
