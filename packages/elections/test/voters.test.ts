import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { majorityJudgment, readPublicCredentials, writePublicCredentials } from '../src/index.ts';
import { readVoters } from '../src/verify/voters.ts';

describe('the list of voters', () => {
  it('is read as it was written', () => {
    const voters = fc.array(
      fc.tuple(fc.bigInt({ min: 0n, max: 1n << 2048n }), fc.integer({ min: 1, max: 9 })),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(voters, (list) => {
        const credentials = new Map(list);
        const text = writePublicCredentials(credentials);
        expect(readPublicCredentials(text)).toEqual(credentials);
        const { weights, weighted } = readVoters(text);
        expect(weights.size).toBe(credentials.size);
        expect(weighted).toBe([...credentials.values()].some((weight) => weight !== 1));
      }),
    );
  });

  it.each([
    ['', 'json.malformed'],
    [']', 'json.malformed'],
    ['[', 'json.malformed'],
    ['["1"', 'json.malformed'],
    ['["1",', 'json.malformed'],
    ['["1",]', 'json.malformed'],
    ['["1"]]', 'json.malformed'],
    ['["1"] ', 'json.not-canonical'],
    ['[ "1"]', 'json.not-canonical'],
    ['["\\u0031"]', 'json.not-canonical'],
    ['[""]', 'credentials.malformed'],
    ['["01"]', 'credentials.malformed'],
    ['["1,0"]', 'credentials.malformed'],
    ['["1,2,ann"]', 'credentials.malformed'],
    ['["1","2","1,3"]', 'credentials.duplicate'],
    ['["1,9999999999"]', 'credentials.weight'],
    ['[1]', 'json.type'],
    ['{}', 'json.type'],
  ])('is refused as %j', (text, code) => {
    expect(() => readPublicCredentials(text)).toThrow(expect.objectContaining({ code }));
    expect(() => readVoters(text)).toThrow(expect.objectContaining({ code }));
  });
});

describe('majority judgment', () => {
  it('takes the better of the two middle grades, as belenios-tool does', () => {
    // Grades 1 and 3 against 2 and 2: the worse middle grade would have the second choice win.
    expect(
      majorityJudgment(
        [
          [1, 2],
          [3, 2],
        ],
        2,
        3,
        false,
      ).winners,
    ).toEqual([[0], [1]]);
  });
});
