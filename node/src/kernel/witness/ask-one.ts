import {
  type Checkpoint,
  cosignatureTime,
  formatAddCheckpoint,
  type Hash,
  MAX_NOTE,
  openNote,
  parseVerifierKey,
  TransparencyLogError,
} from '@koinon/transparency-log';
import { unixSeconds } from '../clock.ts';
import type { Kernel } from '../kernel.ts';
import { isDatable } from '../log/cosignatures.ts';
import type { Witness } from '../trust/trust-store.ts';

const TIMEOUT_MS = 2000;
/** Seconds by which the clock of a witness may be ahead of ours: so far that nobody is refused for a slow one. */
const MOST_AHEAD = 24 * 3600;
const CONFLICT_TYPE = 'text/x.tlog.size';

export interface Question {
  checkpoint: Checkpoint;
  /** Signed by our log keys. */
  note: string;
  proof(oldSize: number): Promise<Hash[]>;
}

/**
 * Asks one witness to cosign a checkpoint of ours (tlog-witness, add-checkpoint), as an extension of `oldSize`. A witness
 * that knows another size says so, and is asked once more from there.
 * @returns cosignature lines that its keys verify; none where it refuses or its lines do not hold
 */
export async function askOne(
  kernel: Pick<Kernel, 'fetcher' | 'clock'>,
  witness: Witness & { url: string },
  question: Question,
  oldSize: number,
): Promise<string[]> {
  const latest = unixSeconds(kernel.clock) + MOST_AHEAD;
  const first = await send(kernel, witness, question, oldSize);
  if (first.status !== 409)
    return first.status === 200 ? verifiedLines(witness, question, first.text, latest) : [];
  const known = sizeOf(first.text);
  if (first.type !== CONFLICT_TYPE || known === null || known > question.checkpoint.size) return [];
  const second = await send(kernel, witness, question, known);
  return second.status === 200 ? verifiedLines(witness, question, second.text, latest) : [];
}

async function send(
  kernel: Pick<Kernel, 'fetcher'>,
  { url }: { url: string },
  question: Question,
  oldSize: number,
) {
  const proof = oldSize === 0 || oldSize >= question.checkpoint.size ? [] : await question.proof(oldSize);
  const answer = await kernel.fetcher.fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, {
    method: 'POST',
    body: formatAddCheckpoint(oldSize, proof, question.note),
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    maxBytes: MAX_NOTE,
    timeoutMs: TIMEOUT_MS,
  });
  const type = (answer.headers['content-type'] ?? '').split(';')[0]?.trim();
  return { status: answer.status, type, text: new TextDecoder().decode(answer.body) };
}

function sizeOf(text: string): number | null {
  const match = /^(0|[1-9][0-9]{0,15})\n$/.exec(text);
  return match ? Number(match[1]) : null;
}

/** What a witness answers is held against its keys before anything of it is kept; lines of other keys are dropped. */
function verifiedLines({ vkeys }: Witness, { note }: Question, lines: string, latest: number): string[] {
  try {
    const opened = openNote(note + lines, vkeys.map(parseVerifierKey));
    return opened.verified
      .filter(({ signature }) => {
        const time = cosignatureTime(signature.signature);
        return isDatable(time) && time <= latest;
      })
      .map(({ signature }) => signature.line);
  } catch (error) {
    if (error instanceof TransparencyLogError) return [];
    throw error;
  }
}
