import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Decrypter } from 'age-encryption';
import { type Extract, extract } from 'tar-stream';
import { UnreadableBackup, WrongPassphrase } from './error.ts';
import { MANIFEST_FILE, type Manifest, manifestSchema } from './manifest.ts';

export interface BackupFile {
  name: string;
  content: Buffer;
}

/** Largest single file: parts of tables stay far below. */
const MAX_FILE = 512 * 1024 * 1024;

/** First line of every age file. */
const AGE = 'age-encryption.org/v1';
const DAMAGED = 'it is damaged or was cut short. Take another copy, or an earlier backup';

/** An open backup: its manifest, and the files that follow it, one after the other. */
export interface BackupReader {
  manifest: Manifest;
  files: AsyncIterable<BackupFile>;
}

/** @throws UnreadableBackup, WrongPassphrase */
export async function openBackup(path: string, passphrase: string): Promise<BackupReader> {
  await requireAge(path);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const source = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  let plain: ReadableStream<Uint8Array>;
  try {
    plain = await decrypter.decrypt(source);
  } catch (error) {
    // The library names this case by its message alone.
    if (/no identity matched/.test((error as Error).message)) throw new WrongPassphrase();
    throw new UnreadableBackup(DAMAGED);
  }
  const archive = extract();
  Readable.fromWeb(plain as Parameters<typeof Readable.fromWeb>[0])
    .on('error', (error) => archive.destroy(error))
    .pipe(archive);
  const files = readFiles(archive);
  const first = await files.next();
  if (first.done || first.value.name !== MANIFEST_FILE)
    throw new UnreadableBackup('it does not begin with a manifest');
  return { manifest: readManifest(first.value.content), files };
}

/** What the file holds instead is not repeated: it may be the passphrase itself. */
async function requireAge(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(AGE.length), 0, AGE.length, 0);
    if (buffer.toString('latin1', 0, bytesRead) !== AGE) {
      throw new UnreadableBackup(`${path} is not a file that "koinon backup" wrote`);
    }
  } finally {
    await file.close();
  }
}

async function* readFiles(archive: Extract): AsyncGenerator<BackupFile, void> {
  try {
    for await (const entry of archive) {
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of entry as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > MAX_FILE) throw new UnreadableBackup(`${entry.header.name} is too large`);
        chunks.push(chunk);
      }
      yield { name: entry.header.name, content: Buffer.concat(chunks) };
    }
  } catch (error) {
    if (error instanceof UnreadableBackup) throw error;
    throw new UnreadableBackup(DAMAGED);
  }
}

function readManifest(content: Buffer): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(content.toString('utf8')));
  } catch (error) {
    throw new UnreadableBackup(`its manifest is not understood: ${(error as Error).message}`);
  }
}
