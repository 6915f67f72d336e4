import { type Election, readElection } from '../ballot/election.ts';
import { demand } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import type { Group } from '../group/group.ts';
import { checkTrustees } from '../trustee/check-trustees.ts';
import { type FlatTrustee, flattenTrustees, readTrustees, type TrusteeEntry } from '../trustee/trustees.ts';
import type { DigestTable } from './digest-table.ts';
import type { ProofChecks } from './proof-checks.ts';
import { credentialsOf, readVoters } from './voters.ts';

/** What an election is set up with, all of it checked. */
export interface Setup {
  election: Election;
  arithmetic: Arithmetic;
  trustees: TrusteeEntry[];
  flat: FlatTrustee[];
  /** Weights by digest of the public credential: some dozens of bytes for a voter, where the credentials have 617 digits. */
  weights: DigestTable;
  /** Places of the ranking questions. */
  rankings: number[];
}

/**
 * Reads and checks the messages of the first event: election, trustees, voters.
 * @throws Rejection `election.*`, `trustees.*`, `credentials.*`, `json.*`
 */
export function checkSetup(
  [electionText, trusteesText, credentialsText]: readonly string[],
  arithmeticOf: (group: Group) => Arithmetic,
  checks: ProofChecks,
): Setup {
  const election = readElection(electionText!);
  const arithmetic = arithmeticOf(election.group);
  demand(
    arithmetic.isElement(election.publicKey),
    'election.public-key',
    'The key of the election is no key of its group.',
  );
  const trustees = readTrustees(trusteesText!, election.group);
  checkTrustees(arithmetic, trustees, election.publicKey);
  const { weights, weighted } = readVoters(credentialsText!);
  checks.begin(electionText!, election, arithmetic);
  checks.credentials(credentialsOf(credentialsText!));
  const rankings = election.questions.flatMap((question, i) => (question.type === 'ranking' ? [i] : []));
  demand(
    !(rankings.length > 0 && weighted),
    'credentials.weight',
    'A ranking question cannot be counted with weights.',
  );
  return { election, arithmetic, trustees, flat: flattenTrustees(trustees), weights, rankings };
}
