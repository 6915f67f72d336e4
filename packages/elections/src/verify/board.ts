import { type ElectionEvent, type EventType, readEvent, readHash } from '../archive/event.ts';
import type { ArchiveRecord } from '../archive/reader.ts';
import { readJson } from '../codec/json.ts';
import { asInteger, asObject } from '../codec/shape.ts';
import { Rejection } from '../error.ts';

/** An event with the texts of its messages, the payload last. */
export interface BoardEvent {
  event: ElectionEvent;
  hash: string;
  messages: string[];
}

/** How many messages stand before each event. */
const MESSAGES: Record<EventType, number> = {
  Setup: 4,
  Ballot: 1,
  EndBallots: 0,
  EncryptedTally: 2,
  Shuffle: 2,
  EndShuffles: 0,
  PartialDecryption: 2,
  Result: 1,
};

/**
 * Puts an archive's records together to events, and checks the chain: each event names the one before it, counts up by one,
 * and comes right after its own messages, each of which is referred to. The writer has one way to order them, so another
 * order is refused. Holds the messages of one event.
 */
export class Board {
  #messages: { hash: string; text: string }[] = [];
  #last: { hash: string; height: number } | undefined;

  /** @returns the event that the record completes, if it does. @throws Rejection */
  push(record: ArchiveRecord): BoardEvent | undefined {
    if (record.kind === 'header') return undefined;
    if (record.kind === 'data') {
      if (this.#messages.some(({ hash }) => hash === record.hash)) {
        throw new Rejection('archive.duplicate-data', 'A message stands in the archive twice.');
      }
      this.#messages.push({ hash: record.hash, text: record.text });
      if (this.#messages.length > MESSAGES.Setup) throw this.#unreferenced();
      return undefined;
    }
    const event = readEvent(record.text);
    this.#checkChain(event);
    this.#last = { hash: record.hash, height: event.height };
    const messages = this.#messages;
    this.#messages = [];
    this.#checkMessages(event, messages);
    return { event, hash: record.hash, messages: messages.map(({ text }) => text) };
  }

  /** @throws Rejection `archive.unreferenced-data` where messages are left over */
  end(): void {
    if (this.#messages.length > 0) throw this.#unreferenced();
  }

  #unreferenced(): Rejection {
    return new Rejection('archive.unreferenced-data', 'The archive holds a message that no event refers to.');
  }

  #checkChain(event: ElectionEvent): void {
    const { height, parent } = event;
    if (height !== (this.#last === undefined ? 0 : this.#last.height + 1)) {
      throw new Rejection('events.height', 'An event of the board is out of its place.', height);
    }
    if (parent !== this.#last?.hash) {
      throw new Rejection(
        'events.parent',
        'An event does not follow the one before it: the chain is broken.',
        height,
      );
    }
  }

  #checkMessages(event: ElectionEvent, messages: readonly { hash: string; text: string }[]): void {
    const wanted = MESSAGES[event.type];
    if (messages.length > wanted) throw this.#unreferenced();
    if (messages.length < wanted) {
      throw new Rejection(
        'archive.missing-data',
        'An event refers to a message that does not stand before it.',
        event.height,
      );
    }
    if (wanted === 0) return;
    const hashes = messages.map(({ hash }) => hash);
    const payload = messages.at(-1)!;
    const referred = [...referencesOf(event.type, payload.text), payload.hash];
    const same = payload.hash === event.payload && referred.every((hash, i) => hash === hashes[i]);
    if (!same) throw this.#unreferenced();
  }
}

/** Hashes of the messages that a payload stands for. */
function referencesOf(type: EventType, payload: string): string[] {
  if (type === 'Setup') {
    const json = asObject(readJson(payload), ['election', 'trustees', 'credentials']);
    return [readHash(json.election), readHash(json.trustees), readHash(json.credentials)];
  }
  if (type === 'EncryptedTally') {
    return [
      readHash(
        asObject(readJson(payload), ['num_tallied', 'total_weight', 'encrypted_tally']).encrypted_tally,
      ),
    ];
  }
  if (type === 'Shuffle' || type === 'PartialDecryption') return [readHash(readOwned(payload).payload)];
  return [];
}

/** A message of one trustee: its owner, counted from 1. */
export function readOwned(text: string): { owner: number; payload: string } {
  const json = asObject(readJson(text), ['owner', 'payload']);
  return { owner: asInteger(json.owner), payload: readHash(json.payload) };
}
