import { KoinonError } from '../error.ts';

export type FetchRefusal =
  /** The name leads to an address that no partner can have: this machine, a private network, a reserved range. */
  'forbidden-address' | 'redirect' | 'too-large' | 'too-slow' | 'wrong-type' | 'unreachable' | 'bad-url';

/** A request that was not made, or an answer that was not read to its end. */
export class FetchRefused extends KoinonError {
  readonly code: FetchRefusal;
  override readonly status = 502;
  override readonly args: { url: string };
  override readonly detail: { url: string; reason: string };
  constructor(code: FetchRefusal, url: string, reason: string) {
    super(`${code}: ${url}: ${reason}`);
    this.code = code;
    this.args = { url };
    this.detail = { url, reason };
  }
}
