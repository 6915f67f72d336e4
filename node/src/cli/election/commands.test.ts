import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, runCommand } from '../testing/run-command.ts';
import { electionCommands } from './commands.ts';

const QUESTIONS = {
  name: 'Test',
  description: '',
  questions: [
    { question: 'Adopt?', answers: ['Yes', 'No'], min: 1, max: 1 },
    {
      type: 'NonHomomorphic',
      value: { question: 'Rank', answers: ['P', 'Q', 'R'] },
      extra: { method: 'Schulze', blank: true },
    },
  ],
};

let folder: string;
/** Absolute paths stand for `@/` in command lines. */
const at = (word: string): string => word.replace('@/', `${folder}/`);
const koinon = (line: string): Promise<Answer> =>
  runCommand([
    'election',
    ...line
      .split(' ')
      .filter((word) => word !== '')
      .map(at),
  ]);

/** A directory's files with their content and mode. */
async function listing(): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files[path.slice(folder.length + 1)] = `${(await stat(path)).mode} ${await readFile(path, 'base64')}`;
  }
  return files;
}

/** Everything that commands printed on the way. */
let printed = '';

async function done(line: string): Promise<Record<string, unknown>> {
  const { exit, out, err } = await koinon(`${line} --json`);
  printed += out + err;
  if (exit !== 0) throw new Error(`${line}: ${exit} ${out} ${err}`);
  return JSON.parse(out) as Record<string, unknown>;
}

