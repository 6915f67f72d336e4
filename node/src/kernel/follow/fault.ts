import type { AlertCode } from '../database/tables/watch.ts';
import { FetchRefused } from '../fetch/index.ts';

/**
 * What is wrong with a partner's answer, in three degrees. Which one it is decides whether an alarm is raised:
 *
 * 1. `Unavailable`: no answer, or one that says nothing of the log (unreachable, slow, redirected, status 5xx, a page in
 *    place of a file). Networks do that. It is counted and shown, never an alarm.
 * 2. `BadContent`: an answer that cannot belong to the tree that the log has signed, or a checkpoint that its keys have
 *    not signed. A broken cache or somebody in between can do that once, so an alarm needs it several times in a row,
 *    over some time (see `Patience`).
 * 3. `Misbehaviour`: two checkpoints, both signed by the log's key, that no one log can have. Nobody else can make
 *    these: one pair is enough, and anybody can check it.
 */
export class Unavailable extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export interface FaultDetail {
  /** Entries that every version shares, as far as we know. */
  commonSize?: number;
  [name: string]: string | number | boolean | undefined;
}

/** A detail as JSON has it: without members that are undefined. */
export function plainDetail(detail: FaultDetail): Record<string, string | number | boolean> {
  return Object.fromEntries(
    Object.entries(detail).filter(
      (entry): entry is [string, string | number | boolean] => entry[1] !== undefined,
    ),
  );
}

export class BadContent extends Error {
  readonly code: AlertCode;
  readonly detail: FaultDetail;
  /** The signed checkpoint that the answer contradicts, where there is one. */
  readonly note: string | null;
  constructor(code: AlertCode, message: string, detail: FaultDetail = {}, note: string | null = null) {
    super(message);
    this.code = code;
    this.detail = detail;
    this.note = note;
  }
}

export class Misbehaviour extends Error {
  readonly code = 'two-histories';
  readonly detail: FaultDetail;
  readonly ours: string;
  readonly theirs: string;
  constructor(message: string, ours: string, theirs: string, detail: FaultDetail) {
    super(message);
    this.ours = ours;
    this.theirs = theirs;
    this.detail = detail;
  }
}

export type Fault = Unavailable | BadContent | Misbehaviour;

export function isFault(error: unknown): error is Fault {
  return error instanceof Unavailable || error instanceof BadContent || error instanceof Misbehaviour;
}

/** A refused request as a fault: too large an answer is content that no log can have, the rest is a bad line. */
export function faultOfRefusal(error: unknown, code: AlertCode): unknown {
  if (!(error instanceof FetchRefused)) return error;
  return error.code === 'too-large'
    ? new BadContent(code, error.message, { url: error.detail.url, reason: error.detail.reason })
    : new Unavailable(error.code, error.message);
}
