import { sql } from 'kysely';
import type { Kernel } from '../../../kernel/kernel.ts';
import { loadWitnessing } from '../../../kernel/log/witnessing.ts';
import type { Partner } from '../../../kernel/trust/trust-store.ts';
import { type NodeFace, selfFace } from '../../../kernel/web/index.ts';
import type { Day } from '../../../ui/index.ts';

export const DAYS = 30;
const DAY_MS = 86_400_000;

/** What one witness has cosigned of a log in the last thirty days. */
export interface CosignedDays {
  face: NodeFace;
  /** Oldest first, today last. */
  days: readonly Day[];
  /** Days since we follow the log, at most thirty. */
  counted: number;
  last: Date | null;
  size: number | null;
}

/** Every witness that has cosigned this log, ourselves first. Days are those of UTC, as in the log's own times. */
export async function loadCosignedDays(kernel: Kernel, partner: Partner): Promise<CosignedDays[]> {
  const today = Math.floor(kernel.clock.now().getTime() / DAY_MS);
  const from = today - DAYS + 1;
  const faces = new Map<string, NodeFace>([[kernel.identity.witnessName, selfFace(kernel.identity)]]);
  for (const other of await kernel.trust.partners()) {
    if (other.log !== partner.log) faces.set(other.witnessName, other);
  }
  const [seen, latest] = await Promise.all([
    sql<{ witness: string; day: number }>`
      select distinct witness, floor(extract(epoch from at) / 86400)::int as day
      from cosignature
      where log = ${partner.log} and at >= ${new Date(from * DAY_MS)}`.execute(kernel.db),
    loadWitnessing(kernel),
  ]);
  const added = Math.floor(partner.addedAt.getTime() / DAY_MS);
  const frozen = partner.state === 'frozen' ? await frozenDay(kernel, partner) : null;
  const self = kernel.identity.witnessName;
  return [...faces].flatMap(([name, face]) => {
    const last = latest.find((row) => row.log === partner.log && row.witness === name);
    if (last === undefined && name !== self) return [];
    const days = new Set(seen.rows.filter((row) => row.witness === name).map((row) => row.day));
    const stopped = name === self ? frozen : null;
    const drawn = Array.from({ length: DAYS }, (_, i) => dayOf(from + i, days, added, stopped));
    return [
      {
        face,
        days: drawn,
        counted: drawn.filter((day) => day !== 'before').length,
        last: last?.at ?? null,
        size: last?.size ?? null,
      },
    ];
  });
}

function dayOf(day: number, seen: ReadonlySet<number>, added: number, stopped: number | null): Day {
  if (stopped !== null && day >= stopped) return 'failed';
  if (seen.has(day)) return 'done';
  return day < added ? 'before' : 'missing';
}

async function frozenDay(kernel: Kernel, partner: Partner): Promise<number | null> {
  const alert = await kernel.db
    .selectFrom('alert')
    .select('raised_at')
    .where('origin', '=', partner.logOrigin)
    .where('resolved_at', 'is', null)
    .orderBy('raised_at')
    .limit(1)
    .executeTakeFirst();
  return alert === undefined ? null : Math.floor(alert.raised_at.getTime() / DAY_MS);
}
