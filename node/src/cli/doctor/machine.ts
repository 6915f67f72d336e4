import { access, constants, stat, statfs } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import type { Config } from '../../kernel/config/config.ts';
import { listen } from '../../kernel/http-server.ts';
import type { Check } from './check.ts';

const MB = 1024 * 1024;

/** Data directory, master key and disk. */
export async function checkMachine(config: Config): Promise<Check[]> {
  return [await checkDirectory(config), await checkMasterKey(config), await checkDisk(config)];
}

async function checkDirectory({ dataDir }: Config): Promise<Check> {
  const about = 'data directory';
  const found = await stat(dataDir).catch(() => undefined);
  if (!found)
    return {
      about,
      state: 'bad',
      found: `${dataDir} does not exist`,
      advice: 'Make a node with "koinon init", or name its directory with --data.',
    };
  if (!found.isDirectory()) return { about, state: 'bad', found: `${dataDir} is a file` };
  if (!(await allowed(dataDir, constants.R_OK | constants.W_OK | constants.X_OK))) {
    return {
      about,
      state: 'bad',
      found: `${dataDir} cannot be written to by ${userInfo().username}`,
      advice: 'Run the doctor as the user of the node. If this is that user: chown the directory to it.',
    };
  }
  const open = othersMay(found.mode, 0o022);
  return open
    ? {
        about,
        state: 'warn',
        found: `${dataDir} can be changed by other users of this machine`,
        advice: `chmod 700 ${dataDir}`,
      }
    : { about, state: 'ok', found: dataDir };
}

async function checkMasterKey({ dataDir, masterKey }: Config): Promise<Check> {
  const about = 'master key';
  if (masterKey) return { about, state: 'ok', found: 'from KOINON_MASTER_KEY' };
  const path = join(dataDir, 'master.key');
  const found = await stat(path).catch(() => undefined);
  if (!found) {
    return {
      about,
      state: 'bad',
      found: `${path} is missing`,
      advice: 'Put back the copy that was made after "koinon init", or set KOINON_MASTER_KEY.',
    };
  }
  if (!found.isFile() || !(await allowed(path, constants.R_OK))) {
    return {
      about,
      state: 'bad',
      found: `${path} cannot be read by ${userInfo().username}`,
      advice: 'Run the doctor as the user of the node. If this is that user: chown the file to it.',
    };
  }
  return othersMay(found.mode, 0o077)
    ? {
        about,
        state: 'bad',
        found: `${path} can be read by other users of this machine`,
        advice: `chmod 600 ${path}, then "koinon key rotate" for record, log and witness.`,
      }
    : { about, state: 'ok', found: `${path}, for its owner only` };
}

async function checkDisk({ dataDir }: Config): Promise<Check> {
  const about = 'disk';
  const disk = await statfs(dataDir).catch(() => statfs(dirname(dataDir)).catch(() => undefined));
  if (!disk) return { about, state: 'unknown', found: 'how much is free cannot be read' };
  const free = (disk.bavail * disk.bsize) / MB;
  const found = free > 10 * 1024 ? `${Math.floor(free / 1024)} GB free` : `${Math.floor(free)} MB free`;
  if (free < 200)
    return {
      about,
      state: 'bad',
      found,
      advice: 'Free some space now: without it the node can keep nothing.',
    };
  return free < 2048
    ? { about, state: 'warn', found, advice: 'Free some space soon.' }
    : { about, state: 'ok', found };
}

/** Whether the node could listen where its settings say, now that it does not. */
export async function checkPort(config: Config): Promise<Check> {
  const about = 'port';
  try {
    await (await listen(config)).stop();
    return { about, state: 'ok', found: `${config.port} on ${config.listen} is free` };
  } catch (error) {
    return { about, state: 'bad', found: (error as Error).message };
  }
}

async function allowed(path: string, mode: number): Promise<boolean> {
  return await access(path, mode).then(
    () => true,
    () => false,
  );
}

/** Permission bits mean nothing on Windows. */
function othersMay(mode: number, bits: number): boolean {
  return process.platform !== 'win32' && (mode & bits) !== 0;
}
