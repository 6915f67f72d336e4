import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What the demo has done so far, so that a second start goes on where the first one ended. */
export interface DemoState {
  /** ISO 8601; everything that the demo tells is dated from it. */
  firstStart: string;
  /** Tokens of the accounts by `<country> <role>`. */
  tokens: Record<string, string>;
  /** Partnerships made: `<country> <country>`. */
  partners: string[];
  /** Acts done: subject and record by `<story> <version>`. */
  acts: Record<string, { sub: string; jti: string }>;
  complete: boolean;
}

export interface StateFile {
  readonly state: DemoState;
  /** Writes what has changed; one write after another. */
  save(): Promise<void>;
}

export async function openState(path: string, now: Date): Promise<StateFile> {
  const state = await read(path, now);
  let last = Promise.resolve();
  return {
    state,
    save() {
      last = last.then(() => write(path, state));
      return last;
    },
  };
}

async function read(path: string, now: Date): Promise<DemoState> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as DemoState;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { firstStart: now.toISOString(), tokens: {}, partners: [], acts: {}, complete: false };
  }
}

/** Holds tokens: for its owner only, and whole at any moment. */
export async function write(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const partial = `${path}.partial`;
  await writeFile(partial, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  await rename(partial, path);
}
