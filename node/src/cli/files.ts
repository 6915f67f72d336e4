import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Failed, UsageError } from './framework/error.ts';

/** Reads a file that the command line names, or standard input for `-`. @throws UsageError */
export async function readInput(path: string, what: string, maxBytes = 1 << 20): Promise<Uint8Array> {
  if (path === '-') return await readStandardInput(what, maxBytes);
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw new UsageError('too-large', `${path} is too large to be ${what}.`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new UsageError('no-file', `There is no file ${path} to read ${what} from.`);
    if (code === 'EISDIR') throw new UsageError('no-file', `${path} is a directory, not ${what}.`);
    if (code === 'EACCES') throw new UsageError('no-access', `You may not read ${path}.`);
    throw error;
  }
}

/** Text of a file that the command line names. @throws UsageError where it is not UTF-8 either */
export async function readText(path: string, what: string, maxBytes?: number): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      await readInput(path, what, maxBytes),
    );
  } catch (error) {
    if (error instanceof TypeError)
      throw new UsageError('not-text', `${path} is not ${what}: it is not UTF-8 text.`);
    throw error;
  }
}

async function readStandardInput(what: string, maxBytes: number): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    parts.push(part as Buffer);
    size += (part as Buffer).length;
    if (size > maxBytes) throw new UsageError('too-large', `Standard input is too large to be ${what}.`);
  }
  return Buffer.concat(parts);
}

/** Finds out before long work that its result could not be kept. @throws UsageError */
export async function requireWritable(path: string, force: boolean): Promise<void> {
  if (!force && (await stat(path).catch(() => undefined))) {
    throw new UsageError('exists', `${path} exists already. Give --force to replace it.`);
  }
}

/**
 * Writes a file in one step: whole under another name, then renamed. Without `force` an existing file stays as it is.
 * @throws Failed
 */
export async function writeOutput(
  path: string,
  data: string | Uint8Array,
  options: { force?: boolean; mode?: number } = {},
): Promise<void> {
  const target = resolve(path);
  if (!options.force && (await stat(target).catch(() => undefined))) {
    throw new Failed('exists', `${path} exists already. Give --force to replace it.`);
  }
  await mkdir(dirname(target), { recursive: true });
  const partial = `${target}.${process.pid}.partial`;
  const file = await open(partial, 'w', options.mode ?? 0o644);
  try {
    await file.writeFile(data);
    await file.sync();
    await file.close();
    await rename(partial, target);
  } catch (error) {
    await file.close().catch(() => {});
    await rm(partial, { force: true });
    throw error;
  }
}
