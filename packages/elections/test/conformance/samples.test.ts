import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  ArchiveReader,
  ArchiveWriter,
  bigIntArithmetic,
  groupByName,
  openDecryptionKey,
  publicCredential,
  readBallot,
  readElection,
  readEvent,
  readPublicCredentials,
  secretsOfSeed,
  verifyArchive,
  verifyDiff,
} from '../../src/index.ts';
import { kernel } from '../support/kernel.ts';
import { sampleElections } from '../support/shared-data.ts';

const folder = sampleElections();
const required = (process.env.KOINON_REQUIRE ?? '').split(',').includes('conformance');
const samples = folder === undefined ? [] : readdirSync(folder).filter((name) => name.startsWith('small-'));

function sample(name: string) {
  const path = join(folder!, name);
  const files = readdirSync(path);
  const archive = readFileSync(join(path, files.find((file) => file.endsWith('.bel'))!));
  const reader = new ArchiveReader();
  const records = reader.push(archive);
  reader.end();
  return { path, files, archive, records, open: readFileSync(join(path, 'open.bel.snapshot')) };
}

describe.skipIf(folder === undefined && !required)('elections made with belenios-tool', () => {
  it('are there to be checked', () => {
    expect(samples).toHaveLength(6);
  });

  it.each(samples)('%s is accepted, counted and open', { timeout: 120_000 }, async (name) => {
    const { archive, open } = sample(name);
    const options = { arithmetic: kernel };
    expect((await verifyArchive(() => [archive], options)).phase).toBe('done');
    expect((await verifyArchive(() => [open], options)).phase).toBe('open');
    const { added } = await verifyDiff(
      () => [open],
      () => [archive],
    );
    expect(added).toBeGreaterThan(2);
  });

  it.each(samples)('%s is written again byte for byte', (name) => {
    const { archive, records } = sample(name);
    const writer = new ArchiveWriter(Number(JSON.parse(records[0]!.text).timestamp));
    const parts = [writer.start()];
    let messages: string[] = [];
    for (const { kind, text } of records.slice(1)) {
      if (kind === 'data') messages.push(text);
      else {
        parts.push(writer.event(readEvent(text).type, messages));
        messages = [];
      }
    }
    expect(Buffer.concat(parts).equals(archive)).toBe(true);
  });

  it.each(samples)('%s has the credentials and votes that its voters know', (name) => {
    const { path, records } = sample(name);
    const election = readElection(records[1]!.text);
    const listed = readPublicCredentials(records[3]!.text);
    const arithmetic = bigIntArithmetic(election.group);
    for (const line of readFileSync(join(path, 'private_creds.txt'), 'utf8').trim().split('\n')) {
      expect(listed.has(publicCredential(line.split(' ')[1]!, election.uuid, arithmetic))).toBe(true);
    }
    const votes = new Map(
      readFileSync(join(path, 'pv.txt'), 'utf8')
        .trim()
        .split('\n')
        .map((line): [string, number[][]] => [line.split(/\s/)[1]!, JSON.parse(line.split('\t')[1]!)]),
    );
    const weights = new Map(
      [...votes.keys()].map((credential) => [
        credential,
        listed.get(publicCredential(credential, election.uuid, arithmetic))!,
      ]),
    );
    const { result } = JSON.parse(records.at(-2)!.text) as { result: (number[] | number[][])[] };
    election.questions.forEach((question, i) => {
      if (question.type === 'ranking') {
        const sorted = (rows: number[][]): string[] => rows.map((row) => row.join()).sort();
        expect(sorted(result[i] as number[][])).toEqual(sorted([...votes.values()].map((vote) => vote[i]!)));
        return;
      }
      const counts = (result[i] as number[]).map((_, slot) =>
        [...votes].reduce((sum, [credential, vote]) => sum + vote[i]![slot]! * weights.get(credential)!, 0),
      );
      expect(result[i]).toEqual(counts);
    });
    expect(
      readBallot(
        records[5]!.text.startsWith('{"election_uuid') ? records[5]!.text : records[6]!.text,
        election,
      ).electionUuid,
    ).toBe(election.uuid);
  });

  it.each(samples.filter((name) => name.includes('threshold')))(
    '%s has decryption keys that its trustees can open',
    (name) => {
      const { path, files, records } = sample(name);
      const arithmetic = bigIntArithmetic(groupByName(readElection(records[1]!.text).group.name)!);
      for (const file of files.filter((entry) => entry.endsWith('.key'))) {
        const secrets = secretsOfSeed(readFileSync(join(path, file), 'utf8').trim());
        const key = openDecryptionKey(
          arithmetic,
          secrets,
          readFileSync(join(path, file.replace('.key', '.dkey')), 'utf8').trim(),
        );
        const output = JSON.parse(readFileSync(join(path, file.replace('.key', '.voutput')), 'utf8'));
        const { g, q } = arithmetic.group;
        expect(String(arithmetic.fixedPower(g, key % q))).toBe(output.public_key.public_key);
      }
    },
  );
});
