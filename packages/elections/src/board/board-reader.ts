import type { EventType } from '../archive/event.ts';
import { ArchiveReader } from '../archive/reader.ts';
import { type Election, readElection } from '../ballot/election.ts';
import { readJson } from '../codec/json.ts';
import { asInteger, asNumber, asObject, isObject } from '../codec/shape.ts';
import { Rejection } from '../error.ts';
import { readShuffle } from '../shuffle/shuffle.ts';
import { type PartialDecryption, readPartialDecryption } from '../tally/decryption.ts';
import { type EncryptedTally, readEncryptedTally } from '../tally/encrypted-tally.ts';
import { type ElectionResult, readResult } from '../tally/result.ts';
import { readTrustees, type TrusteeEntry } from '../trustee/trustees.ts';
import { Board, type BoardEvent, readOwned } from '../verify/board.ts';
import { nextPhase, type Phase } from '../verify/phase.ts';

/** Where an election stands on its board, and what the next step needs of it. */
export interface BoardState {
  /** Time stamp of the archive, in Unix seconds. */
  timestamp: number;
  /** The newest event: what an `ArchiveWriter` goes on from. */
  last: { hash: string; height: number };
  phase: Phase;
  /** The messages of the setup: election, trustees, list of voters, and their hashes. */
  setup: readonly string[];
  election: Election;
  trustees: TrusteeEntry[];
  ballots: number;
  /** The encrypted tally as the last shuffle left it, and the sum of the weights in it. */
  tally: EncryptedTally | undefined;
  totalWeight: number;
  /** Owners, in the order of their shuffles. */
  shufflers: number[];
  shares: Map<number, PartialDecryption>;
  result: ElectionResult | undefined;
}

/** Places of the ranking questions: only their lists are shuffled. */
export function rankingPlaces(election: Election): number[] {
  return election.questions.flatMap((question, i) => (question.type === 'ranking' ? [i] : []));
}

/**
 * Reads a board for its next step, as a stream. Form, chain and order of the steps are checked; proofs are not: verify the
 * archive as well where it came from somebody else. Holds no ballot.
 *
 * @example
 * const reader = new BoardReader();
 * for await (const chunk of file) reader.push(chunk);
 * const { phase, election } = reader.end();
 */
export class BoardReader {
  readonly #reader = new ArchiveReader();
  readonly #board = new Board();
  #state: BoardState | undefined;
  #timestamp = 0;

  /** @throws Rejection */
  push(chunk: Uint8Array): void {
    for (const record of this.#reader.push(chunk)) {
      if (record.kind === 'header') {
        this.#timestamp = Number(asObject(readJson(record.text), ['version', 'timestamp']).timestamp);
      }
      const step = this.#board.push(record);
      if (step !== undefined) this.#step(step);
    }
  }

  /** @throws Rejection `archive.truncated`, `events.missing-setup` */
  end(): BoardState {
    this.#reader.end();
    this.#board.end();
    if (this.#state === undefined) {
      throw new Rejection('events.missing-setup', 'The board does not begin with the setup of the election.');
    }
    return this.#state;
  }

  #step({ event, hash, messages }: BoardEvent): void {
    const { phase, election } = this.#state ?? { phase: 'empty' as const };
    const next = nextPhase(phase, event.type, election !== undefined && rankingPlaces(election).length > 0);
    if (event.type === 'Setup') {
      this.#state = setupState(this.#timestamp, messages);
    }
    const state = this.#state as BoardState;
    state.phase = next;
    state.last = { hash, height: event.height };
    take(state, event.type, messages);
  }
}

function setupState(timestamp: number, messages: readonly string[]): BoardState {
  const election = readElection(messages[0]!);
  return {
    timestamp,
    last: { hash: '', height: 0 },
    phase: 'empty',
    setup: messages,
    election,
    trustees: readTrustees(messages[1]!, election.group),
    ballots: 0,
    tally: undefined,
    totalWeight: 0,
    shufflers: [],
    shares: new Map(),
    result: undefined,
  };
}

function take(state: BoardState, type: EventType, messages: readonly string[]): void {
  const { election } = state;
  switch (type) {
    case 'Ballot':
      state.ballots++;
      break;
    case 'EncryptedTally': {
      const json = asObject(readJson(messages[1]!), ['num_tallied', 'total_weight', 'encrypted_tally']);
      const weight = json.total_weight;
      state.totalWeight = typeof weight === 'string' ? Number(asNumber(weight)) : asInteger(weight);
      state.tally = readEncryptedTally(messages[0]!);
      break;
    }
    case 'Shuffle': {
      const { ciphertexts } = readShuffle(messages[0]!, election.group);
      const places = rankingPlaces(election);
      state.tally = state.tally!.map((row, i) => ciphertexts[places.indexOf(i)] ?? row);
      state.shufflers.push(readOwned(messages[1]!).owner);
      break;
    }
    case 'PartialDecryption':
      state.shares.set(readOwned(messages[1]!).owner, readPartialDecryption(messages[0]!, election.group));
      break;
    case 'Result':
      state.result = readResult(messages[0]!, election, state.totalWeight);
      break;
  }
}

/**
 * Which event a message of a voter or trustee makes, by the names of its fields; undefined where it makes none.
 * @param text the first line of the message
 * @throws Rejection `json.*`
 */
export function eventTypeOf(text: string): 'Ballot' | 'Shuffle' | 'PartialDecryption' | undefined {
  const value = readJson(text);
  if (!isObject(value)) return undefined;
  if ('election_uuid' in value) return 'Ballot';
  if ('ciphertexts' in value) return 'Shuffle';
  return 'decryption_factors' in value ? 'PartialDecryption' : undefined;
}
