import { link, mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Failed } from '../framework/error.ts';

export interface NewFile {
  path: string;
  text: string | Uint8Array;
  /** Only its owner may read it. */
  secret?: boolean;
}

/**
 * Makes files that did not exist before; each appears whole. Where one exists, none is written.
 * @throws Failed `exists`
 */
export async function makeFiles(files: readonly NewFile[]): Promise<void> {
  for (const { path } of files) {
    if (await stat(path).catch(() => undefined)) throw exists(path);
  }
  for (const file of files) await makeFile(file);
}

async function makeFile({ path, text, secret }: NewFile): Promise<void> {
  const target = resolve(path);
  await mkdir(dirname(target), { recursive: true });
  const partial = `${target}.${process.pid}.partial`;
  const file = await open(partial, 'wx', secret ? 0o600 : 0o644);
  try {
    await file.writeFile(text);
    await file.sync();
    // Unlike a rename, a link never replaces a file that somebody else made meanwhile.
    await link(partial, target);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? exists(path) : error;
  } finally {
    await file.close();
    await rm(partial, { force: true });
  }
}

/** The refusal to replace a file. */
export function exists(path: string): Failed {
  return new Failed('exists', `${path} exists already and is left as it is. Nothing was written.`);
}
