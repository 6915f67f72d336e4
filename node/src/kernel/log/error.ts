import { KoinonError } from '../error.ts';

/** The head moved between reading and writing it: another process got in between, which the lock should prevent. */
export class HeadMoved extends KoinonError {
  readonly code = 'head-moved';
  constructor(log: number, size: number) {
    super(`the head of log ${log} is no longer at ${size}`);
  }
}

/** The database belongs to a node with another origin; an origin is for good. */
export class OriginChanged extends KoinonError {
  readonly code = 'origin-changed';
  constructor(known: string, configured: string) {
    super(
      `This database is the log ${known}, but KOINON_ORIGIN says ${configured}. A log keeps its origin for good.`,
    );
  }
}
