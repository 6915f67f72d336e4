import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AllianceRecords } from '../../../kernel/alliances/index.ts';
import { activityByQuarter } from './activity.ts';
import { chairAt, nextOf, type Offer } from './chair.ts';
import { type Happened, historyOf, inForceAt, rotationAt } from './history.ts';
import { isMemberAt, membersAt, membershipPeriods, type Period } from './members.ts';
import { isEnough, type Signed, standingOf } from './signing.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n));
const [a, b, c] = ['https://a.example', 'https://b.example', 'https://c.example'] as const;
const since = (node: string, from: number, until: number | null = null): Period => ({
  ...{ node, from: day(from), until: until === null ? null : day(until) },
});
const three = [since(a, 0), since(b, 1), since(c, 2)];
const held = new Set<string>([a, b, c]);
const now = day(300);
const signed = (node: string, at: number, withdrawn: number | null = null, digest = 'd'): Signed => ({
  ...{
    node,
    at: day(at),
    withdrawnAt: withdrawn === null ? null : day(withdrawn),
    text: { jti: 't', digest },
  },
});
const text = { jti: 't', digest: 'd', node: a, at: day(10), withdrawnAt: null };
const known = { periods: three, held, now };

describe('membership', () => {
  const host = { id: 1, node: a, host: 'a.example', own: true };
  const log = (node: string) => ({ ...host, node });
  const told = (node: string, about: string, action: string, at: number) => ({
    ...{ log: log(node), jti: `${at}`, sub: '', at: day(at) },
    body: { action, alliance: `${a}/alliances/x`, title: { source: 'en', en: 'X' }, node: about },
  });
  const periods = (memberships: unknown[], holds: Iterable<string> = held) =>
    membershipPeriods(
      { memberships } as AllianceRecords,
      [{ id: `${a}/alliances/x`, node: a, until: null }],
      new Set(holds),
    );

  it('begins with the word of both, in whichever order we read them, and ends with that of either', () => {
    const both = [told(b, b, 'joined', 1), told(a, b, 'admitted', 2)];
    expect(periods([...both, told(b, b, 'left', 5)])).toEqual([since(b, 2, 5)]);
    expect(periods([...both.toReversed(), told(a, b, 'removed', 6)])).toEqual([since(b, 2, 6)]);
    expect(periods([told(a, b, 'admitted', 2), told(b, b, 'joined', 3)])).toEqual([since(b, 3)]);
  });

  it('is nothing that a host can give to a node that never joined, or a stranger to anybody', () => {
    expect(periods([told(a, b, 'admitted', 2)])).toEqual([]);
    expect(periods([told(b, b, 'joined', 1), told(c, b, 'admitted', 2)])).toEqual([]);
    expect(periods([told(c, b, 'joined', 1), told(a, b, 'admitted', 2)])).toEqual([]);
    expect(periods([told(a, b, 'admitted', 2)], [a])).toEqual([since(b, 2)]);
  });

  it('may begin again, and between the two nobody is a member', () => {
    const again = periods([
      ...[told(b, b, 'joined', 1), told(a, b, 'admitted', 1), told(b, b, 'left', 3)],
      ...[told(b, b, 'joined', 5), told(a, b, 'admitted', 6)],
    ]);
    expect([2, 3, 5, 6].map((at) => isMemberAt(again, b, day(at)))).toEqual([true, false, false, true]);
  });
});