/** Every stage of an election with two trustees, mixed ballots and a counting method, and of a key ceremony. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koinon-election-'));
  await writeFile(at('@/questions.json'), JSON.stringify(QUESTIONS));
  await done('create --questions @/questions.json --trustees 2 --dir @/office');
  for (const [name, rest] of [
    ['ann', '--name Ann'],
    ['ben', ''],
  ] as const) {
    const { id } = await done(`trustee key @/office/plan.json --dir @/${name} ${rest}`);
    for (const kind of ['privkey', 'pubkey'])
      await writeFile(at(`@/${name}.${kind}`), await readFile(at(`@/${name}/${id}.${kind}`)));
  }
  await writeFile(at('@/voters.txt'), 'vera\nwim\nxia\n');
  await done('authority @/office/plan.json --voters @/voters.txt --each --dir @/registrar');
  await done(
    'open @/office/plan.json --credentials @/registrar/public_creds.json --trustees @/ann.pubkey --trustees @/ben.pubkey --dir @/open',
  );
  const board = (await readdir(at('@/open')))[0] ?? '';
  const copy = async (from: string, to: string): Promise<void> => {
    await mkdir(at(`@/${to}`));
    await writeFile(at(`@/${to}/${board}`), await readFile(at(`@/${from}/${board}`)));
  };
  await writeFile(at('@/vote.txt'), '1\n2 1 3\n');
  for (const voter of ['vera', 'wim'])
    await done(
      `vote @/open --credential @/registrar/credentials/${voter}.txt --vote @/vote.txt --out @/${voter}.json`,
    );
  await copy('open', 'voting');
  await done('add @/voting @/vera.json');
  await copy('voting', 'closed');
  await done('close @/closed');
  await done('shuffle @/closed --key @/ann.privkey --out @/shuffle-ann');
  await copy('closed', 'mixing');
  await done('add @/mixing @/shuffle-ann');
  await copy('mixing', 'mixed');
  await done('close @/mixed --shuffles');
  await done('decrypt @/mixed --key @/ann.privkey --out @/share-ann');
  await done('decrypt @/mixed --key @/ben.privkey --out @/share-ben');
  await copy('mixed', 'counted');
  await done('add @/counted @/share-ann @/share-ben');
  await done('tally @/counted');

  await writeFile(at('@/simple.json'), JSON.stringify({ ...QUESTIONS, questions: [QUESTIONS.questions[0]] }));
  await done('create --questions @/simple.json --trustees 2 --threshold 2 --dir @/ceremony');
  for (const name of ['cho', 'dan']) {
    const { id } = await done(`trustee cert @/ceremony/plan.json --dir @/${name}`);
    for (const kind of ['key', 'cert'])
      await writeFile(at(`@/${name}.${kind}`), await readFile(at(`@/${name}/${id}.${kind}`)));
  }
  await done('trustee gather @/ceremony/plan.json @/cho.cert @/dan.cert --dir @/ceremony');
  for (const name of ['cho', 'dan']) {
    const { written } = await done(
      `trustee share @/ceremony/plan.json --certs @/ceremony/certs.jsons --key @/${name}.key --dir @/${name}`,
    );
    await writeFile(at(`@/${name}.polynomial`), await readFile((written as string[])[0] ?? ''));
  }
  const { written } = await done(
    'trustee route @/ceremony/plan.json --certs @/ceremony/certs.jsons @/dan.polynomial @/cho.polynomial --dir @/ceremony',
  );
  for (const [i, name] of ['cho', 'dan'].entries())
    await writeFile(at(`@/${name}.vinput`), await readFile((written as string[])[i] ?? ''));
  await done(
    'trustee combine @/ceremony/plan.json @/cho.vinput --certs @/ceremony/certs.jsons --key @/cho.key --dir @/cho',
  );
  const output = (await readdir(at('@/cho'))).find((name) => name.endsWith('.voutput'));
  await writeFile(at('@/cho.voutput'), await readFile(at(`@/cho/${output}`)));

  await writeFile(at('@/empty'), '');
  await writeFile(at('@/noise'), Buffer.from([0xff, 0xfe, 0x00, 0x80]));
  await writeFile(at('@/text'), 'hello\n');
  await writeFile(at('@/list'), '[]\n');
  await writeFile(at('@/null'), 'null\n');
  await writeFile(at('@/deep'), `${'['.repeat(20_000)}${']'.repeat(20_000)}\n`);
  await mkdir(at('@/nothing'));
}, 240_000);

afterAll(async () => {
  await rm(folder, { recursive: true });
});

const MESS = ['@/missing', '@/empty', '@/noise', '@/text', '@/list', '@/null', '@/deep', '@/nothing'];
const CERTS = '--certs @/ceremony/certs.jsons';
const PLAN = '@/office/plan.json';
const CEREMONY = '@/ceremony/plan.json';

/** Every command with one file of its own left open (`%`), all others as they should be. */
const slots: string[] = [
  'create --questions % --dir @/out',
  'trustee key % --dir @/out',
  'trustee cert % --dir @/out',
  `trustee gather ${CEREMONY} @/cho.cert % --dir @/out`,
  'trustee gather % @/cho.cert @/dan.cert --dir @/out',
  `trustee share % ${CERTS} --key @/cho.key --dir @/out`,
  `trustee share ${CEREMONY} --certs % --key @/cho.key --dir @/out`,
  `trustee share ${CEREMONY} ${CERTS} --key % --dir @/out`,
  `trustee route ${CEREMONY} ${CERTS} @/cho.polynomial % --dir @/out`,
  `trustee route ${CEREMONY} --certs % @/cho.polynomial @/dan.polynomial --dir @/out`,
  `trustee combine ${CEREMONY} % ${CERTS} --key @/cho.key --dir @/out`,
  `trustee combine ${CEREMONY} @/cho.vinput --certs % --key @/cho.key --dir @/out`,
  `trustee combine ${CEREMONY} @/cho.vinput ${CERTS} --key % --dir @/out`,
  `trustee assemble ${CEREMONY} ${CERTS} --polynomials % @/cho.voutput --dir @/out`,
  `trustee assemble ${CEREMONY} ${CERTS} --polynomials @/ceremony/polynomials.jsons % --dir @/out`,
  `authority ${PLAN} --voters % --dir @/out`,
  'authority % --voters @/voters.txt --dir @/out',
  `open % --credentials @/registrar/public_creds.json --trustees @/ann.pubkey --trustees @/ben.pubkey --dir @/out`,
  `open ${PLAN} --credentials % --trustees @/ann.pubkey --trustees @/ben.pubkey --dir @/out`,
  `open ${PLAN} --credentials @/registrar/public_creds.json --trustees @/ann.pubkey --trustees % --dir @/out`,
  'trustee check % --key @/ann.privkey',
  'trustee check @/open --key %',
  'vote %',
  'vote @/open --credential % --vote @/vote.txt --out @/out/ballot',
  'vote @/open --credential @/registrar/credentials/vera.txt --vote % --out @/out/ballot',
  'add % @/vera.json',
  'add @/voting @/wim.json %',
  'close %',
  'close % --shuffles',
  'shuffle % --key @/ann.privkey --out @/out/shuffle',
  'shuffle @/closed --key % --out @/out/shuffle',
  'decrypt % --key @/ann.privkey --out @/out/share',
  'decrypt @/mixed --key % --out @/out/share',
  'tally %',
  'verify %',
  'verify @/voting --ballot %',
  'verify-diff % @/voting',
  'verify-diff @/voting %',
  'export % @/out',
  'import % --dir @/out',
];

