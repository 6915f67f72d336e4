import { EMPTY_ROOT, equal, type Hash, originHash } from '@koinon/transparency-log';
import type { WitnessRecallTable } from '../database/tables/watch.ts';
import { type AcceptedNote, acceptNote, noteKeys } from '../follow/accept-note.ts';
import { isFault } from '../follow/fault.ts';
import { type RemoteLog, remoteLog } from '../follow/remote-log.ts';
import { fetchConsistency, fetchProvenRoot } from '../follow/remote-proof.ts';
import type { Kernel } from '../kernel.ts';
import { raiseAlert } from '../trust/alerts.ts';
import { cosign } from './cosign.ts';

const TIMEOUT_MS = 3_000;

/** Who may know what we cosigned: the log, which shows our lines, and everybody else who cosigns it. */
interface Holder {
  name: string;
  /** Whether it is the log itself, whose word alone does not do. */
  log: boolean;
  prefix: string;
  remote: RemoteLog;
}

interface Version {
  size: number;
  root: Hash;
  note: string | null;
}

/**
 * Asks once for one log, and lets it be cosigned again where the answers allow that. What they show of it must be one
 * history that goes on from what we remember; we cosign its end before anything else. Two histories are an alarm.
 * @returns why it goes on waiting; null where it does not
 */
export async function recallLog(
  kernel: Kernel,
  { origin, thorough }: Pick<WitnessRecallTable, 'origin' | 'thorough'>,
  signal: AbortSignal,
): Promise<string | null> {
  // What is frozen is not cosigned anyway; asked again once the operator resumes it.
  if (await kernel.trust.isFrozen(origin)) return null;
  const holders = await holdersOf(kernel, origin, signal);
  const answers = await Promise.all(holders.map((holder) => ask(kernel, holder, origin)));
  const missing = missingAnswer(holders, answers);
  if (thorough && missing !== null) return `${origin}: waits for an answer of ${missing}`;
  const found = answers.flatMap((answer) => (answer === null || answer === 'none' ? [] : [answer]));
  const end = await oneHistory(kernel, origin, holders, found, await remembered(kernel, origin));
  if (end === 'unproven' && thorough) return `${origin}: nobody shows how its versions belong together`;
  const goesOn = end === null || end === 'unproven' || (await goOn(kernel, origin, holders, end));
  if (!goesOn && thorough) return `${origin}: its newest version could not be cosigned`;
  if (signal.aborted) return null;
  await kernel.db.deleteFrom('witness_recall').where('origin', '=', origin).execute();
  return null;
}

async function holdersOf(kernel: Kernel, origin: string, signal: AbortSignal): Promise<Holder[]> {
  const partners = (await kernel.trust.partners()).filter(({ state }) => state === 'active');
  return partners.map(({ node, name, logOrigin, logPrefix, witnessPrefix }) => {
    const log = logOrigin === origin;
    const prefix = `${node}${log ? logPrefix : `${witnessPrefix}${originHash(origin)}`}`;
    return { name, log, prefix, remote: remoteLog(kernel.fetcher, prefix, signal) };
  });
}

/** `none`: it has never seen the log. Null: no answer, or one that the log has not signed. */
async function ask(
  kernel: Kernel,
  { name, prefix }: Holder,
  origin: string,
): Promise<AcceptedNote | 'none' | null> {
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const answer = await remoteLog(kernel.fetcher, prefix, limit).checkpoint();
    if (answer === null || answer === 'unchanged') return 'none';
    return acceptNote(answer.note, await noteKeys(kernel, origin));
  } catch (error) {
    if (!isFault(error) && !limit.aborted) throw error;
    kernel.log.debug({ err: error, partner: name, origin }, 'does not say what it holds of a log');
    return null;
  }
}

/** A log that could hide a version of its own is asked too, but counts only where there is nobody else. */
function missingAnswer(holders: readonly Holder[], answers: readonly unknown[]): string | null {
  const others = holders.some(({ log }) => !log);
  const missing = holders.find(({ log }, i) => answers[i] === null && !(log && others));
  return missing?.name ?? null;
}

async function remembered(kernel: Kernel, origin: string): Promise<Version> {
  const row = await kernel.db
    .selectFrom('cosigner')
    .select(['size', 'root', 'note'])
    .where('origin', '=', origin)
    .executeTakeFirst();
  return row === undefined
    ? { size: 0, root: EMPTY_ROOT, note: null }
    : { ...row, root: Uint8Array.from(row.root) };
}

/** The largest version where all belong to one history from `known` on; null where it is what we remember. */
async function oneHistory(
  kernel: Kernel,
  origin: string,
  holders: readonly Holder[],
  found: readonly AcceptedNote[],
  known: Version,
): Promise<Version | 'unproven' | null> {
  let last = known;
  const versions = found.map(({ checkpoint: { size, root }, note }) => ({ size, root, note }));
  for (const version of versions.sort((a, b) => a.size - b.size)) {
    if (version.size < known.size) continue;
    const root = await rootOf(holders, last.size, version);
    if (root === null) return 'unproven';
    if (!equal(root, last.root)) {
      const detail = { ourSize: last.size, theirSize: version.size };
      await raiseAlert(kernel, {
        origin,
        code: 'two-histories',
        detail,
        ours: last.note,
        theirs: version.note,
      });
      return null;
    }
    last = version;
  }
  return last === known ? null : last;
}

/** Root of the first `at` entries of a version, as anybody shows it to belong there. */
async function rootOf(holders: readonly Holder[], at: number, version: Version): Promise<Hash | null> {
  for (const { remote } of holders) {
    try {
      return await fetchProvenRoot(remote, at, version);
    } catch (error) {
      if (!isFault(error)) throw error;
    }
  }
  return null;
}

/** By the rules of every cosignature; false where another was faster or nobody gives the proof. */
async function goOn(
  kernel: Kernel,
  origin: string,
  holders: readonly Holder[],
  { size, note }: Version,
): Promise<boolean> {
  const { size: oldSize } = await remembered(kernel, origin);
  for (const { remote } of holders) {
    try {
      const proof = oldSize > 0 && oldSize < size ? await fetchConsistency(remote, oldSize, size) : [];
      const request = { origin, oldSize, proof, note: note ?? '' };
      const { status } = await cosign(kernel, request, { recalling: true });
      if (status === 200) return true;
    } catch (error) {
      if (!isFault(error)) throw error;
    }
  }
  return false;
}
