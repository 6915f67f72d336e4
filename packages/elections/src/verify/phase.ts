import type { EventType } from '../archive/event.ts';
import { Rejection } from '../error.ts';

/** Where an election stands after an event. */
export type Phase =
  | 'empty'
  | 'open'
  | 'closed'
  | 'tallied'
  | 'shuffling'
  | 'shuffled'
  | 'decrypting'
  | 'done';

/** What an event leads to from each phase; what is missing here is refused with a reason of its own. */
const NEXT: Record<Phase, Partial<Record<EventType, Phase>>> = {
  empty: { Setup: 'open' },
  open: { Ballot: 'open', EndBallots: 'closed' },
  closed: { EncryptedTally: 'tallied' },
  tallied: { Shuffle: 'shuffling', PartialDecryption: 'decrypting' },
  shuffling: { Shuffle: 'shuffling', EndShuffles: 'shuffled' },
  shuffled: { PartialDecryption: 'decrypting' },
  decrypting: { PartialDecryption: 'decrypting', Result: 'done' },
  done: {},
};

/**
 * The phase after an event.
 * @param ranking whether the election has ranking questions: only then is shuffling a phase, and it cannot be left out
 * @throws Rejection `events.*`, `shuffle.missing`, `shuffle.unexpected`, `decryption.insufficient`
 */
export function nextPhase(phase: Phase, type: EventType, ranking: boolean): Phase {
  if (phase === 'tallied' && type === 'PartialDecryption' && ranking) {
    throw new Rejection(
      'shuffle.missing',
      'Ranked ballots were decrypted without being mixed: they could be linked to voters.',
    );
  }
  if (phase === 'tallied' && type === 'Shuffle' && !ranking) {
    throw new Rejection('shuffle.unexpected', 'The election has nothing to shuffle.');
  }
  const next = NEXT[phase][type];
  if (next === undefined) throw refusal(phase, type);
  return next;
}

function refusal(phase: Phase, type: EventType): Rejection {
  if (phase === 'empty')
    return new Rejection('events.missing-setup', 'The board does not begin with the setup of the election.');
  if (type === 'Setup') return new Rejection('events.second-setup', 'The election was set up a second time.');
  if (phase === 'done') {
    return type === 'Result'
      ? new Rejection('events.second-result', 'The board states a second result.')
      : new Rejection('events.after-result', 'The board goes on after its result.');
  }
  if (type === 'Ballot' && phase !== 'open') {
    return new Rejection(
      'events.ballot-after-close',
      'A ballot was put on the board after the vote had closed.',
    );
  }
  if (phase === 'open')
    return new Rejection('events.missing-endballots', 'The count began before the vote was closed.');
  if (phase === 'closed') return new Rejection('events.missing-tally', 'The encrypted tally is missing.');
  if (type === 'Result')
    return new Rejection('decryption.insufficient', 'A result is stated before the trustees decrypted it.');
  return new Rejection('events.order', 'The steps of the election stand in an order that is not possible.');
}
