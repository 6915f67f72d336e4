import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCosigner, testSigner } from '../test/support/keys.ts';
import { PolicyError } from './error.ts';
import { formatPolicy, type Policy, parsePolicy, policyVerifiers, quorumMet } from './policy.ts';

const log = testSigner('log.example/log');
const names = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3', 'n1', 'n2'];
const key = (name: string): string => testCosigner(`${name}.example/witness`).vkey;
const witnesses = names.map((name) => `witness ${name} ${key(name)}\n`).join('');
const blocs = `log ${log.vkey} https://log.example/log/
${witnesses}group A 2 a1 a2 a3
group B 2 b1 b2 b3
group civil any n1 n2
group all-of all A B civil
quorum all-of
`;

function met(policy: Policy, ...cosigners: string[]): boolean {
  return quorumMet(policy, new Set(cosigners.map(key)));
}

describe('a policy', () => {
  it('reads logs, witnesses, groups and the quorum', () => {
    const policy = parsePolicy(blocs);
    expect(policy.logs).toEqual([{ vkey: log.vkey, url: 'https://log.example/log/' }]);
    expect(policy.witnesses).toHaveLength(8);
    expect(policy.groups[0]).toEqual({ name: 'A', threshold: 2, members: ['a1', 'a2', 'a3'] });
    expect(policy.quorum).toBe('all-of');
    expect(formatPolicy(policy)).toBe(blocs);
  });

  it('is met where every bloc has enough', () => {
    const policy = parsePolicy(blocs);
    expect(met(policy, 'a1', 'a3', 'b2', 'b3', 'n2')).toBe(true);
    expect(met(policy, 'a1', 'b2', 'b3', 'n2')).toBe(false);
    expect(met(policy, 'a1', 'a2', 'a3', 'b1', 'b2', 'b3')).toBe(false);
    expect(met(policy)).toBe(false);
  });

  it('may ask for one witness, or for none', () => {
    const one = parsePolicy(`witness a1 ${key('a1')}\nquorum a1\n`);
    expect(met(one, 'a1')).toBe(true);
    expect(met(one, 'a2')).toBe(false);
    expect(quorumMet(parsePolicy('quorum none\n'), new Set())).toBe(true);
  });

  it('allows comments, empty lines, tabs, and space around words', () => {
    const text = `# whom we trust\n\n \t witness\ta1  ${key('a1')} \n  # more\nquorum a1`;
    expect(parsePolicy(text)).toEqual(parsePolicy(`witness a1 ${key('a1')}\nquorum a1\n`));
  });

  it('counts each witness by the key, not by what the note calls it', () => {
    const policy = parsePolicy(`witness gov ${key('a1')}\nquorum gov\n`);
    expect(met(policy, 'a1')).toBe(true);
    expect(quorumMet(policy, new Set(['gov']))).toBe(false);
  });

  it('gives the keys of one origin, and of all witnesses', () => {
    const policy = parsePolicy(`log ${testSigner('other.example/log').vkey}\n${blocs}`);
    const { logVerifiers, witnessVerifiers } = policyVerifiers(policy, 'log.example/log');
    expect(logVerifiers.map(({ vkey }) => vkey)).toEqual([log.vkey]);
    expect(witnessVerifiers).toHaveLength(8);
  });

  const w = `witness a1 ${key('a1')}\nwitness a2 ${key('a2')}\n`;
  it.each<[string, string, number]>([
    ['no quorum', w, 0],
    ['nothing', '', 0],
    ['two quorums', `${w}quorum a1\nquorum a1\n`, 4],
    ['a quorum that is not defined', `${w}quorum b\n`, 3],
    ['a quorum of two', `${w}quorum a1 a2\n`, 3],
    ['an unknown keyword', `${w}logs x\nquorum none\n`, 3],
    ['a log key that is none', 'log x\nquorum none\n', 1],
    ['a log without a key', 'log\nquorum none\n', 1],
    ['a witness key as the key of a log', `log ${key('a1')}\nquorum none\n`, 1],
    ['a log key as the key of a witness', `witness a ${log.vkey}\nquorum none\n`, 1],
    ['a witness without a key', 'witness a\nquorum none\n', 1],
    ['more words', `witness a ${key('a1')} https://a.example b\nquorum none\n`, 1],
    ['a name used twice', `${w}witness a1 ${key('a3')}\nquorum a1\n`, 3],
    ['a group named as a witness', `${w}group a1 any a2\nquorum a1\n`, 3],
    ['the name none', `witness none ${key('a1')}\nquorum none\n`, 1],
    ['none as a member', `${w}group g any none\nquorum g\n`, 3],
    ['a public key listed twice', `witness a ${key('a1')}\nwitness b ${key('a1')}\nquorum a\n`, 2],
    [
      'a public key under another name',
      `${w}witness c ${testCosigner('c.example', 'a1.example/witness').vkey}\nquorum a1\n`,
      3,
    ],
    ['a member in two groups', `${w}group g any a1\ngroup h any a1\nquorum g\n`, 4],
    ['a member named twice', `${w}group g any a1 a1\nquorum g\n`, 3],
    ['a member that is not defined yet', `${w}group g any h\ngroup h any a1\nquorum g\n`, 3],
    ['a group of itself', `${w}group g any g\nquorum g\n`, 3],
    ['no members', `${w}group g any\nquorum g\n`, 3],
    ['a threshold of none', `${w}group g 0 a1\nquorum g\n`, 3],
    ['a threshold beyond the members', `${w}group g 3 a1 a2\nquorum g\n`, 3],
    ['a threshold with a leading zero', `${w}group g 01 a1 a2\nquorum g\n`, 3],
    ['a threshold that is a word', `${w}group g most a1 a2\nquorum g\n`, 3],
    ['a carriage return', `${w}quorum a1\r\n`, 3],
  ])('with %s is refused, and the line named', (_, text, line) => {
    expect(() => parsePolicy(text)).toThrowError(expect.objectContaining({ name: PolicyError.name, line }));
  });

  it('takes 32 of each', () => {
    const many = Array.from({ length: 32 }, (_, i) => `w${i}`);
    const text = [
      ...many.map((name) => `log ${testSigner(`${name}.example/log`).vkey}`),
      ...many.map((name) => `witness ${name} ${key(name)}`),
      ...many.map((name) => `group g-${name} any ${name}`),
      `group all-of all ${many.map((name) => `g-${name}`).join(' ')}`,
      'quorum all-of\n',
    ].join('\n');
    const policy = parsePolicy(text);
    expect(formatPolicy(policy)).toBe(text);
    expect(met(policy, ...many)).toBe(true);
    expect(met(policy, ...many.slice(1))).toBe(false);
  });

  it('is not written where it could not be read back', () => {
    const policy = parsePolicy(blocs);
    expect(() => formatPolicy({ ...policy, quorum: 'nobody' })).toThrow(PolicyError);
    expect(() => formatPolicy({ ...policy, witnesses: [] })).toThrow(PolicyError);
    const spaced = policy.witnesses.map((witness, i) => (i === 0 ? { ...witness, name: 'a 1' } : witness));
    expect(() => formatPolicy({ ...policy, witnesses: spaced })).toThrow(PolicyError);
    const commented = { logs: [], witnesses: [], groups: [], quorum: 'none\n# quorum' };
    expect(() => formatPolicy(commented)).toThrow(PolicyError);
  });

  it('throws nothing but PolicyError for arbitrary text', () => {
    const words = fc.constantFrom(
      'log',
      'witness',
      'group',
      'quorum',
      'none',
      'all',
      'any',
      '1',
      'a',
      key('a1'),
      '#',
      '\n',
      ' ',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 20 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (any) => {
        try {
          const policy = parsePolicy(any);
          expect(parsePolicy(formatPolicy(policy))).toEqual(policy);
        } catch (error) {
          expect(error).toBeInstanceOf(PolicyError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
