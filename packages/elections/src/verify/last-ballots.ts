import { utf8 } from '@koinon/transparency-log';
import { sha256 } from '@koinon/transparency-log/crypto';
import { ArchiveReader } from '../archive/reader.ts';
import { Board } from './board.ts';
import { DigestTable } from './digest-table.ts';

const CREDENTIAL = /"credential":"([0-9]+)"/;

/**
 * First reading of an archive: which ballot of each voter is the last, and so the one that counts. With it the second
 * reading adds up ballots as they come and keeps none of them.
 */
export class LastBallots {
  readonly #reader = new ArchiveReader();
  readonly #board = new Board();
  readonly #lastOf = new DigestTable();
  #ballots = 0;

  /** @throws Rejection where the archive or its chain is broken */
  push(chunk: Uint8Array): void {
    for (const record of this.#reader.push(chunk)) {
      const step = this.#board.push(record);
      if (step?.event.type !== 'Ballot') continue;
      this.#ballots++;
      this.#lastOf.set(credentialDigest(CREDENTIAL.exec(step.messages[0]!)?.[1] ?? ''), this.#ballots);
    }
  }

  /** Whether ballot number `n` (1 is the first on the board) is the last of its credential. */
  counts(n: number, credential: bigint): boolean {
    return this.#lastOf.get(credentialDigest(String(credential))) === n;
  }
}

/** Names a credential in tables. */
export function credentialDigest(credential: string): Uint8Array {
  return sha256(utf8(credential));
}