describe('a text of all', () => {
  it('is adopted with the last of those who were members when it was proposed', () => {
    const later = { ...known, periods: [...three, since('https://d.example', 20)] };
    const two = standingOf(text, [signed(a, 11), signed(b, 12)], 'all', later);
    expect(two).toMatchObject({ state: 'waiting', adoptedAt: null });
    expect(two.signers.map(({ state }) => state)).toEqual(['signed', 'signed', 'waiting', 'unread']);
    const all = standingOf(text, [signed(c, 30), signed(a, 11), signed(b, 12)], 'all', later);
    expect(all).toMatchObject({ state: 'adopted', adoptedAt: day(30) });
  });

  it('waits no more for a member that has left, and stays adopted when a signature is withdrawn later', () => {
    const left = { ...known, periods: [since(a, 0), since(b, 1), since(c, 2, 40)] };
    const gone = standingOf(text, [signed(a, 11), signed(b, 12)], 'all', left);
    expect(gone).toMatchObject({ state: 'adopted', adoptedAt: day(40) });
    expect(gone.signers.at(-1)).toMatchObject({ node: c, state: 'left' });
    const later = standingOf(text, [signed(a, 11, 50), signed(b, 12), signed(c, 13)], 'all', known);
    expect(later).toMatchObject({ state: 'adopted', adoptedAt: day(13) });
    expect(later.signers[0]).toMatchObject({ state: 'withdrawn' });
    const before = standingOf(text, [signed(a, 11, 12), signed(b, 13), signed(c, 14)], 'all', known);
    expect(before.state).toBe('waiting');
  });

  it('counts no signature of other bytes, of a stranger, or of a node that was no member then', () => {
    const forged = [
      signed(a, 11),
      signed(b, 12, null, 'other'),
      signed('https://x.example', 13),
      signed(c, 14),
    ];
    expect(standingOf(text, forged, 'all', known).state).toBe('waiting');
    const early = { ...known, periods: [since(a, 0), since(b, 13)] };
    expect(standingOf(text, [signed(b, 12), signed(a, 14)], 'all', early).signers[1]).toMatchObject({
      ...{ node: b, state: 'waiting' },
    });
  });

  it('is void where its author was no member, and withdrawn where it was taken back in time', () => {
    const stranger = { ...text, node: 'https://x.example' };
    const signatures = [signed(a, 11), signed(b, 12), signed(c, 13)];
    expect(standingOf(stranger, signatures, 'all', known).state).toBe('void');
    expect(standingOf({ ...text, withdrawnAt: day(12) }, signatures, 'all', known).state).toBe('withdrawn');
    expect(standingOf({ ...text, withdrawnAt: day(14) }, signatures, 'all', known).state).toBe('adopted');
  });

  it('has the same standing whatever order its signatures are read in, and more signatures never undo it', () => {
    const one = fc.record({
      node: fc.constantFrom(a, b, c),
      at: fc.integer({ min: 0, max: 60 }),
      for: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 8 }),
        fc.constantFrom('all', 'two-thirds', 'majority'),
        (given, rule) => {
          const signatures = given.map(({ node, at, for: days }) => signed(node, at, at + days));
          const standing = standingOf(text, signatures, rule, known);
          const turned = standingOf(text, signatures.toReversed(), rule, known);
          expect(turned.adoptedAt).toEqual(standing.adoptedAt);
          const more = standingOf(text, [...signatures, signed(b, 70)], rule, known);
          if (standing.adoptedAt !== null) expect(more.adoptedAt).toEqual(standing.adoptedAt);
        },
      ),
    );
  });

  it('needs all, two thirds or more than half; a rule that is not known means all', () => {
    expect([2, 3].map((n) => isEnough('all', n, 3))).toEqual([false, true]);
    expect([1, 2].map((n) => isEnough('two-thirds', n, 3))).toEqual([false, true]);
    expect([2, 3].map((n) => isEnough('majority', n, 4))).toEqual([false, true]);
    expect(isEnough('weighted', 2, 3)).toBe(false);
    expect(isEnough('majority', 0, 0)).toBe(false);
  });
});

