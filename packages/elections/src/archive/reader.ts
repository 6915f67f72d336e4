import { sha256Hex } from '../codec/hash.ts';
import { Rejection } from '../error.ts';
import { BLOCK, decodeHeader, type TarHeader } from './tar-header.ts';

/** One record of an archive: a message (`data`) or a step of the board (`event`), named by the hash of its text. */
export interface ArchiveRecord {
  kind: 'header' | 'data' | 'event';
  hash: string;
  text: string;
}

/** Bodies above this are hostile: 65,536 ranking ballots fit into it. */
const LARGEST_BODY = 512 * 1024 * 1024;
const NAME = /^([0-9a-f]{64})\.(data|event)\.json$/;

/**
 * Reads a `.bel` archive piece by piece: `push` takes the next bytes and gives the records that became complete, `end` must
 * be called last. Holds no more than one record. Checks form only: blocks, names, hashes, one time stamp for all.
 *
 * @example
 * const reader = new ArchiveReader();
 * for await (const chunk of file) for (const record of reader.push(chunk)) handle(record);
 * reader.end();
 */
export class ArchiveReader {
  #parts: Uint8Array[] = [];
  #held = 0;
  #header: TarHeader | undefined;
  #mtime: number | undefined;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

  /** @throws Rejection `archive.*` */
  push(chunk: Uint8Array): ArchiveRecord[] {
    const records: ArchiveRecord[] = [];
    this.#parts.push(chunk);
    this.#held += chunk.length;
    for (;;) {
      if (this.#header === undefined) {
        if (this.#held < BLOCK) return records;
        this.#header = decodeHeader(this.#take(BLOCK));
        if (this.#header.size > LARGEST_BODY)
          throw new Rejection('archive.header', 'A record of the archive is too large.');
      }
      const padded = Math.ceil(this.#header.size / BLOCK) * BLOCK;
      if (this.#held < padded) return records;
      const block = this.#take(padded);
      records.push(this.#record(this.#header, block));
      this.#header = undefined;
    }
  }

  /** @throws Rejection `archive.truncated` where the archive ends in the middle of a record or holds none. */
  end(): void {
    if (this.#header !== undefined || this.#held > 0 || this.#mtime === undefined) {
      throw new Rejection('archive.truncated', 'The archive ends in the middle of a record.');
    }
  }

  #record(header: TarHeader, block: Uint8Array): ArchiveRecord {
    if (block.subarray(header.size).some((byte) => byte !== 0)) {
      throw new Rejection('archive.header', 'A record of the archive is not filled up with zeros.');
    }
    const body = block.subarray(0, header.size);
    let text: string;
    try {
      text = this.#decoder.decode(body);
    } catch {
      throw new Rejection('json.malformed', 'A record of the archive is not text.');
    }
    if (this.#mtime === undefined) {
      this.#mtime = header.mtime;
      if (header.name !== 'BELENIOS')
        throw new Rejection('archive.version', 'The file is not an archive of an election.');
      if (text !== headerText(header.mtime)) {
        throw new Rejection('archive.version', 'The archive is of another version of the protocol than 1.');
      }
      return { kind: 'header', hash: '', text };
    }
    if (header.mtime !== this.#mtime) {
      throw new Rejection('archive.header', 'The records of the archive do not all carry its time stamp.');
    }
    const [, hash, kind] = NAME.exec(header.name) ?? [];
    if (hash === undefined)
      throw new Rejection('archive.name', 'A record of the archive has a name of another form.');
    if (sha256Hex(body) !== hash)
      throw new Rejection('archive.name', 'A record is not what its name says: its hash differs.');
    return { kind: kind as 'data' | 'event', hash, text };
  }

  #take(size: number): Uint8Array {
    const out = new Uint8Array(size);
    let filled = 0;
    while (filled < size) {
      const part = this.#parts[0]!;
      const used = Math.min(part.length, size - filled);
      out.set(part.subarray(0, used), filled);
      filled += used;
      if (used === part.length) this.#parts.shift();
      else this.#parts[0] = part.subarray(used);
    }
    this.#held -= size;
    return out;
  }
}

/** The body of an archive's first record; its time stamp is a text, as the tool writes it. */
export function headerText(timestamp: number): string {
  return `{"version":1,"timestamp":"${timestamp}"}`;
}
