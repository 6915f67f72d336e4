import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { BadMasterKeyFile, MissingMasterKey } from './error.ts';

/**
 * The key that wraps all others: from the environment, or from a file only its owner can read. The first start makes the
 * file; where there are keys already a new one could open none of them, and would hide that the right one is missing.
 * @throws MissingMasterKey, BadMasterKeyFile
 */
export async function masterKey(
  config: Pick<Config, 'masterKey' | 'dataDir'>,
  hasKeys: () => Promise<boolean>,
): Promise<Uint8Array> {
  if (config.masterKey) return config.masterKey;
  const path = join(config.dataDir, 'master.key');
  try {
    return await readKey(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  if (await hasKeys()) throw new MissingMasterKey(path);
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  // Written whole under another name, then linked: of two first starts, one wins and both read the same key.
  const partial = `${path}.${process.pid}`;
  await writeFile(partial, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true });
  await link(partial, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(partial);
  return await readKey(path);
}

async function readKey(path: string): Promise<Uint8Array> {
  const text = (await readFile(path, 'utf8')).trim();
  if (!/^[0-9a-f]{64}$/i.test(text)) {
    throw new BadMasterKeyFile(path, 'should hold 64 hexadecimal digits');
  }
  if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0) await chmod(path, 0o600);
  return Uint8Array.from(Buffer.from(text, 'hex'));
}