describe('every command', () => {
  let before: Record<string, string>;
  beforeEach(async () => {
    before = await listing();
  });

  it('has its place in the table of bad input below', () => {
    const named = electionCommands.map(({ name }) => name.replace('election ', ''));
    const missing = named.filter((name) => !slots.some((line) => line.startsWith(`${name} `)));
    expect(missing).toEqual([]);
  });

  it.each(slots)('"%s" refuses what is no such file, in one sentence, and writes nothing', async (slot) => {
    for (const mess of MESS) {
      // A word may be the name of a voter.
      if (slot.includes('--voters %') && ['@/text', '@/null'].includes(mess)) continue;
      const line = slot.replace('%', mess);
      const { exit, out, err } = await koinon(line);
      const said = `${err}${out}`.split('\n').filter((part) => !/^Checking|^Mixing/.test(part));
      expect({ line, exit, said }).toEqual({
        line,
        exit: expect.toSatisfy((code: number) => code === 1 || code === 2),
        said: [expect.stringMatching(/^[A-Z@/].{20,}[.)]$/s), ''],
      });
      expect(said[0]).not.toMatch(/inside Koinon|undefined|NaN|\[object/);
      const json = await koinon(`${line} --json`);
      expect(json.exit).toBe(exit);
      expect(JSON.parse(json.out)).toSatisfy(
        (answer: { error?: { code: string; message: string }; code?: string; sentence?: string }) =>
          Boolean(answer.error?.code && answer.error.message) || Boolean(answer.code && answer.sentence),
      );
    }
    expect(await listing()).toEqual(before);
  });

  it.each([
    ['create', 'Give the questions: --questions FILE.'],
    ['create --questions @/questions.json --trustees 0', '--trustees takes a whole number from 1 to 100.'],
    [
      'create --questions @/questions.json --trustees 2 --threshold 3',
      '--threshold takes a whole number from 1 to 2.',
    ],
    [
      'create --questions @/questions.json --group P-256',
      '@/questions.json names a group that is not known.',
    ],
    [
      'create --questions @/questions.json --group BELENIOS-2048',
      '@/questions.json is refused: A ranking question needs the group RFC-3526-2048, and has room for 254 answers. (election.questions)',
    ],
    [
      'create --questions @/questions.json --uuid short',
      '@/questions.json is refused: The identifier of the election is malformed. (election.uuid)',
    ],
    [
      'create --questions @/questions.json --dir @/office',
      '@/office/plan.json exists already and is left as it is. Nothing was written.',
    ],
    [
      `trustee cert ${PLAN}`,
      'The election is planned without a threshold: its trustees use "koinon election trustee key".',
    ],
    [
      `trustee key ${CEREMONY}`,
      'The election is planned so that 2 of 2 trustees decrypt: begin with "koinon election trustee cert".',
    ],
    [
      `trustee gather ${CEREMONY} @/cho.cert`,
      '@/cho.cert holds 1 certificates, but the election is planned with 2 trustees.',
    ],
    [
      `trustee gather ${CEREMONY} @/cho.cert @/cho.cert`,
      '@/cho.cert, @/cho.cert is not a list of certificates: The same certificate is given twice, or none at all.',
    ],
    [`trustee share ${CEREMONY} ${CERTS}`, 'Give your secret seed: --key FILE.'],
    [`trustee share ${CEREMONY} --key @/cho.key`, 'Give the certificates: --certs FILE.'],
    [
      `trustee route ${CEREMONY} ${CERTS} @/cho.polynomial @/cho.polynomial`,
      '@/cho.polynomial is the second message of trustee 1: give one for each.',
    ],
    [
      `trustee combine ${CEREMONY} @/dan.vinput ${CERTS} --key @/cho.key`,
      '@/dan.vinput is refused: A message to a trustee cannot be opened with the trustee’s key. (trustees.recipient)',
    ],
    [
      `trustee assemble ${CEREMONY} ${CERTS} --polynomials @/ceremony/polynomials.jsons @/cho.voutput @/cho.voutput`,
      '@/cho.voutput is the second message of trustee 1: give one for each.',
    ],
    [`authority ${PLAN}`, 'Give the list of voters: --voters FILE.'],
    [
      `authority ${PLAN} --voters @/voters.txt --dir @/registrar`,
      '@/registrar/private_creds.txt exists already and is left as it is. Nothing was written.',
    ],
    [
      `open ${PLAN} --credentials @/registrar/public_creds.json`,
      'Give the keys of the trustees: --trustees FILE.',
    ],
    [
      `open ${PLAN} --credentials @/registrar/public_creds.json --trustees @/ann.pubkey`,
      'The election is planned with 2 keys of trustees, and something else is given.',
    ],
    [
      `open ${PLAN} --credentials @/registrar/public_creds.json --trustees @/ann.pubkey --trustees @/ann.pubkey`,
      'The key of one trustee is given twice.',
    ],
    [
      'trustee check @/open --key @/cho.key',
      '@/cho.key is the secret of none of the trustees of this election.',
    ],
    ['vote @/open --vote @/vote.txt', 'Give your credential: --credential FILE.'],
    [
      'vote @/closed --vote @/vote.txt --credential @/registrar/credentials/vera.txt',
      'The vote is closed: a ballot would not be taken any more.',
    ],
    [
      'vote @/open --vote @/vote.txt --credential @/registrar/credentials/vera.txt --out @/vera.json',
      '@/vera.json exists already and is left as it is. Nothing was written.',
    ],
    [
      'add @/voting @/vera.json',
      '@/vera.json is refused: The same ballot stands on the board twice. (ballot.duplicate, event 2)',
    ],
    [
      'add @/voting @/share-ann',
      '@/share-ann is refused: The count began before the vote was closed. (events.missing-endballots, event 2)',
    ],
    [
      'add @/closed @/wim.json',
      '@/wim.json is refused: A ballot was put on the board after the vote had closed. (events.ballot-after-close, event 4)',
    ],
    ['add @/voting @/cho.cert', '@/cho.cert is not a ballot, a shuffle or a share of the decryption.'],
    [
      'close @/closed',
      'The election is closed, and its ballots are added up: this is not the time to close the vote.',
    ],
    [
      'close @/voting --shuffles',
      'The election is open for votes: this is not the time to close the mixing.',
    ],
    [
      'close @/mixing --shuffles --min-shuffles 2',
      'The board @/mixing/BOARD is refused: Fewer trustees mixed the ranked ballots than the election requires. (shuffle.missing, event 5)',
    ],
    ['close @/mixing --shuffles --min-shuffles x', '--min-shuffles takes a whole number from 1 to 1000.'],
    [
      'shuffle @/voting --key @/ann.privkey',
      'The election is open for votes: this is not the time to mix the ballots.',
    ],
    ['shuffle @/mixing --key @/ann.privkey', 'Trustee 1 has mixed the ballots already.'],
    ['shuffle @/closed', 'Give your secret: --key FILE.'],
    [
      'shuffle @/closed --key @/ben.privkey --out @/shuffle-ann',
      '@/shuffle-ann exists already and is left as it is. Nothing was written.',
    ],
    [
      'decrypt @/closed --key @/ann.privkey',
      'The election is closed, and its ballots are added up: this is not the time to decrypt.',
    ],
    [
      'decrypt @/mixed --key @/ann.privkey --out @/share-ann',
      '@/share-ann exists already and is left as it is. Nothing was written.',
    ],
    [
      'tally @/mixed',
      'The election is mixed, and waits for its trustees to decrypt: this is not the time to count.',
    ],
    ['tally @/counted --method lottery', '--method takes schulze, stv, majority-judgment, not "lottery".'],
    ['tally @/counted --method majority-judgment', '"Rank" has no grades: majority judgment needs them.'],
    ['tally @/counted --method stv --seats 0', '--seats takes a whole number from 1 to 254.'],
    ['verify @/counted --workers 0', '--workers takes a whole number from 1 to 64.'],
    ['verify @/nothing', '@/nothing holds no archive of an election (a file UUID.bel).'],
    [
      'verify-diff @/voting @/open',
      'Refuted: Something that was on the board is gone, changed or moved in the later archive. (diff.not-prefix)',
    ],
    [
      'import @/open --dir @/voting',
      'The new board is refused: Something that was on the board is gone, changed or moved in the later archive. (diff.not-prefix)',
    ],
  ])('"%s" says %s', async (line, sentence) => {
    const { exit, out, err } = await koinon(line);
    const said = (err || out).trim().split('\n').at(-1)?.replaceAll(`${folder}/`, '@/');
    expect(said?.replace(/[1-9A-Za-z]{14}\.bel/, 'BOARD')).toBe(sentence);
    expect(exit).not.toBe(0);
    expect(await listing()).toEqual(before);
  });
});

