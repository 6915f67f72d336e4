import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ArchiveReader, readElection } from '../../src/index.ts';
import { ballots } from '../tampering/ballots.ts';
import { boards } from '../tampering/boards.ts';
import { counts } from '../tampering/counts.ts';
import { setups } from '../tampering/setups.ts';
import { simple } from '../tampering/tampering.ts';

const installed = spawnSync('belenios-tool', ['--version']).status === 0;
const required = (process.env.KOINON_REQUIRE ?? '').split(',').includes('conformance');

/** Those with a number are kinds of tampering whose verdict by the tool is known. */
const numbered = [...ballots, ...setups, ...counts, ...boards].filter(({ title }) => /^\d/.test(title));

function uuidOf(archive: Uint8Array): string {
  try {
    const records = new ArchiveReader().push(archive);
    return readElection(records[1]!.text).uuid;
  } catch {
    return simple().made.election.uuid;
  }
}

function toolTakes(archive: Uint8Array): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'koinon-election-'));
  try {
    writeFileSync(join(folder, `${uuidOf(archive)}.bel`), archive);
    return spawnSync('belenios-tool', ['election', 'verify', '--dir', folder]).status === 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!installed && !required)('belenios-tool 2.0', () => {
  it.each(numbered.filter(({ toolAccepts }) => toolAccepts))(
    'takes what Koinon refuses: $title',
    ({ archive }) => {
      expect(toolTakes(archive())).toBe(true);
    },
  );

  it.each(numbered.filter(({ toolAccepts }) => !toolAccepts))(
    'refuses as Koinon does: $title',
    ({ archive }) => {
      expect(toolTakes(archive())).toBe(false);
    },
  );
});
