/** What a guarded request may do; every limit has a default in the implementation. */
export interface FetchOptions {
  method?: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array;
  /** Most bytes of the answer, after decompression. */
  maxBytes: number;
  /** Whole request, milliseconds. */
  timeoutMs: number;
  /** Media types that are accepted, without parameters; others are refused. Not checked for statuses outside 2xx. */
  accept?: readonly string[];
  signal?: AbortSignal;
}

export interface Fetched {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** The one way out of the process: refuses private addresses, redirects, slow or endless answers. Throws `FetchRefused` with a code. */
export interface Fetcher {
  fetch(url: string, options: FetchOptions): Promise<Fetched>;
}
