import { originHash, parseNote } from '@koinon/transparency-log';
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

/** Alarms whose latest record is the alarm itself: one that was ended has another. */
async function openAlerts(
  kernel: Kernel,
  partners: readonly Partner[],
): Promise<{ by: Partner; body: AlertBody }[]> {
  if (partners.length === 0) return [];
  const logs = partners.map(({ log }) => log);
  const rows = await kernel.db
    .selectFrom('subject as s')
    .innerJoin('entry as e', (join) => join.onRef('e.log', '=', 's.log').onRef('e.jti', '=', 's.latest'))
    .select(['e.log', 'e.body'])
    .where('s.kind', '=', ALERT)
    .where('s.state', '=', 'live')
    .where('s.log', 'in', logs)
    .where('e.flag', 'is', null)
    .execute();
  const records = rows.map(({ body }) => readRecord(body));
  const bodies = await loadBodies(kernel.db, records);
  return rows.flatMap(({ log }, i) => {
    const record = records[i];
    const by = partners.find((partner) => partner.log === log);
    const body = record?.digest === undefined ? record?.body : bodies.get(record.digest);
    const parsed = alertBodySchema.safeParse(body);
    return by && parsed.success ? [{ by, body: parsed.data }] : [];
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
