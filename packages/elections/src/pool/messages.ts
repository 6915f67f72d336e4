import type { RejectionCode } from '../error.ts';

/** What the pool tells its workers. A session is one verification; its election is told once. */
export type Order =
  | { type: 'kernels'; list: readonly Uint8Array[] }
  | { type: 'election'; session: number; text: string }
  | { type: 'end'; session: number }
  | Job;

/** Work that is answered by a `Reply` with the same number. */
export type Job =
  | { type: 'ballot'; session: number; job: number; text: string }
  | { type: 'credentials'; session: number; job: number; list: string[] };

/** `rejection`: what is wrong with the job's content. `failure`: the worker itself could not do its work. */
export interface Reply {
  job: number;
  rejection?: { code: RejectionCode; sentence: string };
  failure?: string;
}
