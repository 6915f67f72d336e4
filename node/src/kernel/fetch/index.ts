/** The one guarded way out of the process: see `Fetcher`. */
export { isLoopbackAddress, isPublicAddress } from './address.ts';
export { type FetchRefusal, FetchRefused } from './error.ts';
export type { Fetched, Fetcher, FetchOptions } from './fetcher.ts';
export { type GuardOptions, makeGuard } from './guard.ts';
export { type ClosableFetcher, makeFetcher } from './make-fetcher.ts';
