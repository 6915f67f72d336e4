import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CannotTell, UsageError } from '../framework/error.ts';
import type { LogSource } from './log-source.ts';

/** A log as files, for example what `koinon log export` wrote. */
export async function directorySource(directory: string): Promise<LogSource> {
  const root = resolve(directory);
  const found = await stat(root).catch(() => undefined);
  if (!found) throw new UsageError('no-directory', `There is no directory ${directory}.`);
  if (!found.isDirectory())
    throw new UsageError('no-directory', `${directory} is a file, not the directory of a log.`);
  return {
    name: directory,
    async read(path, maxBytes) {
      const file = join(root, path);
      try {
        const { size } = await stat(file);
        if (size > maxBytes)
          throw new CannotTell('too-large', `${file} has ${size} bytes, more than it may have.`);
        return await readFile(file);
      } catch (error) {
        if (
          error instanceof Error &&
          'code' in error &&
          (error.code === 'ENOENT' || error.code === 'ENOTDIR')
        ) {
          return null;
        }
        throw error;
      }
    },
  };
}
