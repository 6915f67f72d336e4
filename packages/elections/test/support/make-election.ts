import { randomBytes } from 'node:crypto';
import { sha256Hex as sha } from '../../src/codec/hash.ts';
import {
  ArchiveWriter,
  type Arithmetic,
  assemblePedersen,
  bigIntArithmetic,
  checkTrustees,
  combineFactors,
  combineShares,
  computeResult,
  decryptPartially,
  type Election,
  type EncryptedTally,
  electionKeyOf,
  type FlatTrustee,
  flattenTrustees,
  type Group,
  groupByName,
  makeBallot,
  makeCert,
  makeCredential,
  makeElection,
  makePolynomial,
  makeSeed,
  makeShuffle,
  makeTrusteeKey,
  openDecryptionKey,
  type PartialDecryption,
  type PublicCredentials,
  publicCredential,
  type Question,
  type Random,
  readBallot,
  readCerts,
  readElection,
  routeShares,
  secretsOfSeed,
  TallyBuilder,
  type TrusteeEntry,
  type TrusteeSecrets,
  type Vote,
  writeEncryptedTally,
  writePartialDecryption,
  writePublicCredentials,
  writeResult,
  writeShuffle,
  writeSizedTally,
  writeTrustees,
} from '../../src/index.ts';

let random: Random = (bytes) => randomBytes(bytes);

/** Draws everything from another source from here on, so that the same elections are made again. */
export function drawFrom(source: Random): void {
  random = source;
}

/** Everything that is known of an election made for a test: secrets too. */
export interface MadeElection {
  arithmetic: Arithmetic;
  election: Election;
  electionText: string;
  trusteesText: string;
  trustees: TrusteeEntry[];
  flat: FlatTrustee[];
  /** Decryption secrets by owner. */
  secrets: Map<number, bigint>;
  /** Secrets of the key ceremony, by place. */
  seeds: TrusteeSecrets[];
  credentials: { credential: string; publicKey: bigint; weight: number }[];
  credentialsText: string;
}

export interface ElectionPlan {
  /** The BigInt reference where absent. */
  arithmetic?: (group: Group) => Arithmetic;
  group?: 'BELENIOS-2048' | 'RFC-3526-2048';
  questions: Question[];
  voters: number;
  weights?: number[];
  /** Number of single trustees. */
  single?: number;
  /** Threshold trustees: any `threshold` of `of`. */
  pedersen?: { threshold: number; of: number };
}

export const YES_NO: Question = {
  type: 'homomorphic',
  answers: ['Yes', 'No'],
  blank: false,
  min: 1,
  max: 1,
  question: 'Adopt?',
};

/** Three questions, ten ciphertexts, one of them for a blank answer: what speed is measured on. */
export const H3: Question[] = [
  { type: 'homomorphic', answers: ['A', 'B', 'C'], blank: true, min: 1, max: 1, question: 'One, or blank' },
  {
    type: 'homomorphic',
    answers: ['A', 'B', 'C', 'D'],
    blank: false,
    min: 1,
    max: 2,
    question: 'One or two',
  },
  {
    type: 'homomorphic',
    answers: ['Yes', 'No'],
    blank: false,
    min: 0,
    max: 1,
    question: 'Été — "yes" or no?\u0007',
  },
];

/** A vote for H3 that differs from voter to voter. */
export function h3Vote(voter: number): Vote {
  const mark = (length: number, at: number): number[] => Array.from({ length }, (_, i) => (i === at ? 1 : 0));
  return [mark(4, voter % 4), mark(4, (voter >> 2) % 4), mark(2, voter % 3)];
}

/** Sets an election up: trustees with their ceremony, credentials, and the messages of the setup. */
export function setUpElection(plan: ElectionPlan): MadeElection {
  const group = groupByName(plan.group ?? 'BELENIOS-2048')!;
  const arithmetic = (plan.arithmetic ?? bigIntArithmetic)(group);
  const secrets = new Map<number, bigint>();
  const trustees: TrusteeEntry[] = [];
  const seeds: TrusteeSecrets[] = [];
  for (let i = 0; i < (plan.single ?? 1); i++) {
    const made = makeTrusteeKey(arithmetic, random);
    trustees.push({ type: 'Single', key: made.key });
    secrets.set(secrets.size + 1, made.secret);
  }
  if (plan.pedersen !== undefined) {
    const ceremony = keyCeremony(arithmetic, plan.pedersen.threshold, plan.pedersen.of);
    trustees.push(ceremony.entry);
    for (const secret of ceremony.secrets) secrets.set(secrets.size + 1, secret);
    seeds.push(...ceremony.seeds);
  }
  const uuid = makeSeed(random);
  const template = { description: 'Made for a test', name: 'Test', questions: plan.questions };
  const electionText = makeElection(template, group, electionKeyOf(arithmetic, trustees), uuid);
  const election = readElection(electionText);
  checkTrustees(arithmetic, trustees, election.publicKey);
  const credentials = Array.from({ length: plan.voters }, (_, i) => {
    const credential = makeCredential(random);
    return {
      credential,
      publicKey: publicCredential(credential, uuid, arithmetic),
      weight: plan.weights?.[i] ?? 1,
    };
  });
  const listed: PublicCredentials = new Map(credentials.map(({ publicKey, weight }) => [publicKey, weight]));
  return {
    arithmetic,
    election,
    electionText,
    trustees,
    trusteesText: writeTrustees(trustees),
    flat: flattenTrustees(trustees),
    secrets,
    seeds,
    credentials,
    credentialsText: writePublicCredentials(listed),
  };
}