describe('the chair', () => {
  const offer = (jti: string, node: string, to: string, at: number, start = '2026-01-01'): Offer => ({
    ...{ jti, digest: jti, node, to, at: day(at), withdrawnAt: null, start, end: '2026-12-31' },
  });
  const answer = (jti: string, node: string, at: number, accepted = true) => ({
    ...{ jti: `${jti} answered`, node, at: day(at), offer: { jti, digest: jti }, accepted },
  });
  const happened = (changes: Partial<Happened<never, never>>) =>
    historyOf<never, never>({
      ...{ periods: three, held, now, hosts: [{ node: a, until: null }], charters: [], signatures: [] },
      ...{ namedChairs: [{ node: a, at: day(0) }], offers: [], answers: [], ...changes },
    });
  const chairOf = (changes: Partial<Happened<never, never>>, at = now) => {
    const { charters, chairing } = happened(changes);
    return chairAt(chairing, rotationAt(charters, at), changes.periods ?? three, at);
  };

  it('goes to the next in the order of admission once it accepts, and not before its term', () => {
    const offers = [offer('1', a, b, 20)];
    expect(chairOf({ offers })?.node).toBe(a);
    const answers = [answer('1', b, 21)];
    expect(chairOf({ offers, answers })?.node).toBe(b);
    const ahead = [offer('1', a, b, 20, '2026-06-01')];
    expect(chairOf({ offers: ahead, answers }, day(60))?.node).toBe(a);
    expect(chairOf({ offers: ahead, answers })?.node).toBe(b);
  });

  it('is not given by whoever does not have it, nor to another than the next, nor taken by a third', () => {
    const answers = [answer('1', b, 21), answer('1', c, 21)];
    expect(chairOf({ offers: [offer('1', c, b, 20)], answers })?.node).toBe(a);
    expect(chairOf({ offers: [offer('1', a, c, 20)], answers })?.node).toBe(a);
    expect(chairOf({ offers: [offer('1', a, b, 20)], answers: [answer('1', c, 21)] })?.node).toBe(a);
    const withdrawn = [{ ...offer('1', a, b, 20), withdrawnAt: day(20) }];
    expect(chairOf({ offers: withdrawn, answers })?.node).toBe(a);
  });

  it('passes by who declines, and falls to the next where the one who has it leaves', () => {
    const offers = [offer('1', a, b, 20), offer('2', a, c, 30)];
    expect(chairOf({ offers, answers: [answer('1', b, 21, false), answer('2', c, 31)] })?.node).toBe(c);
    const periods = [since(a, 0, 50), since(b, 1), since(c, 2)];
    expect(chairOf({ periods })).toMatchObject({ node: b, acting: true });
    const taken = { periods, offers: [offer('3', b, c, 60)], answers: [answer('3', c, 61)] };
    expect(chairOf(taken)).toMatchObject({ node: c, acting: false });
  });

  it('goes round: whoever is last is followed by the first', () => {
    expect(nextOf({ order: 'admission', nodes: [] }, three, c, now, [])).toBe(a);
    expect(nextOf({ order: 'listed', nodes: [b, a, 'https://x.example'] }, three, a, now, [])).toBe(c);
    expect(nextOf({ order: 'admission', nodes: [] }, [since(a, 0)], a, now, [])).toBe(null);
  });

  it('is with a member whenever there is one, whatever anybody writes', () => {
    const node = fc.constantFrom(a, b, c, 'https://x.example');
    const at = fc.integer({ min: 0, max: 200 });
    const offers = fc.array(fc.tuple(node, node, at), { maxLength: 8 });
    const answers = fc.array(fc.tuple(fc.nat(7), node, at, fc.boolean()), { maxLength: 8 });
    fc.assert(
      fc.property(offers, answers, fc.option(at), (made, given, left) => {
        const periods = [since(a, 0, left), since(b, 1), since(c, 2)];
        const chair = chairOf({
          periods,
          offers: made.map(([from, to, when], i) => offer(String(i), from, to, when)),
          answers: given.map(([of, from, when, accepted]) => answer(String(of), from, when, accepted)),
        });
        expect(membersAt(periods, now)).toContain(chair?.node);
      }),
    );
  });
});

describe('charters', () => {
  const rotation = { order: 'admission', nodes: [] };
  const charter = (jti: string, node: string, at: number, adoption = 'all') => ({
    ...{ jti, digest: jti, node, at: day(at), withdrawnAt: null, adoption, rotation },
  });
  const by = (jti: string, node: string, at: number): Signed => ({
    ...{ node, at: day(at), withdrawnAt: null, text: { jti, digest: jti } },
  });
  const base = { periods: three, held, now, hosts: [{ node: a, until: null }], offers: [], answers: [] };

  it('are judged by the rule of the one in force, and only those of chair and host are charters', () => {
    const { charters } = historyOf({
      ...{ ...base, namedChairs: [{ node: a, at: day(0) }] },
      charters: [charter('1', a, 10, 'two-thirds'), charter('2', b, 15), charter('3', a, 40)],
      signatures: [by('1', a, 11), by('1', b, 12), by('1', c, 13), by('3', a, 41), by('3', c, 42)],
    });
    expect(charters.map(({ charter: { jti }, standing }) => [jti, standing.adoptedAt])).toEqual([
      ['3', day(42)],
      ['1', day(13)],
    ]);
    expect(inForceAt(charters, day(41))?.charter.jti).toBe('1');
    expect(inForceAt(charters, now)?.charter.jti).toBe('3');
  });
});

describe('what was done', () => {
  it('is counted by quarter, empty ones too, and what is to come is not', () => {
    const done = [
      { deed: 'meeting' as const, at: new Date('2026-02-03T10:00:00Z') },
      { deed: 'practice' as const, at: new Date('2025-12-31T23:59:59Z') },
      { deed: 'meeting' as const, at: new Date('2026-12-01T10:00:00Z') },
    ];
    const quarters = activityByQuarter(done, new Date('2026-05-01T00:00:00Z'), 3);
    expect(quarters.map(({ quarter, total }) => [quarter, total])).toEqual([
      ['2025-Q4', 1],
      ['2026-Q1', 1],
      ['2026-Q2', 0],
    ]);
  });
});
