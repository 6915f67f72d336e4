import { type Json, readJson, writeJson } from '../codec/json.ts';
import { asInteger, asObject, asString } from '../codec/shape.ts';
import { Rejection } from '../error.ts';

export const EVENT_TYPES = [
  'Setup',
  'Ballot',
  'EndBallots',
  'EncryptedTally',
  'Shuffle',
  'EndShuffles',
  'PartialDecryption',
  'Result',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** One step of an election on its board. Each names the one before it by hash, so that the board is a chain. */
export interface ElectionEvent {
  /** SHA-256 (hex) of the event before; absent in the first. */
  parent?: string;
  /** 0 for the first event. */
  height: number;
  type: EventType;
  /** SHA-256 (hex) of the message that the event is about; `EndBallots` and `EndShuffles` have none. */
  payload?: string;
}

const HASH = /^[0-9a-f]{64}$/;

/** The bytes of an event as they are hashed: keys in the order parent, height, type, payload. */
export function writeEvent(event: ElectionEvent): string {
  const json: { [key: string]: Json } = {};
  if (event.parent !== undefined) json.parent = event.parent;
  json.height = event.height;
  json.type = event.type;
  if (event.payload !== undefined) json.payload = event.payload;
  return writeJson(json);
}

/** @throws Rejection `json.*`, `events.type`, `events.payload` */
export function readEvent(text: string): ElectionEvent {
  const json = asObject(readJson(text), ['parent?', 'height', 'type', 'payload?']);
  const type = asString(json.type);
  if (!(EVENT_TYPES as readonly string[]).includes(type)) {
    throw new Rejection('events.type', `The board holds an event of an unknown type.`);
  }
  const event: ElectionEvent = { height: asInteger(json.height), type: type as EventType };
  if (json.parent !== undefined) event.parent = readHash(json.parent);
  if (json.payload !== undefined) event.payload = readHash(json.payload);
  const bare = event.type === 'EndBallots' || event.type === 'EndShuffles';
  if (bare !== (event.payload === undefined)) {
    throw new Rejection(
      'events.payload',
      `An event of type ${event.type} has the wrong number of messages.`,
      event.height,
    );
  }
  return event;
}

/** A lower-case hex SHA-256. */
export function readHash(value: Json | undefined): string {
  const text = asString(value);
  if (!HASH.test(text))
    throw new Rejection('json.type', 'A message should name another one by its hash, and does not.');
  return text;
}
