import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdCeremony, holdStages, type Stages } from './test/support/stages.ts';

let stages: Stages;

beforeAll(async () => {
  stages = await holdStages();
  await holdCeremony(stages);
}, 240_000);
afterAll(async () => {
  await stages.remove();
});

describe('an election', () => {
  it('is counted by the method of its question, and by any other that is asked for', async () => {
    const shown = async (rest: string): Promise<unknown> => {
      const { questions } = await stages.done(`tally @/counted ${rest}`);
      return (questions as { outcome?: unknown }[])[1]?.outcome;
    };
    expect(await shown('')).toEqual({
      method: 'schulze',
      valid: 1,
      blank: 0,
      invalid: 0,
      winners: [[1], [0], [2]],
    });
    expect(await shown('--method stv --seats 2')).toMatchObject({ method: 'stv', winners: [[1], [0]] });
    expect((await stages.koinon('verify @/counted --workers 2')).out).toContain(
      '   1. Q\n   2. P\n   3. R\n',
    );
  });

  it('keeps secrets in files that only their owners can read, and shows none', async () => {
    const secrets = (await readdir(stages.folder, { recursive: true, withFileTypes: true })).filter(
      ({ name, parentPath }) =>
        /\.(privkey|key|dkey)$/.test(name) ||
        name === 'private_creds.txt' ||
        parentPath.endsWith('credentials'),
    );
    const made = secrets.filter(({ parentPath }) => parentPath !== stages.folder);
    expect(made.length).toBeGreaterThan(8);
    for (const { parentPath, name } of made) {
      expect((await stat(join(parentPath, name))).mode & 0o777, name).toBe(0o600);
      const content = await readFile(join(parentPath, name), 'utf8');
      for (const secret of content.match(/[\w-]{19,}/g) ?? []) expect(stages.printed).not.toContain(secret);
    }
  });

  it('says of a ballot that is replaced, or not there, that it does not count', async () => {
    const found = await stages.koinon('verify @/voting --ballot @/vera.json');
    expect(found).toMatchObject({
      exit: 0,
      out: expect.stringContaining('(event 1), and it is the one that counts'),
    });
    expect(await stages.koinon('verify @/voting --ballot @/wim.json')).toMatchObject({
      exit: 1,
      out: expect.stringContaining('Your ballot is NOT on this board.'),
    });
  });

  it('tells programs what is wrong with a board: code, event and sentence', async () => {
    const [name = ''] = await readdir(stages.at('@/voting'));
    const bytes = await readFile(stages.at(`@/voting/${name}`));
    await writeFile(stages.at('@/cut.bel'), bytes.subarray(0, bytes.length - 512));
    const { exit, out } = await stages.koinon('verify @/cut.bel --json');
    expect({ exit, ...JSON.parse(out) }).toEqual({
      exit: 1,
      verdict: 'refuted',
      code: 'archive.truncated',
      event: null,
      sentence: 'The archive ends in the middle of a record.',
    });
    const refused = await stages.koinon('add @/voting @/vera.json --json');
    expect(JSON.parse(refused.out)).toEqual({
      error: {
        code: 'ballot.duplicate',
        event: 2,
        sentence: 'The same ballot stands on the board twice.',
        message: expect.stringContaining('vera.json is refused'),
      },
    });
  });

  it('is written by one command at a time', async () => {
    const [name = ''] = await readdir(stages.at('@/voting'));
    await writeFile(stages.at(`@/voting/${name}.lock`), '');
    const { exit, err } = await stages.koinon('add @/voting @/wim.json');
    await rm(stages.at(`@/voting/${name}.lock`));
    expect({ exit, err }).toEqual({ exit: 1, err: expect.stringContaining('Another command is writing to') });
  });

  it('keeps the weights of its voters, and leaves out the logins that belenios-tool lists', async () => {
    await writeFile(stages.at('@/weights.txt'), 'ann@example.org,,3\nben@example.org\n');
    await stages.done('authority @/ceremony/plan.json --voters @/weights.txt --dir @/weighted');
    const list = JSON.parse(await readFile(stages.at('@/weighted/public_creds.json'), 'utf8')) as string[];
    await writeFile(stages.at('@/named.json'), JSON.stringify(list.map((entry) => `${entry},login`)));
    await writeFile(
      stages.at('@/one.json'),
      JSON.stringify({
        ...JSON.parse(await readFile(stages.at('@/ceremony/plan.json'), 'utf8')),
        threshold: undefined,
        trustees: 1,
      }),
    );
    const { id } = await stages.done('trustee key @/one.json --dir @/single');
    for (const credentials of ['@/weighted/public_creds.json', '@/named.json']) {
      const dir = `${credentials}.board`;
      await stages.done(
        `open @/one.json --credentials ${credentials} --trustees @/single/${id}.pubkey --dir ${dir}`,
      );
      await stages.done(`export ${dir} ${dir}/messages`);
      const listed = await readFile(stages.at(`${dir}/messages/public_creds.json`), 'utf8');
      expect(JSON.parse(listed)).toEqual(list);
      expect(list.map((entry) => entry.split(',')[1]).sort()).toEqual(['1', '3']);
    }
  });
});
