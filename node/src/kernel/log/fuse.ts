import { equal } from '@koinon/transparency-log';
import type { Witness } from '../trust/trust-store.ts';
import type { WitnessAnswer } from './ask-witnesses.ts';

/** The committed tree of our own log. */
export interface OwnHead {
  size: number;
  /** Root of our first `size` entries; asked only for sizes up to our own. */
  rootAt(size: number): Promise<Uint8Array>;
}

export type Verdict =
  /** Nobody has seen more of our log than we hold: signing may begin. */
  | { state: 'closed' }
  /** No witness that knows the log could be asked yet. */
  | { state: 'waiting'; reason: 'no-answer' }
  /** A witness has cosigned entries that we no longer hold. */
  | { state: 'behind'; size: number; root: Uint8Array; note: string; witness: Witness }
  /** A witness has cosigned another history under our own signature. */
  | { state: 'forked'; witness: Witness; size: number; note: string };

/**
 * The rollback fuse (decision 6 of the design): a node that was restored from an old backup must not sign a second
 * history, and only its witnesses can tell it that it is old.
 */
export async function judgeFuse(
  head: OwnHead,
  answers: ReadonlyMap<Witness, WitnessAnswer>,
): Promise<Verdict> {
  if (answers.size === 0) return { state: 'closed' };
  const seen = [...answers].flatMap(([witness, answer]) =>
    typeof answer === 'string' ? [] : [{ witness, ...answer }],
  );
  for (const { witness, size, root, note } of seen) {
    if (size <= head.size && !equal(await head.rootAt(size), root))
      return { state: 'forked', witness, size, note };
  }
  const furthest = seen.reduce<(typeof seen)[number] | null>(
    (most, one) => (most === null || one.size > most.size ? one : most),
    null,
  );
  if (furthest === null) return nobodyKnows(head.size, [...answers.values()]);
  return furthest.size > head.size ? { state: 'behind', ...furthest } : { state: 'closed' };
}

/**
 * With entries of our own, every witness must say that it has never cosigned them: one that is out of reach might know
 * more. An empty log needs only one that does not know it.
 */
function nobodyKnows(size: number, answers: readonly WitnessAnswer[]): Verdict {
  const unknown = answers.filter((answer) => answer === 'unknown').length;
  const enough = size === 0 ? unknown > 0 : unknown === answers.length;
  return enough ? { state: 'closed' } : { state: 'waiting', reason: 'no-answer' };
}
