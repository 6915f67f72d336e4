import type { Timestamp } from './columns.ts';

/** A record of the last months that is news for people, and what it concerns. */
export interface NoticeTable {
  log: number;
  jti: string;
  sub: string;
  /** Origin of the node that signed it. */
  node: string;
  /** Its subject, and the others that it concerns, as URLs at their origins. */
  subjects: string[];
  topics: string[];
  /** When this node learnt of it. */
  at: Timestamp;
}
