import { ArchiveReader } from '../archive/reader.ts';
import { readBallot } from '../ballot/ballot.ts';
import { type Election, readElection } from '../ballot/election.ts';
import { sha256Hex } from '../codec/hash.ts';
import { writeJson } from '../codec/json.ts';
import { demand } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import type { Group } from '../group/group.ts';
import type { Random } from '../random.ts';
import { makeShuffle } from '../shuffle/make-shuffle.ts';
import { writeShuffle } from '../shuffle/shuffle.ts';
import { combineFactors, decryptPartially, writePartialDecryption } from '../tally/decryption.ts';
import {
  type EncryptedTally,
  TallyBuilder,
  writeEncryptedTally,
  writeSizedTally,
} from '../tally/encrypted-tally.ts';
import { computeResult, writeResult } from '../tally/result.ts';
import { Board } from '../verify/board.ts';
import type { DigestTable } from '../verify/digest-table.ts';
import { credentialDigest, LastBallots } from '../verify/last-ballots.ts';
import type { OpenArchive } from '../verify/verify-archive.ts';
import { readVoters } from '../verify/voters.ts';
import { type BoardState, rankingPlaces } from './board-reader.ts';

/** The messages of a setup: election, trustees, list of voters, and the hashes of the three. */
export function setupMessages(
  election: string,
  trustees: string,
  credentials: string,
): [string, string, string, string] {
  const hashes = {
    election: sha256Hex(election),
    trustees: sha256Hex(trustees),
    credentials: sha256Hex(credentials),
  };
  return [election, trustees, credentials, writeJson(hashes)];
}

/** A message of one trustee, and the payload that says whose it is. `owner` counts from 1. */
export function ownedMessages(owner: number, message: string): [string, string] {
  return [message, writeJson({ owner, payload: sha256Hex(message) })];
}

/**
 * Adds up the last ballot of every voter under encryption, in two readings. Verify the archive first: proofs are not checked.
 * @returns the messages of the EncryptedTally event
 * @throws Rejection `ballot.credential-unknown`, `credentials.weight`, …
 */
export async function tallyMessages(
  open: OpenArchive,
  arithmetic: (group: Group) => Arithmetic,
): Promise<[string, string]> {
  const last = new LastBallots();
  for await (const chunk of open()) last.push(chunk);
  const reader = new ArchiveReader();
  const board = new Board();
  let setup: { election: Election; weights: DigestTable; builder: TallyBuilder } | undefined;
  let [number, counted, totalWeight] = [0, 0, 0];
  for await (const chunk of open()) {
    for (const record of reader.push(chunk)) {
      const step = board.push(record);
      if (step?.event.type === 'Setup') {
        const election = readElection(step.messages[0]!);
        const { weights } = readVoters(step.messages[2]!);
        setup = { election, weights, builder: new TallyBuilder(arithmetic(election.group), election) };
      }
      if (step?.event.type !== 'Ballot' || setup === undefined) continue;
      const ballot = readBallot(step.messages[0]!, setup.election);
      if (!last.counts(++number, ballot.credential)) continue;
      const weight = setup.weights.get(credentialDigest(String(ballot.credential)));
      demand(
        weight !== 0,
        'ballot.credential-unknown',
        'A ballot was cast with a credential that is not on the list of voters.',
      );
      setup.builder.add(ballot, weight);
      counted++;
      totalWeight += weight;
    }
  }
  demand(
    setup !== undefined,
    'events.missing-setup',
    'The board does not begin with the setup of the election.',
  );
  const tally = writeEncryptedTally(setup.builder.finish());
  return [tally, writeSizedTally(tally, counted, totalWeight)];
}

/** One trustee's shuffle of the ranked ballots: the messages of a Shuffle event. @throws Rejection `events.missing-tally` */
export function shuffleMessages(
  arithmetic: Arithmetic,
  state: BoardState,
  owner: number,
  random: Random,
): [string, string] {
  const { election } = state;
  const tally = requireTally(state);
  const lists = rankingPlaces(election).map((i) => tally[i]!);
  const shuffle = makeShuffle(arithmetic, election.publicKey, election.fingerprint, lists, random);
  return ownedMessages(owner, writeShuffle(shuffle));
}

/** One trustee's share of the decryption: the messages of a PartialDecryption event. @throws Rejection `events.missing-tally` */
export function decryptionMessages(
  arithmetic: Arithmetic,
  state: BoardState,
  owner: number,
  secret: bigint,
  random: Random,
): [string, string] {
  const { fingerprint } = state.election;
  const share = decryptPartially(arithmetic, secret, fingerprint, requireTally(state), random);
  return ownedMessages(owner, writePartialDecryption(share));
}

/** The result that the shares on the board open: the message of the Result event. @throws Rejection `decryption.insufficient` */
export function resultMessages(arithmetic: Arithmetic, state: BoardState): [string] {
  const { election, trustees, shares, totalWeight } = state;
  const tally = requireTally(state);
  const factors = combineFactors(arithmetic, trustees, tally, shares);
  return [writeResult(computeResult(arithmetic, election, tally, factors, totalWeight))];
}

function requireTally({ tally }: BoardState): EncryptedTally {
  demand(tally !== undefined, 'events.missing-tally', 'The encrypted tally is missing.');
  return tally;
}
