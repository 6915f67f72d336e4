import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Decrypter } from 'age-encryption';
import { type Extract, extract } from 'tar-stream';
import { UnreadableBackup } from './error.ts';
import { MANIFEST_FILE, type Manifest, manifestSchema } from './manifest.ts';

export interface BackupFile {
  name: string;
  content: Buffer;
}

/** Largest single file: parts of tables stay far below. */
const MAX_FILE = 512 * 1024 * 1024;

/** An open backup: its manifest, and the files that follow it, one after the other. */
export interface BackupReader {
  manifest: Manifest;
  files: AsyncIterable<BackupFile>;
}

/** @throws UnreadableBackup */
export async function openBackup(path: string, passphrase: string): Promise<BackupReader> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const source = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
  let plain: ReadableStream<Uint8Array>;
  try {
    plain = await decrypter.decrypt(source);
  } catch (error) {
    throw new UnreadableBackup((error as Error).message);
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
    throw new UnreadableBackup((error as Error).message);
  }
}

function readManifest(content: Buffer): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(content.toString('utf8')));
  } catch (error) {
    throw new UnreadableBackup(`its manifest is not understood: ${(error as Error).message}`);
  }
}
