import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../framework/run.ts';
import { commitmentsCommands } from './commands.ts';

const HEADER =
  'Country,Action Plan Number,Comm No,Commitment Title,Specificity,_Relevant,Potential impact,' +
  'Completion (progress report),Starred (current formula) progress report';
const STARRED = 'Montaluz,1,1,One,c. high,1,Transformative,d. Complete,1';
const CLAIMED = 'Haesol,1,2,Two,a. low,1,Transformative,d. Complete,1';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koinon-commitments-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function check(content: string | Uint8Array, ...options: string[]) {
  const path = join(folder, 'file');
  await writeFile(path, content);
  let out = '';
  let err = '';
  const write = (into: (text: string) => void) => ({
    write: (text: string | Uint8Array) => {
      into(String(text));
      return true;
    },
  });
  const exit = await run(
    {
      entries: commitmentsCommands,
      version: '0',
      streams: {
        out: write((text) => {
          out += text;
        }),
        err: {
          ...write((text) => {
            err += text;
          }),
          isTTY: false,
          columns: 80,
        },
        now: () => 0,
      },
      env: {},
    },
    ['commitments', 'check', path, ...options],
  );
  return { exit, out, err };
}

describe('koinon commitments check', () => {
  it('counts commitments and countries, and finds every star of the file', async () => {
    const { exit, out } = await check([HEADER, STARRED, ''].join('\n'), '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toEqual({ commitments: 1, countries: 1, stars: { equal: 1, of: 1 } });
  });

  it('names the commitments whose star the formula does not give, and fails', async () => {
    const { exit, out } = await check([HEADER, STARRED, CLAIMED, ''].join('\n'));
    expect(exit).toBe(1);
    expect(out).toContain('in 1 of 2 rows');
    expect(out).toContain('Haesol, plan 1, commitment 2: no star, and the file has one');
  });

  it('counts the milestones and indicators of a plan', async () => {
    const plan = {
      title: 'Plan',
      commitments: { C01: { en: 'a', fr: 'b' } },
      milestones: { 'C01.1': { en: 'a', fr: 'b' } },
      indicators: { 'C01.1.1': { en: 'a', fr: 'b', lead_dept: 'x' } },
    };
    const { exit, out } = await check(`\ufeff${JSON.stringify(plan)}`, '--json');
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toEqual({ format: 'canada-nap', commitments: 1, milestones: 1, indicators: 1 });
  });

  it.each([
    ['', 'The file is empty.'],
    ['hello', 'This is no OGP commitments file'],
    [`${HEADER}\n`, 'a header and no commitments'],
    [`${HEADER}\n"x`, 'A quotation mark is opened and never closed (line 2).'],
    [`${HEADER}\nx,y\n`, 'another number of cells than the header (line 2).'],
    ['{', 'This is no JSON'],
    ['[]', 'This is no action plan as Canada publishes it'],
    [`${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'This is no action plan'],
    [Buffer.from([0xff, 0xfe, 0x00, 0x80]), 'it is not UTF-8 text'],
  ])('says in one sentence why it cannot read a file: %#', async (content, sentence) => {
    const { exit, out, err } = await check(content);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(sentence);
    expect(err.trim().split('\n').length).toBeLessThanOrEqual(2);
  });
});
