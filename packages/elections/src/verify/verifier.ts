import { utf8 } from '@koinon/transparency-log';
import { sha256 } from '@koinon/transparency-log/crypto';
import { ArchiveReader, type ArchiveRecord } from '../archive/reader.ts';
import { ciphertextText } from '../ballot/answer.ts';
import { type Ballot, checkBallot, readBallot } from '../ballot/ballot.ts';
import { type PublicCredentials, readPublicCredentials } from '../ballot/credential.ts';
import { type Election, readElection } from '../ballot/election.ts';
import { demand, Rejection } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import { bigIntArithmetic } from '../group/bigint-arithmetic.ts';
import type { Group } from '../group/group.ts';
import { checkShuffle } from '../shuffle/check-shuffle.ts';
import { readShuffle } from '../shuffle/shuffle.ts';
import {
  checkPartialDecryption,
  combineFactors,
  type PartialDecryption,
  readPartialDecryption,
} from '../tally/decryption.ts';
import {
  type EncryptedTally,
  TallyBuilder,
  writeEncryptedTally,
  writeSizedTally,
} from '../tally/encrypted-tally.ts';
import { compareResults, computeResult, type ElectionResult, readResult } from '../tally/result.ts';
import { checkTrustees } from '../trustee/check-trustees.ts';
import { type FlatTrustee, flattenTrustees, readTrustees, type TrusteeEntry } from '../trustee/trustees.ts';
import { Board, type BoardEvent, readOwned } from './board.ts';
import { DigestTable } from './digest-table.ts';
import { credentialDigest, type LastBallots } from './last-ballots.ts';
import { nextPhase, type Phase } from './phase.ts';

export interface VerifyOptions {
  /** Gives the arithmetic of a group; the BigInt reference where absent. */
  arithmetic?: (group: Group) => Arithmetic;
  /** How many different trustees must have shuffled ranked ballots; 1 where absent, as belenios-tool has it. */
  minimumShuffles?: number;
  /** Checks a ballot's proofs elsewhere (in a worker); where absent they are checked at once. */
  checkBallot?: (ballot: string, electionText: string, event: number) => void;
}

/** What is known after a verification. */
export interface VerifyReport {
  phase: Phase;
  election: Election | undefined;
  events: number;
  /** Ballots on the board, and how many of them count (the last of each voter). */
  ballots: number;
  counted: number;
  totalWeight: number;
  result: ElectionResult | undefined;
}

interface Setup {
  election: Election;
  electionText: string;
  arithmetic: Arithmetic;
  trustees: TrusteeEntry[];
  flat: FlatTrustee[];
  credentials: PublicCredentials;
  ranking: boolean;
}

/**
 * Verifies an election as its archive is read: form, chain, order of steps, every proof, the tally and the result. Stricter
 * than belenios-tool 2.0: see `RejectionCode` for everything that is refused.
 *
 * @example
 * const last = new LastBallots();
 * last.push(archive);
 * const verifier = new Verifier(last);
 * verifier.push(archive);
 * const report = verifier.end();
 */
export class Verifier {
  readonly #reader = new ArchiveReader();
  readonly #board = new Board();
  readonly #options: VerifyOptions;
  #phase: Phase = 'empty';
  #events = 0;
  #ballots = 0;
  #setup: Setup | undefined;
  readonly #last: LastBallots;
  #counted = 0;
  readonly #seenBallots = new DigestTable();
  /** Ciphertexts by the number of the first ballot that holds them, and credentials likewise: copies show as others' numbers. */
  readonly #seenCiphertexts = new DigestTable();
  readonly #voters = new DigestTable();
  #builder: TallyBuilder | undefined;
  #tally: EncryptedTally | undefined;
  #totalWeight = 0;
  readonly #shufflers = new Set<number>();
  readonly #shares = new Map<number, PartialDecryption>();
  #result: ElectionResult | undefined;

  /** `last`: what a first reading of the same archive found (`verifyArchive` does both). */
  constructor(last: LastBallots, options: VerifyOptions = {}) {
    this.#last = last;
    this.#options = options;
  }