/** The six steps of the key ceremony, played by all trustees in turn. */
export function keyCeremony(arithmetic: Arithmetic, threshold: number, of: number) {
  const seeds = Array.from({ length: of }, () => secretsOfSeed(makeSeed(random)));
  const certs = seeds.map((seed) => makeCert(arithmetic, seed, random));
  const keys = readCerts(
    arithmetic,
    certs.map(({ message, signature }) =>
      JSON.stringify({
        message,
        signature: { challenge: String(signature.challenge), response: String(signature.response) },
      }),
    ),
  ).keys;
  const polynomials = seeds.map((seed) => makePolynomial(arithmetic, seed, keys, threshold, random));
  const inputs = routeShares(arithmetic, keys, polynomials);
  const outputs = seeds.map((seed, i) =>
    combineShares(arithmetic, seed, keys, inputs[i]!, threshold, random),
  );
  return {
    seeds,
    entry: assemblePedersen(arithmetic, certs, polynomials, outputs, threshold),
    secrets: seeds.map((seed, i) => openDecryptionKey(arithmetic, seed, outputs[i]!.privateKey)),
  };
}

/** A board as events with their messages, so that tests can change it before it becomes bytes. */
export type BoardSteps = Parameters<ArchiveWriter['event']>[];

export function setupStep(made: MadeElection): BoardSteps[number] {
  const { electionText, trusteesText, credentialsText } = made;
  return setupOf(electionText, trusteesText, credentialsText);
}

export function setupOf(
  electionText: string,
  trusteesText: string,
  credentialsText: string,
): BoardSteps[number] {
  const hashes = [electionText, trusteesText, credentialsText].map(sha);
  const setupData = JSON.stringify({ election: hashes[0], trustees: hashes[1], credentials: hashes[2] });
  return ['Setup', [electionText, trusteesText, credentialsText, setupData]];
}

/** An open board: the setup, and a ballot for each vote (voters in turn). */
export function openBoard(made: MadeElection, votes: readonly Vote[]): BoardSteps {
  const { arithmetic, election, credentials } = made;
  const ballots = votes.map((vote, i): BoardSteps[number] => [
    'Ballot',
    [makeBallot(arithmetic, election, credentials[i % credentials.length]!.credential, vote, random)],
  ]);
  return [setupStep(made), ...ballots];
}

/** Closes and counts a board. `deciding`: the owners who decrypt; `shufflers`: who shuffle, where there is something to. */
export function countBoard(
  made: MadeElection,
  board: BoardSteps,
  deciding: readonly number[] = made.flat.map(({ owner }) => owner),
  shufflers: readonly number[] = [1],
): BoardSteps {
  const { arithmetic, election, credentials } = made;
  const weightOf = new Map(credentials.map(({ publicKey, weight }) => [publicKey, weight]));
  const latest = new Map(
    board
      .filter(([type]) => type === 'Ballot')
      .map(([, messages]) => readBallot(messages[0]!, election))
      .map((ballot) => [ballot.credential, ballot]),
  );
  const builder = new TallyBuilder(arithmetic, election);
  let weight = 0;
  for (const ballot of latest.values()) {
    builder.add(ballot, weightOf.get(ballot.credential)!);
    weight += weightOf.get(ballot.credential)!;
  }
  let tally: EncryptedTally = builder.finish();
  const tallyText = writeEncryptedTally(tally);
  const steps: BoardSteps = [
    ...board,
    ['EndBallots', []],
    ['EncryptedTally', [tallyText, writeSizedTally(tallyText, latest.size, weight)]],
  ];
  const places = election.questions.flatMap((question, i) => (question.type === 'ranking' ? [i] : []));
  if (places.length > 0) {
    for (const owner of shufflers) {
      const lists = places.map((i) => tally[i]!);
      const shuffle = makeShuffle(arithmetic, election.publicKey, election.fingerprint, lists, random);
      tally = tally.map((row, i) => (places.includes(i) ? shuffle.ciphertexts[places.indexOf(i)]! : row));
      steps.push(['Shuffle', owned(owner, writeShuffle(shuffle))]);
    }
    steps.push(['EndShuffles', []]);
  }
  const shares = new Map<number, PartialDecryption>();
  for (const owner of deciding) {
    const share = decryptPartially(arithmetic, made.secrets.get(owner)!, election.fingerprint, tally, random);
    shares.set(owner, share);
    steps.push(['PartialDecryption', owned(owner, writePartialDecryption(share))]);
  }
  const factors = combineFactors(arithmetic, made.trustees, tally, shares);
  steps.push(['Result', [writeResult(computeResult(arithmetic, election, tally, factors, weight))]]);
  return steps;
}

export function owned(owner: number, message: string): [string, string] {
  return [message, JSON.stringify({ owner, payload: sha(message) })];
}

/** The bytes of a board. */
export function archiveOf(steps: BoardSteps, timestamp = 1_795_000_000): Uint8Array {
  const writer = new ArchiveWriter(timestamp);
  return Buffer.concat([writer.start(), ...steps.map(([type, messages]) => writer.event(type, messages))]);
}
