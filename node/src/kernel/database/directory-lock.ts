import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DirectoryInUse } from './error.ts';

/** Who holds a directory. A pid alone is not enough: the kernel gives it away again after a restart. */
export interface Holder {
  pid: number;
  bootId: string;
  /** Field 22 of /proc/<pid>/stat: ticks from boot to the start of the process. */
  startTime: string;
}

/**
 * Takes the lock file of a data directory; a lock whose process is gone is taken over.
 * @returns a function that gives it back
 * @throws DirectoryInUse
 */
export async function lockDirectory(path: string): Promise<() => void> {
  await mkdir(dirname(path), { recursive: true });
  const me = thisProcess();
  const text = JSON.stringify(me);
  for (let attempt = 0; attempt < 5; attempt++) {
    if (createExclusively(path, text)) return () => release(path, text);
    const holder = readHolder(path);
    if (holder && isAlive(holder)) throw new DirectoryInUse(dirname(path), holder.pid);
    setAside(path);
  }
  throw new DirectoryInUse(dirname(path), readHolder(path)?.pid ?? 0);
}

/** The living process that holds the lock, or null. */
export function lockHolder(path: string): Holder | null {
  const holder = readHolder(path);
  return holder && isAlive(holder) ? holder : null;
}

function createExclusively(path: string, text: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, text);
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Renaming lets only one of several takers remove a stale lock, so that none removes the lock of the winner. */
function setAside(path: string): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
    const holder = readHolder(aside);
    if (holder && isAlive(holder)) renameSync(aside, path);
    else rmSync(aside, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function release(path: string, text: string): void {
  try {
    if (readFileSync(path, 'utf8') === text) rmSync(path);
  } catch {
    // Already gone.
  }
}

function readHolder(path: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Holder;
    return Number.isSafeInteger(holder.pid) && holder.pid > 0 ? holder : null;
  } catch {
    return null;
  }
}

function thisProcess(): Holder {
  return { pid: process.pid, bootId: bootId(), startTime: startTime(process.pid) ?? '' };
}

function isAlive(holder: Holder): boolean {
  if (holder.bootId !== bootId()) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const started = startTime(holder.pid);
  return started === null || holder.startTime === '' || started === holder.startTime;
}

/** Linux only; elsewhere the pid has to do. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function startTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name, in parentheses, may itself hold spaces and parentheses.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
