import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adoptionChain, type Link, shortened } from './chain.ts';

const adoption = (sub: string, node: string, day: number, source: string | null = null): Link => ({
  sub,
  node,
  source,
  order: String(day).padStart(2, '0'),
});

describe('adoptionChain', () => {
  it('puts the origin first and adopters in order of time', () => {
    const { steps } = adoptionChain('m', [adoption('k1', 'k', 9), adoption('h1', 'h', 3)]);
    expect(steps.map((step) => step?.node ?? 'origin')).toEqual(['origin', 'h', 'k']);
  });

  it('follows who took it from whom', () => {
    const { edges } = adoptionChain('m', [adoption('h1', 'h', 3), adoption('k1', 'k', 9, 'h1')]);
    expect(edges.map(({ from, to, kind }) => [from, to, kind])).toEqual([
      [0, 1, 'on'],
      [1, 2, 'on'],
    ]);
  });

  it('draws what the origin took back as a return, not as a step', () => {
    const { steps, edges } = adoptionChain('m', [adoption('h1', 'h', 3), adoption('m1', 'm', 5, 'h1')]);
    expect(steps).toHaveLength(2);
    expect(edges.map(({ from, to, kind }) => [from, to, kind])).toEqual([
      [0, 1, 'on'],
      [1, 0, 'back'],
    ]);
  });

  it('takes an adoption of what the origin took back as one from the origin', () => {
    const all = [adoption('h1', 'h', 3), adoption('m1', 'm', 5, 'h1'), adoption('k1', 'k', 9, 'm1')];
    expect(adoptionChain('m', all).edges.at(-1)).toMatchObject({ from: 0, to: 2, kind: 'on' });
  });

  it('marks an adoption whose source no log here holds as unsure', () => {
    const { edges } = adoptionChain('m', [adoption('k1', 'k', 9, 'elsewhere')]);
    expect(edges).toMatchObject([{ from: 0, to: 1, kind: 'unsure' }]);
  });

  it('answers for any references, cycles included, with edges between existing steps', () => {
    const subs = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    const links = fc.uniqueArray(
      fc.record({
        sub: fc.constantFrom(...subs),
        node: fc.constantFrom('m', 'h', 'k'),
        source: fc.option(fc.constantFrom(...subs, 'elsewhere')),
        order: fc.integer({ min: 0, max: 5 }).map(String),
      }),
      { selector: (link) => link.sub },
    );
    fc.assert(
      fc.property(links, (all) => {
        const chain = adoptionChain('m', all);
        const drawn = shortened(chain);
        for (const { from, to } of drawn.edges) {
          expect(from).not.toBe(to);
          expect(Math.min(from, to)).toBeGreaterThanOrEqual(0);
          expect(Math.max(from, to)).toBeLessThan(drawn.steps.length);
        }
        expect(chain.steps.length).toBe(1 + all.filter((link) => link.node !== 'm').length);
        expect(drawn.steps.length + drawn.hidden).toBe(chain.steps.length);
      }),
    );
  });
});

describe('shortened', () => {
  const chainOf = (count: number) =>
    adoptionChain(
      'm',
      Array.from({ length: count }, (_, index) => adoption(`a${index}`, `n${index}`, index + 1)),
    );

  it('draws up to six adopters', () => {
    expect(shortened(chainOf(6))).toMatchObject({ hidden: 0, steps: { length: 7 } });
  });

  it('draws the origin and the latest four of more', () => {
    const drawn = shortened(chainOf(13));
    expect(drawn.hidden).toBe(9);
    expect(drawn.steps.map((step) => step?.node ?? 'origin')).toEqual(['origin', 'n9', 'n10', 'n11', 'n12']);
  });
});
