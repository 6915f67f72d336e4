import type { ExitCode } from './exit.ts';

/** What a command prints with. Results go to standard output, everything else to standard error. */
export interface Io {
  readonly json: boolean;
  /** Ends the command's answer: one JSON document with `--json`, else the lines. */
  answer(exit: ExitCode, json: unknown, lines: readonly string[]): ExitCode;
  /** A line on standard error that stays. */
  say(line: string): void;
  /** Replaces the last progress line on a terminal; elsewhere prints at most one line in two seconds. */
  progress(line: string): void;
}

export interface Streams {
  out: Pick<NodeJS.WriteStream, 'write'>;
  err: Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>;
  now(): number;
}

const QUIET_MS = 2000;

export function makeIo(streams: Streams, json: boolean): Io & { clear(): void } {
  let lastProgress = Number.NEGATIVE_INFINITY;
  let showing = false;
  const clear = () => {
    if (showing) streams.err.write('\r\x1b[K');
    showing = false;
  };
  return {
    json,
    clear,
    answer(exit, value, lines) {
      clear();
      const text = json ? JSON.stringify(value, null, 2) : lines.join('\n');
      if (text !== '') streams.out.write(`${text}\n`);
      return exit;
    },
    say(line) {
      clear();
      streams.err.write(`${line}\n`);
    },
    progress(line) {
      if (streams.err.isTTY) {
        clear();
        streams.err.write(line.slice(0, (streams.err.columns ?? 80) - 1));
        showing = true;
      } else if (streams.now() - lastProgress >= QUIET_MS) {
        lastProgress = streams.now();
        streams.err.write(`${line}\n`);
      }
    },
  };
}
