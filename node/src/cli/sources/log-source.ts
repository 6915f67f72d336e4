/** Where the files of a log are read from: tlog-tiles paths below its prefix, such as `tile/0/000` and `checkpoint`. */
export interface LogSource {
  /** For people: the directory or URL. */
  readonly name: string;
  /** The bytes, or null where there is no such file. @throws CannotTell where the source itself is out of reach. */
  read(path: string, maxBytes: number): Promise<Uint8Array | null>;
}
