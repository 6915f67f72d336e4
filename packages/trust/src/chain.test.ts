import { describe, expect, it } from 'vitest';
import { chainOf, jwksOf, NOW, TestEntity, testKey } from '../test/support/entities.ts';
import { type ChainResult, validateChain } from './index.ts';

function federation() {
  const anchor = new TestEntity('anchor.example');
  const middle = new TestEntity('middle.example', [anchor]);
  const leaf = new TestEntity('leaf.example', [middle]);
  const anchors = new Map([anchor.pinned]);
  const judge = (now = NOW): ChainResult => validateChain(chainOf(leaf, middle, anchor), { anchors, now });
  return { anchor, middle, leaf, anchors, judge };
}

/** Code and cause of what a refusal comes down to. */
function reason({ chain, decision }: ChainResult): string {
  expect(chain).toBeNull();
  expect(decision.trusted).toBe(false);
  expect(decision.steps.at(-1)).toBe(decision.reason);
  return `${decision.reason?.code}: ${decision.reason?.cause}`;
}

describe('a trust chain', () => {
  it('holds from the subject over a superior to a pinned anchor', () => {
    const { leaf, middle, anchor, judge } = federation();
    const { chain, decision } = judge();
    expect(decision).toMatchObject({ trusted: true, subject: leaf.id, reason: null });
    expect(decision.steps.every(({ ok }) => ok)).toBe(true);
    expect(chain).toMatchObject({
      subject: leaf.id,
      anchor: anchor.id,
      path: [leaf.id, middle.id, anchor.id],
      exp: NOW + 86_400,
      jwks: leaf.jwks,
    });
    expect(chain?.statements).toHaveLength(4);
  });

  it('holds without the configuration of the anchor, which senders may leave out', () => {
    const { leaf, middle, anchor, anchors } = federation();
    const { chain } = validateChain(chainOf(leaf, middle, anchor).slice(0, -1), { anchors, now: NOW });
    expect(chain).toMatchObject({ anchor: anchor.id, anchorConfiguration: null });
  });

  it('of an anchor is its own configuration, signed with a pinned key', () => {
    const { anchor, anchors } = federation();
    const { chain } = validateChain([anchor.configuration()], { anchors, now: NOW });
    expect(chain).toMatchObject({ subject: anchor.id, anchor: anchor.id, path: [anchor.id] });
  });

  it('lives as long as its shortest statement', () => {
    const { middle, leaf, judge } = federation();
    middle.lists(leaf, { lifetime: 600 });
    expect(judge().chain?.exp).toBe(NOW + 600);
  });

  it('can be written down: a decision is JSON', () => {
    const { decision } = federation().judge();
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
  });
});

