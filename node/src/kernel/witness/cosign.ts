import {
  type AddCheckpoint,
  type AddCheckpointDecision,
  type Checkpoint,
  type Cosigner,
  decideAddCheckpoint,
  formatNote,
  parseVerifierKey,
} from '@koinon/transparency-log';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { unixSeconds } from '../clock.ts';
import { sharedLock } from '../database/advisory-lock.ts';
import type { CosignerTable } from '../database/tables/watch.ts';
import type { Tx } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
import { witnessCosigners } from '../keys/vkeys.ts';
import { alertLock } from '../trust/alerts.ts';

export type CosignAnswer =
  | { status: 200; lines: string }
  | { status: 400 | 403 | 404 | 409 | 422; reason: string; size?: number }
  /** Others are still asked what we have cosigned of this log. */
  | { status: 503; reason: 'recalling' };

type Refused = Exclude<AddCheckpointDecision, { status: 200 }>;

/**
 * Answers one `add-checkpoint`. The comparison with what was cosigned last and the new state are one transaction and one
 * compare-and-set: of requests that race, one wins and the others learn its size. A cosignature leaves the process only
 * after that transaction is committed.
 */
export async function cosign(
  kernel: Kernel,
  request: AddCheckpoint,
  { recalling = false } = {},
): Promise<CosignAnswer> {
  const cosigners = witnessCosigners(kernel.keys, kernel.identity);
  // Whoever loses the race sees the winner's state in the second round and gets its answer from that.
  for (;;) {
    const answer = await kernel.database.transaction((tx) =>
      attempt(tx, kernel, cosigners, request, recalling),
    );
    if (answer !== 'raced') return answer;
  }
}

async function attempt(
  tx: Tx,
  kernel: Kernel,
  cosigners: readonly Cosigner[],
  request: AddCheckpoint,
  recalling: boolean,
): Promise<CosignAnswer | 'raced'> {
  const { origin } = request;
  // An alarm waits for this transaction or this one for the alarm: after its commit nothing is cosigned any more.
  await sharedLock(tx, kernel.database.schema, alertLock(origin));
  const state = await readState(tx, origin);
  const decision = decideAddCheckpoint({
    request,
    verifiers: state.vkeys.length === 0 ? null : state.vkeys.map(parseVerifierKey),
    frozen: state.frozen,
    last: state.last === null ? null : { size: state.last.size, root: state.last.root },
  });
  if (decision.status !== 200) return refuse(kernel, origin, decision);
  if (state.recall && !recalling) return { status: 503, reason: 'recalling' };
  const { checkpoint, text, noteLogLines } = decision;
  const time = unixSeconds(kernel.clock);
  const at = new Date(time * 1000);
  const lines = cosigners.map((cosigner) => cosigner.cosign(checkpoint, text, time));
  const note = formatNote(
    text,
    [...noteLogLines.split(/(?<=\n)/), ...lines].filter((line) => line !== ''),
  );
  if (!(await compareAndSet(tx, checkpoint, state.last, note, at))) return 'raced';
  await keepCosignature(tx, kernel, checkpoint, lines.join(''), at);
  if (state.follows !== null && checkpoint.size > state.follows) {
    await kernel.database.notify(tx, 'wake', origin);
  }
  return { status: 200, lines: lines.join('') };
}

function refuse(kernel: Kernel, origin: string, { status, reason, size }: Refused): CosignAnswer {
  kernel.log.debug({ origin, status, reason, size }, 'add-checkpoint refused');
  return { status, reason, ...(size === undefined ? {} : { size }) };
}

interface State {
  vkeys: string[];
  frozen: boolean;
  /** Whether we have to ask first what we have cosigned of it. */
  recall: boolean;
  last: Pick<Selectable<CosignerTable>, 'size' | 'root'> | null;
  /** Size to which we follow the log; null where we do not. */
  follows: number | null;
}

async function readState(tx: Tx, origin: string): Promise<State> {
  const rows = await sql<{
    vkeys: string[] | null;
    frozen: boolean;
    recall: boolean;
    size: number | null;
    root: Uint8Array | null;
    follows: number | null;
  }>`
    select
      (select array_agg(distinct k.vkey) from log_key k where k.origin = o.origin) as vkeys,
      exists (select 1 from alert a where a.origin = o.origin and a.resolved_at is null)
        or exists (select 1 from partner p join log l on l.id = p.log where l.origin = o.origin and p.state = 'frozen')
        as frozen,
      exists (select 1 from witness_recall r where r.origin = o.origin) as recall,
      c.size::float8 as size, c.root,
      (select l.size::float8 from partner p join log l on l.id = p.log
        where l.origin = o.origin and p.state = 'active') as follows
    from (values (${origin}::text)) as o (origin) left join cosigner c on c.origin = o.origin`.execute(tx);
  const [row] = rows.rows;
  if (row === undefined) throw new Error('no state');
  const last =
    row.size === null || row.root === null ? null : { size: row.size, root: Uint8Array.from(row.root) };
  return { vkeys: row.vkeys ?? [], frozen: row.frozen, recall: row.recall, last, follows: row.follows };
}

/** True where the row still was what the decision was made on. */
async function compareAndSet(
  tx: Tx,
  { origin, size, root }: Checkpoint,
  last: State['last'],
  note: string,
  at: Date,
): Promise<boolean> {
  const changed = last
    ? await sql`update cosigner set size = ${size}, root = ${root}, note = ${note}, cosigned_at = ${at}
        where origin = ${origin} and size = ${last.size} and root = ${last.root}`.execute(tx)
    : await sql`insert into cosigner (origin, size, root, note, cosigned_at)
        values (${origin}, ${size}, ${root}, ${note}, ${at}) on conflict (origin) do nothing`.execute(tx);
  return changed.numAffectedRows === 1n;
}

/** Of a log that we hold, pages show who cosigned it when: our own cosignature among them. */
async function keepCosignature(
  tx: Tx,
  kernel: Kernel,
  { origin, size }: Checkpoint,
  line: string,
  at: Date,
): Promise<void> {
  await sql`insert into cosignature (log, witness, size, at, line)
    select id, ${kernel.identity.witnessName}, ${size}, ${at}, ${line}
    from log where origin = ${origin} and role = 'partner'
    on conflict (log, witness, size, at) do nothing`.execute(tx);
}
