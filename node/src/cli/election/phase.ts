import type { BoardState, Phase } from '@koinon/elections';
import { Failed } from '../framework/error.ts';

const WHERE: Record<Phase, string> = {
  empty: 'has not begun',
  open: 'is open for votes',
  closed: 'is closed and not tallied',
  tallied: 'is closed, and its ballots are added up',
  shuffling: 'is being mixed by its trustees',
  shuffled: 'is mixed, and waits for its trustees to decrypt',
  decrypting: 'is being decrypted by its trustees',
  done: 'is counted',
};

/** Where an election stands, after "The election …". */
export function whereItStands(phase: Phase): string {
  return WHERE[phase];
}

/** @throws Failed `wrong-phase` where this step is not the next one */
export function requirePhase({ phase }: BoardState, allowed: readonly Phase[], step: string): void {
  if (allowed.includes(phase)) return;
  throw new Failed('wrong-phase', `The election ${WHERE[phase]}: this is not the time to ${step}.`, {
    phase,
  });
}