describe('an attack on a chain', () => {
  it('fails where the subject signs with a key that its superior never listed', () => {
    const { leaf, judge } = federation();
    leaf.key = testKey('self-made');
    leaf.keys = [leaf.key];
    expect(reason(judge())).toBe('link-key: unknown-kid');
  });

  it('fails where the key has the name of the listed one', () => {
    const { leaf, judge } = federation();
    const fake = testKey('self-made');
    const { kid } = leaf.key;
    leaf.key = { ...fake, kid, jwk: { ...fake.jwk, kid } };
    leaf.keys = [leaf.key];
    expect(reason(judge())).toBe('link-key: bad-signature');
  });

  it('fails where the host of an intermediate signs everything with a key of its own', () => {
    const { middle, judge } = federation();
    middle.key = testKey('hijacked middle');
    middle.keys = [middle.key];
    expect(reason(judge())).toBe('link-key: unknown-kid');
  });

  it('fails where the host of the anchor signs everything with a key of its own', () => {
    const { anchor, judge } = federation();
    anchor.key = testKey('hijacked anchor');
    anchor.keys = [anchor.key];
    expect(reason(judge())).toBe('link-key: unknown-kid');
  });

  it('fails where the anchor lists a key that nobody has pinned, and signs with it', () => {
    const { anchor, middle, judge } = federation();
    const added = testKey('added');
    anchor.keys = [anchor.key, added];
    anchor.lists(middle, { key: added });
    expect(reason(judge())).toBe('link-key: unknown-kid');
  });

  it('fails where the anchor is not pinned at all, or another is', () => {
    const { leaf, middle, anchor } = federation();
    const other = new TestEntity('other.example');
    for (const anchors of [new Map(), new Map([other.pinned])]) {
      const result = validateChain(chainOf(leaf, middle, anchor), { anchors, now: NOW });
      expect(reason(result)).toBe('anchor: not-pinned');
    }
  });

  it('fails where a statement is about another entity', () => {
    const { leaf, middle, anchor, anchors } = federation();
    const other = new TestEntity('other.example', [middle]);
    const [, ...links] = chainOf(leaf, middle, anchor);
    const result = validateChain([other.configuration(), ...links], { anchors, now: NOW });
    expect(reason(result)).toBe('link: broken-link');
  });

  it('fails where a link is left out, doubled, or out of order', () => {
    const { leaf, middle, anchor, anchors } = federation();
    const [own = '', below = '', above = '', top = ''] = chainOf(leaf, middle, anchor);
    const causes = [
      [own, above, top],
      [own, below, top],
      [own, top],
      [own, above, below, top],
      [own, below, below, above, top],
      [own, own, below, above, top],
      [below, above, top],
      [top, above, below, own],
    ].map((statements) => reason(validateChain(statements, { anchors, now: NOW })));
    expect(causes).toEqual([
      'link: broken-link',
      'link: broken-link',
      'link: broken-link',
      'link: broken-link',
      'link: broken-link',
      'chain-shape: wrong-kind',
      'chain-shape: wrong-kind',
      'anchor: not-pinned',
    ]);
  });

  it('fails where it is empty or endless', () => {
    const { leaf, anchors } = federation();
    const many = Array.from({ length: 8 }, () => leaf.configuration());
    for (const statements of [[], many]) {
      expect(reason(validateChain(statements, { anchors, now: NOW }))).toBe('chain-shape: wrong-length');
    }
  });

  it('fails where the subject signs with a key that the superior lists but it does not', () => {
    const { leaf, middle, judge } = federation();
    const added = testKey('added');
    middle.lists(leaf, { jwks: jwksOf(leaf.key, added) });
    leaf.key = added;
    expect(reason(judge())).toBe('subject-key: unknown-kid');
  });
});

describe('the times of a chain', () => {
  it.each([
    ['59 s after it expired', { iat: NOW - 100, lifetime: 41 }, null],
    ['61 s after it expired', { iat: NOW - 100, lifetime: 39 }, 'time: expired'],
    ['issued 59 s ahead', { iat: NOW + 59 }, null],
    ['issued 61 s ahead', { iat: NOW + 61 }, 'time: issued-in-future'],
    ['issued two hours ahead', { iat: NOW + 7200 }, 'time: issued-in-future'],
    ['that expires before it is issued', { iat: NOW, lifetime: -10 }, 'time: lifetime-backwards'],
  ])('hold for each statement: one %s', (_title, times, expected) => {
    const changes: ((parties: ReturnType<typeof federation>) => void)[] = [
      ({ leaf }) => Object.assign(leaf.rest, times),
      ({ middle, leaf }) => middle.lists(leaf, times),
      ({ middle, anchor }) => anchor.lists(middle, times),
      ({ anchor }) => Object.assign(anchor.rest, times),
    ];
    for (const change of changes) {
      const parties = federation();
      change(parties);
      const result = parties.judge();
      if (expected === null) expect(result.decision.trusted).toBe(true);
      else expect(reason(result)).toBe(expected);
    }
  });
});

describe('a roll-over of keys', () => {
  it('holds where the superior lists old and new, and the subject signs with the new', () => {
    const { leaf, middle, judge } = federation();
    const next = testKey('next');
    leaf.keys = [leaf.key, next];
    middle.lists(leaf);
    expect(judge().decision.trusted).toBe(true);
    leaf.key = next;
    expect(judge().decision.trusted).toBe(true);
    leaf.keys = [next];
    expect(judge().decision.trusted).toBe(true);
    expect(judge().chain?.jwks.keys).toHaveLength(2);
  });

  it('does not hold where the subject signs with the new before the superior lists it', () => {
    const { leaf, judge } = federation();
    const next = testKey('next');
    leaf.keys = [leaf.key, next];
    leaf.key = next;
    expect(reason(judge())).toBe('link-key: unknown-kid');
  });
});
