// Bytes that the verifier holds for each ballot, in a process of its own: node --expose-gc ballot-memory.ts
// Ballots have ten different ciphertexts each, of random digits, since their proofs are not checked here.
import { randomBytes } from 'node:crypto';
import {
  ArchiveWriter,
  LastBallots,
  type ProofChecks,
  readBallot,
  Verifier,
  writePublicCredentials,
} from '@koinon/elections';
import { kernel } from '../../../packages/elections/test/support/kernel.ts';
import {
  H3,
  h3Vote,
  openBoard,
  setUpElection,
  setupOf,
} from '../../../packages/elections/test/support/make-election.ts';

const BALLOTS = 20_000;

const made = setUpElection({ questions: H3, voters: 1, arithmetic: kernel });
const text = openBoard(made, [h3Vote(0)])[1]?.[1][0] ?? '';
const voters = Array.from({ length: BALLOTS }, () => digits());
const list = writePublicCredentials(new Map(voters.map((voter) => [BigInt(voter), 1])));

/** The one real ballot with other numbers in it: 617 digits below the modulus. */
function* archive(): Generator<Uint8Array> {
  const writer = new ArchiveWriter(1_795_000_000);
  yield writer.start();
  yield writer.event(...setupOf(made.electionText, made.trusteesText, list));
  const first = readBallot(text, made.election).credential;
  for (const voter of voters) {
    const other = text
      .replace(/"(alpha|beta)":"[0-9]+"/g, (_, name) => `"${name}":"${digits()}"`)
      .replace(`"credential":"${first}"`, `"credential":"${voter}"`);
    yield writer.event('Ballot', [other]);
  }
}

function digits(): string {
  return `1${BigInt(`0x${randomBytes(256).toString('hex')}`)
    .toString()
    .padStart(617, '0')
    .slice(0, 615)}`;
}

const unchecked: ProofChecks = { begin() {}, credentials() {}, ballot() {} };

function held(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

// Random numbers are other ones in the second reading, but the voters are the same.
const before = held();
const last = new LastBallots();
for (const chunk of archive()) last.push(chunk);
const verifier = new Verifier(last, { arithmetic: kernel }, unchecked);
for (const chunk of archive()) verifier.push(chunk);
const after = held();
if (verifier.end().counted !== BALLOTS) throw new Error('ballots are missing');
console.log((after - before) / BALLOTS);
