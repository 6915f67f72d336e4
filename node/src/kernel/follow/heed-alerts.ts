import { originHash, parseNote } from '@koinon/transparency-log';
import { sql } from 'kysely';
import type { Kernel } from '../kernel.ts';
import { loadBodies, readRecord } from '../log/headline.ts';
import { raiseAlert } from '../trust/index.ts';
import { ALERT, type AlertBody, alertBodySchema } from '../trust/kinds.ts';
import type { Partner } from '../trust/trust-store.ts';
import { type AcceptedNote, acceptNote, type NoteKeys, noteKeys } from './accept-note.ts';
import type { ExchangeContext } from './exchange.ts';
import { BadContent, plainDetail } from './fault.ts';
import { readHeld } from './held-log.ts';
import { judge } from './judge.ts';
import { remoteLog } from './remote-log.ts';

/** A partner that follows many logs, all of them false, has no more open alarms than that; one that lies has any number. */
const MOST_OF_EACH = 64;

/**
 * Looks at the open alarms that partners have published. Their word is not enough: only signed checkpoints that
 * contradict what we hold ourselves make an alarm here. Others are shown on the partner's page, and that is all.
 */
export async function heedAlerts(context: ExchangeContext, signal: AbortSignal): Promise<void> {
  const { kernel } = context;
  const partners = (await kernel.trust.partners()).filter(({ state }) => state === 'active');
  for (const { by, body } of await openAlerts(kernel, partners)) {
    if (signal.aborted) return;
    const about = partners.find(({ logOrigin }) => logOrigin === body.origin);
    if (about !== undefined && about.node !== by.node) await weigh(context, about, by, body);
  }
}

/**
 * Alarms whose latest record is the alarm itself: one that was ended has another. Of each partner its newest, and of
 * those one about each log, since a node has no second alarm open about the same: what a partner can make us do is bounded.
 */
export async function openAlerts(
  kernel: Kernel,
  partners: readonly Partner[],
): Promise<{ by: Partner; body: AlertBody }[]> {
  if (partners.length === 0) return [];
  const logs = partners.map(({ log }) => log);
  const { rows } = await sql<{ log: number; body: string }>`
    select newest.log, newest.body from unnest(${sql.val(logs)}::int[]) as partner (log)
    cross join lateral (
      select e.log, e.body, e.index from subject s join entry e on e.log = s.log and e.jti = s.latest
      where s.log = partner.log and s.kind = ${ALERT} and s.state = 'live' and e.flag is null
      order by e.index desc limit ${sql.lit(MOST_OF_EACH)}
    ) newest order by newest.log, newest.index desc`.execute(kernel.db);
  const records = rows.map(({ body }) => readRecord(body));
  const bodies = await loadBodies(kernel.db, records);
  const seen = new Set<string>();
  return rows.flatMap(({ log }, i) => {
    const record = records[i];
    const by = partners.find((partner) => partner.log === log);
    const body = record?.digest === undefined ? record?.body : bodies.get(record.digest);
    const parsed = alertBodySchema.safeParse(body);
    if (!by || !parsed.success || seen.has(`${log} ${parsed.data.origin}`)) return [];
    seen.add(`${log} ${parsed.data.origin}`);
    return [{ by, body: parsed.data }];
  });
}

async function weigh(context: ExchangeContext, about: Partner, by: Partner, body: AlertBody): Promise<void> {
  const { kernel, heard, wake } = context;
  const keys = await noteKeys(kernel, about.logOrigin);
  const held = await readHeld(kernel, about.log);
  for (const { checkpoint, note } of signedNotes(body, keys)) {
    if (await isKnown(kernel, body.origin, note)) continue;
    if (checkpoint.size > held.size) {
      heard.hear(body.origin, by.node, note);
      wake(body.origin);
      continue;
    }
    const tiles = remoteLog(kernel.fetcher, `${by.node}${by.witnessPrefix}${originHash(body.origin)}`);
    const proof = await judge(
      kernel,
      { log: about.log, ...held },
      { checkpoint, note, tiles, peer: by.node },
    );
    if (proof === null) continue;
    const { code, ours, theirs } = proof;
    // What both versions share is only what we have seen of it: the word of the partner confirms no entry.
    const detail = plainDetail(proof.detail);
    await raiseAlert(kernel, { origin: body.origin, code, detail, ours, theirs });
    return;
  }
}

function signedNotes({ notes }: AlertBody, keys: NoteKeys): AcceptedNote[] {
  return [notes.ours, notes.theirs].flatMap((note) => {
    if (note === undefined) return [];
    try {
      return [acceptNote(note, keys)];
    } catch (error) {
      if (error instanceof BadContent) return [];
      throw error;
    }
  });
}

/** An alarm that the operator has ended is not raised again from the same checkpoint. */
async function isKnown(kernel: Kernel, origin: string, note: string): Promise<boolean> {
  const { text } = parseNote(note);
  const rows = await kernel.db
    .selectFrom('alert')
    .select('note_theirs')
    .where('origin', '=', origin)
    .execute();
  return rows.some(({ note_theirs }) => note_theirs?.startsWith(`${text}\n`) ?? false);
}
