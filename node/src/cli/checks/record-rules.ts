import {
  applyKeys,
  checkRecordEntry,
  type KeySpan,
  keysBodySchema,
  parseRecord,
  RecordError,
  type RecordPayload,
} from '@koinon/records';

const EXAMPLES = 5;

/** Holds the entries of a log, in their order, to the rules of records: signed with keys that the log itself declared. */
export class RecordRules {
  readonly bad: string[] = [];
  badCount = 0;
  good = 0;
  readonly #logOrigin: string;
  readonly #now: number;
  #node = '';
  #keys: KeySpan[] = [];
  #previousIat: number | null = null;
  #latestKeys: string | null = null;
  readonly #seen = new Set<string>();

  /** @param now seconds since 1970 */
  constructor(logOrigin: string, now: number) {
    this.#logOrigin = logOrigin;
    this.#now = now;
  }

  check(entry: Uint8Array, index: number): void {
    if (index === 0) this.#node = issuerFor(entry, this.#logOrigin);
    const context = {
      node: this.#node,
      index,
      keys: this.#keys,
      now: this.#now,
      previousIat: this.#previousIat,
      latestKeys: this.#latestKeys,
    };
    const result = checkRecordEntry(entry, context);
    if (result.ok) this.#previousIat = result.record.payload.iat;
    const fault = result.ok ? this.#take(result.record.payload, index) : `${result.flag} (${result.detail})`;
    if (fault === null) this.good++;
    else {
      this.badCount++;
      if (this.bad.length < EXAMPLES) this.bad.push(`entry ${index}: ${fault}`);
    }
  }

  /** The rules that need what stands before; says what is broken. */
  #take({ kind, jti, body }: RecordPayload, index: number): string | null {
    if (kind === 'kernel/keys@1') {
      this.#keys = applyKeys(this.#keys, keysBodySchema.parse(body), index);
      this.#latestKeys = jti;
    }
    if (this.#seen.has(jti)) return `duplicate-jti (${jti} stands in the log twice)`;
    this.#seen.add(jti);
    return null;
  }
}

/** The node that entry 0 names, if the log can be its own (`<host>/log`, `<host>/log/2`); nothing is issued by ''. */
function issuerFor(entry: Uint8Array, logOrigin: string): string {
  try {
    const { iss } = parseRecord(new TextDecoder().decode(entry)).payload;
    const own = `${new URL(iss).host}/log`;
    return logOrigin === own || logOrigin.startsWith(`${own}/`) ? iss : '';
  } catch (error) {
    if (error instanceof RecordError) return '';
    throw error;
  }
}
