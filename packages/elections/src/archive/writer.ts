import { concat, utf8 } from '@koinon/transparency-log';
import { sha256Hex } from '../codec/hash.ts';
import { type ElectionEvent, type EventType, writeEvent } from './event.ts';
import { headerText } from './reader.ts';
import { BLOCK, encodeHeader } from './tar-header.ts';

/**
 * Makes the bytes of a `.bel` archive, append-only: each call gives what must be written next. Belenios requires the very
 * bytes of its own writer (no end-of-file blocks, plain headers), so no tar library serves.
 *
 * @example
 * const writer = new ArchiveWriter(1795417235);
 * write(writer.start());
 * write(writer.event('Ballot', [ballotText]));
 */
export class ArchiveWriter {
  readonly #timestamp: number;
  #last: { hash: string; height: number } | undefined;

  /** `last`: the newest event of an archive that is continued. */
  constructor(timestamp: number, last?: { hash: string; height: number }) {
    this.#timestamp = timestamp;
    this.#last = last;
  }

  start(): Uint8Array {
    return this.#file('BELENIOS', headerText(this.#timestamp));
  }

  /** The messages of an event, the last of them its payload, and then the event itself. */
  event(type: EventType, messages: readonly string[]): Uint8Array {
    const payload = messages.at(-1);
    const event: ElectionEvent = { height: this.#last === undefined ? 0 : this.#last.height + 1, type };
    if (this.#last !== undefined) event.parent = this.#last.hash;
    if (payload !== undefined) event.payload = sha256Hex(payload);
    const text = writeEvent(event);
    this.#last = { hash: sha256Hex(text), height: event.height };
    return concat(
      ...messages.map((message) => this.#file(`${sha256Hex(message)}.data.json`, message)),
      this.#file(`${this.#last.hash}.event.json`, text),
    );
  }

  #file(name: string, text: string): Uint8Array {
    const body = utf8(text);
    const header = encodeHeader({ name, size: body.length, mtime: this.#timestamp });
    const padding = new Uint8Array(Math.ceil(body.length / BLOCK) * BLOCK - body.length);
    return concat(header, body, padding);
  }
}
