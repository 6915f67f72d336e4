/**
 * The base of every error that has a meaning for the person or program that caused it. One small class per cause.
 * `code` is stable and part of the API; `status` is its HTTP answer; the sentence for people is the message
 * `error.<code>` of the locale, with `args`. `message` and `detail` go to the log only.
 */
export abstract class KoinonError extends Error {
  abstract readonly code: string;
  readonly status: number = 500;
  readonly args: Record<string, string | number> = {};
  readonly detail: Record<string, unknown> = {};
  /** Public members of the RFC 9457 problem beside its standard ones. */
  readonly extensions: object = {};
  override get name(): string {
    return this.constructor.name;
  }
}