describe('an election', () => {
  it('is counted by the method of its question, and by any other that is asked for', async () => {
    const shown = async (rest: string): Promise<unknown> => {
      const { questions } = await done(`tally @/counted ${rest}`);
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
    expect((await koinon('verify @/counted --workers 2')).out).toContain('   1. Q\n   2. P\n   3. R\n');
  });

  it('keeps secrets in files that only their owners can read, and shows none', async () => {
    const secrets = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
      ({ name, parentPath }) =>
        /\.(privkey|key|dkey)$/.test(name) ||
        name === 'private_creds.txt' ||
        parentPath.endsWith('credentials'),
    );
    const made = secrets.filter(({ parentPath }) => parentPath !== folder);
    expect(made.length).toBeGreaterThan(8);
    for (const { parentPath, name } of made) {
      expect((await stat(join(parentPath, name))).mode & 0o777, name).toBe(0o600);
      const content = await readFile(join(parentPath, name), 'utf8');
      for (const secret of content.match(/[\w-]{19,}/g) ?? []) expect(printed).not.toContain(secret);
    }
  });

  it('says of a ballot that is replaced, or not there, that it does not count', async () => {
    const found = await koinon('verify @/voting --ballot @/vera.json');
    expect(found).toMatchObject({
      exit: 0,
      out: expect.stringContaining('(event 1), and it is the one that counts'),
    });
    expect(await koinon('verify @/voting --ballot @/wim.json')).toMatchObject({
      exit: 1,
      out: expect.stringContaining('Your ballot is NOT on this board.'),
    });
  });

  it('tells programs what is wrong with a board: code, event and sentence', async () => {
    const [name = ''] = await readdir(at('@/voting'));
    const bytes = await readFile(at(`@/voting/${name}`));
    await writeFile(at('@/cut.bel'), bytes.subarray(0, bytes.length - 512));
    const { exit, out } = await koinon('verify @/cut.bel --json');
    expect({ exit, ...JSON.parse(out) }).toEqual({
      exit: 1,
      verdict: 'refuted',
      code: 'archive.truncated',
      event: null,
      sentence: 'The archive ends in the middle of a record.',
    });
    const refused = await koinon('add @/voting @/vera.json --json');
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
    const [name = ''] = await readdir(at('@/voting'));
    await writeFile(at(`@/voting/${name}.lock`), '');
    const { exit, err } = await koinon('add @/voting @/wim.json');
    await rm(at(`@/voting/${name}.lock`));
    expect({ exit, err }).toEqual({ exit: 1, err: expect.stringContaining('Another command is writing to') });
  });
});
