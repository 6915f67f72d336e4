import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';

/** Writes the files of a cluster's archive below a directory that PostgreSQL may use (0700). */
export async function unpackTemplate(archive: Blob, directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const files = extract();
  files.end(Buffer.from(await archive.arrayBuffer()));
  for await (const file of files) {
    const path = join(directory, normalize(`/${file.header.name}`));
    if (file.header.type === 'directory') await mkdir(path, { recursive: true, mode: 0o700 });
    else await pipeline(file, createWriteStream(path, { mode: 0o600 }));
    file.resume();
  }
}