  /** Takes the next bytes of the archive. @throws Rejection */
  push(chunk: Uint8Array): void {
    for (const record of this.#reader.push(chunk)) this.#record(record);
  }

  /** Must be called last. @throws Rejection */
  end(): VerifyReport {
    this.#reader.end();
    this.#board.end();
    demand(
      this.#phase !== 'empty',
      'events.missing-setup',
      'The board does not begin with the setup of the election.',
    );
    return {
      phase: this.#phase,
      election: this.#setup?.election,
      events: this.#events,
      ballots: this.#ballots,
      counted: this.#counted,
      totalWeight: this.#totalWeight,
      result: this.#result,
    };
  }

  #record(record: ArchiveRecord): void {
    const step = this.#board.push(record);
    if (step === undefined) return;
    try {
      this.#step(step);
    } catch (error) {
      if (error instanceof Rejection && error.event === undefined) {
        throw new Rejection(error.code, error.sentence, step.event.height);
      }
      throw error;
    }
    this.#events++;
  }

  #step({ event, messages }: BoardEvent): void {
    const from = this.#phase;
    this.#phase = nextPhase(from, event.type, this.#setup?.ranking ?? false);
    switch (event.type) {
      case 'Setup':
        this.#onSetup(messages);
        break;
      case 'Ballot':
        this.#onBallot(messages[0]!, event.height);
        break;
      case 'EncryptedTally':
        this.#onTally(messages);
        break;
      case 'Shuffle':
        this.#onShuffle(messages);
        break;
      case 'EndShuffles':
        this.#onEndShuffles();
        break;
      case 'PartialDecryption':
        this.#onPartialDecryption(messages);
        break;
      case 'Result':
        this.#onResult(messages[0]!);
        break;
      case 'EndBallots':
        break;
    }
  }

  #onSetup([electionText, trusteesText, credentialsText]: readonly string[]): void {
    const election = readElection(electionText!);
    const arithmetic = (this.#options.arithmetic ?? bigIntArithmetic)(election.group);
    demand(
      arithmetic.isElement(election.publicKey),
      'election.public-key',
      'The key of the election is no key of its group.',
    );
    const trustees = readTrustees(trusteesText!, election.group);
    checkTrustees(arithmetic, trustees, election.publicKey);
    const credentials = readPublicCredentials(credentialsText!);
    for (const credential of credentials.keys()) {
      const element = arithmetic.isElement(credential);
      demand(
        element,
        'credentials.not-in-group',
        'An entry of the list of voters is no key of the group of the election.',
      );
    }
    const ranking = election.questions.some((question) => question.type === 'ranking');
    const weighted = [...credentials.values()].some((weight) => weight !== 1);
    demand(
      !(ranking && weighted),
      'credentials.weight',
      'A ranking question cannot be counted with weights.',
    );
    this.#setup = {
      election,
      electionText: electionText!,
      arithmetic,
      trustees,
      flat: flattenTrustees(trustees),
      credentials,
      ranking,
    };
    this.#builder = new TallyBuilder(arithmetic, election);
  }

  #onBallot(text: string, height: number): void {
    const { election, electionText, arithmetic, credentials } = this.#setup!;
    const number = ++this.#ballots;
    const first = this.#seenBallots.put(sha256(utf8(text)), number);
    demand(first === number, 'ballot.duplicate', 'The same ballot stands on the board twice.');
    const ballot = readBallot(text, election);
    const weight = credentials.get(ballot.credential);
    demand(
      weight !== undefined,
      'ballot.credential-unknown',
      'A ballot was cast with a credential that is not on the list of voters.',
    );
    if (this.#options.checkBallot !== undefined) this.#options.checkBallot(text, electionText, height);
    else checkBallot(arithmetic, election, ballot);
    this.#refuseCopies(ballot, number);
    if (!this.#last.counts(number, ballot.credential)) return;
    this.#builder!.add(ballot, weight);
    this.#counted++;
    this.#totalWeight += weight;
  }

  /** An equal ciphertext under another credential is a copied vote, even where its proofs were made anew. */
  #refuseCopies(ballot: Ballot, number: number): void {
    const voter = this.#voters.put(credentialDigest(String(ballot.credential)), number);
    for (const answer of ballot.answers) {
      for (const ciphertext of answer.type === 'ranking' ? [answer.choices] : answer.choices) {
        const owner = this.#seenCiphertexts.put(sha256(utf8(ciphertextText(ciphertext))), voter);
        demand(
          owner === voter,
          'ballot.equal-ciphertext',
          'A ballot repeats a part of another voter’s ballot.',
        );
      }
    }
  }

  #onTally([tallyText, sizedText]: readonly string[]): void {
    this.#tally = this.#builder!.finish();
    const computed = writeEncryptedTally(this.#tally);
    demand(
      computed === tallyText,
      'tally.mismatch',
      'The published tally is not the sum of the ballots on the board.',
    );
    const sized = writeSizedTally(computed, this.#counted, this.#totalWeight);
    demand(
      sized === sizedText,
      'tally.counts',
      'The published number of ballots or of votes is not the true one.',
    );
  }

  #onShuffle([shuffleText, ownedText]: readonly string[]): void {
    const { election, arithmetic } = this.#setup!;
    const owner = this.#owner(ownedText!, 'shuffle.owner');
    demand(!this.#shufflers.has(owner), 'shuffle.owner', 'One trustee shuffled the ballots twice.');
    this.#shufflers.add(owner);
    const shuffle = readShuffle(shuffleText!, election.group);
    const places = election.questions.flatMap((question, i) => (question.type === 'ranking' ? [i] : []));
    const before = places.map((i) => this.#tally![i]!);
    checkShuffle(arithmetic, election.publicKey, election.fingerprint, before, shuffle);
    this.#tally = this.#tally!.map((row, i) =>
      places.includes(i) ? shuffle.ciphertexts[places.indexOf(i)]! : row,
    );
  }

  #onEndShuffles(): void {
    const needed = this.#options.minimumShuffles ?? 1;
    const enough = this.#shufflers.size >= needed;
    demand(enough, 'shuffle.missing', 'Fewer trustees mixed the ranked ballots than the election requires.');
  }

  #onPartialDecryption([shareText, ownedText]: readonly string[]): void {
    const { election, arithmetic, flat } = this.#setup!;
    const owner = this.#owner(ownedText!, 'decryption.owner');
    demand(
      !this.#shares.has(owner),
      'decryption.duplicate-owner',
      'One trustee took part in the decryption twice.',
    );
    const share = readPartialDecryption(shareText!, election.group);
    try {
      checkPartialDecryption(
        arithmetic,
        flat[owner - 1]!.publicKey,
        election.fingerprint,
        this.#tally!,
        share,
      );
    } catch (error) {
      throw this.#wrongOwner(error, share, owner);
    }
    this.#shares.set(owner, share);
  }

  /** A share that is right for another trustee was filed under the wrong name: say that, rather than that a proof fails. */
  #wrongOwner(error: unknown, share: PartialDecryption, owner: number): unknown {
    if (!(error instanceof Rejection) || error.code !== 'decryption.proof') return error;
    const { election, arithmetic, flat } = this.#setup!;
    const other = flat.some((trustee) => {
      if (trustee.owner === owner) return false;
      try {
        checkPartialDecryption(arithmetic, trustee.publicKey, election.fingerprint, this.#tally!, share);
        return true;
      } catch {
        return false;
      }
    });
    return other
      ? new Rejection(
          'decryption.owner',
          'A share of the decryption is filed under a trustee who did not make it.',
        )
      : error;
  }

  #owner(text: string, code: 'shuffle.owner' | 'decryption.owner'): number {
    const { owner } = readOwned(text);
    const known = owner >= 1 && owner <= this.#setup!.flat.length;
    demand(known, code, 'A step of the count is filed under a trustee who does not exist.');
    return owner;
  }

  #onResult(text: string): void {
    const { election, arithmetic, trustees } = this.#setup!;
    const published = readResult(text, election, this.#totalWeight);
    const factors = combineFactors(arithmetic, trustees, this.#tally!, this.#shares);
    const computed = computeResult(arithmetic, election, this.#tally!, factors, this.#totalWeight);
    compareResults(published, computed);
    this.#checkRange(computed);
    this.#result = computed;
  }

  /** Follows from the ballots' proofs; checked again, since it costs nothing. */
  #checkRange(result: ElectionResult): void {
    this.#setup!.election.questions.forEach((question, i) => {
      if (question.type === 'ranking' || question.blank) return;
      const sum = (result[i] as number[]).reduce((total, count) => total + count, 0);
      const within = sum >= question.min * this.#totalWeight && sum <= question.max * this.#totalWeight;
      demand(
        within,
        'result.count-range',
        'The counts of a question add up to more or fewer votes than could be cast.',
      );
    });
  }
}
