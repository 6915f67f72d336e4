import { mkdir, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { electionCommands } from './commands.ts';
import { holdCeremony, holdStages, type Stages } from './test/support/stages.ts';

let stages: Stages;

beforeAll(async () => {
  stages = await holdStages();
  await holdCeremony(stages);
  await writeFile(stages.at('@/empty'), '');
  await writeFile(stages.at('@/noise'), Buffer.from([0xff, 0xfe, 0x00, 0x80]));
  await writeFile(stages.at('@/text'), 'hello\n');
  await writeFile(stages.at('@/list'), '[]\n');
  await writeFile(stages.at('@/null'), 'null\n');
  await writeFile(stages.at('@/deep'), `${'['.repeat(20_000)}${']'.repeat(20_000)}\n`);
  await mkdir(stages.at('@/nothing'));
}, 240_000);
afterAll(async () => {
  await stages.remove();
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
    before = await stages.listing();
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
      const { exit, out, err } = await stages.koinon(line);
      const said = `${err}${out}`.split('\n').filter((part) => !/^Checking|^Mixing/.test(part));
      expect({ line, exit, said }).toEqual({
        line,
        exit: expect.toSatisfy((code: number) => code === 1 || code === 2),
        said: [expect.stringMatching(/^[A-Z@/].{20,}[.)]$/s), ''],
      });
      expect(said[0]).not.toMatch(/inside Koinon|undefined|NaN|\[object/);
      const json = await stages.koinon(`${line} --json`);
      expect(json.exit).toBe(exit);
      expect(JSON.parse(json.out)).toSatisfy(
        (answer: { error?: { code: string; message: string }; code?: string; sentence?: string }) =>
          Boolean(answer.error?.code && answer.error.message) || Boolean(answer.code && answer.sentence),
      );
    }
    expect(await stages.listing()).toEqual(before);
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
    const { exit, out, err } = await stages.koinon(line);
    const said = (err || out).trim().split('\n').at(-1)?.replaceAll(`${stages.folder}/`, '@/');
    expect(said?.replace(/[1-9A-Za-z]{14}\.bel/, 'BOARD')).toBe(sentence);
    expect(exit).not.toBe(0);
    expect(await stages.listing()).toEqual(before);
  });
});
