import {
  bundlesForSize,
  CompactRange,
  decodeBundle,
  entriesPath,
  fromUtf8,
  leafHash,
  openCheckpoint,
  parseVerifierKey,
  toHex,
} from '@koinon/transparency-log';
import { statement } from './api.ts';

/** A log read whole from its own endpoints: its records in order, and what its root was at every size. */
export interface ReadLog {
  size: number;
  jtis: string[];
  /** Root at each size from 0, as lower-case hex. */
  roots: string[];
}

/** A checkpoint as someone saw it at some time. */
export interface Seen {
  size: number;
  root: string;
}

/** The signed checkpoint at an address, opened with the log's own key; null where there is none. */
export async function seenCheckpoint(address: string, vkey: string): Promise<Seen | null> {
  const response = await fetch(address);
  if (!response.ok) return null;
  const verifier = parseVerifierKey(vkey);
  const { checkpoint } = openCheckpoint(await response.text(), {
    origin: verifier.name,
    logVerifiers: [verifier],
  });
  return { size: checkpoint.size, root: toHex(checkpoint.root) };
}

/** Reads every entry that the newest checkpoint covers, and refuses a log that does not hash to what it signed. */
export async function readLog(url: string): Promise<ReadLog> {
  const { log } = await statement(url);
  const prefix = url + log.prefix;
  const checkpoint = await seenCheckpoint(`${prefix}checkpoint`, log.vkeys[0]);
  if (checkpoint === null) throw new Error(`${url} has no checkpoint`);
  const range = new CompactRange();
  const roots = [toHex(range.root())];
  const jtis: string[] = [];
  for (const bundle of bundlesForSize(checkpoint.size)) {
    const response = await fetch(prefix + entriesPath(bundle));
    if (!response.ok) throw new Error(`${entriesPath(bundle)} answers ${response.status}`);
    for (const entry of decodeBundle(new Uint8Array(await response.arrayBuffer()), bundle.width)) {
      range.append(leafHash(entry));
      roots.push(toHex(range.root()));
      jtis.push(jtiOf(fromUtf8(entry)));
    }
  }
  if (roots[checkpoint.size] !== checkpoint.root)
    throw new Error('the entries do not hash to the signed root');
  return { size: checkpoint.size, jtis, roots };
}

function jtiOf(jws: string): string {
  const [, payload = ''] = jws.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString()).jti;
}

/** Those of the checkpoints that the log, as it is now, does not extend. */
export function contradictions(log: ReadLog, seen: readonly Seen[]): Seen[] {
  return seen.filter(({ size, root }) => log.roots[size] !== root);
}
