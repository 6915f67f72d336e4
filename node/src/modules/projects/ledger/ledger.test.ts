import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAmount, writeAmount } from './amount.ts';
import { isBalanced } from './balances.ts';
import type { EntryType, LedgerFacts, LoggedEntry } from './entry.ts';
import { foldLedger } from './fold.ts';

const LEAD = 'https://lead.example';
const NODES = [LEAD, 'https://north.example', 'https://south.example'];
const [, NORTH = '', SOUTH = ''] = NODES;

/** Logs of several nodes, written into by hand. */
class Logs {
  readonly entries: LoggedEntry[] = [];

  write(node: string, type: EntryType, body: Partial<LoggedEntry['body']> = {}): string {
    const mine = this.entries.filter((entry) => entry.node === node);
    const sub = `${node}/projects/entries/${mine.length + 1}`;
    this.entries.push({
      sub,
      jti: sub,
      node,
      index: mine.length,
      signedAt: new Date(this.entries.length * 1000),
      body: { number: mine.length + 1, type, amount: '10', unit: 'EUR', ...body },
    });
    return sub;
  }

  facts(order = this.entries): LedgerFacts {
    return { lead: LEAD, members: NODES, entries: order };
  }

  standing(sub: string): string {
    const { standing } = this.#fold().entries.find((entry) => entry.sub === sub) ?? {};
    return standing === undefined ? 'missing' : standing.state === 'counts' ? 'counts' : standing.reason;
  }

  /** Pledged, outstanding, contributed, in transit, available, spent. */
  sums(unit = 'EUR'): string {
    const sums = this.#fold().balances.find((balance) => balance.unit === unit);
    if (sums === undefined) return 'nothing';
    const { pledged, outstanding, contributed, inTransit, available, spent } = sums;
    return [pledged, outstanding, contributed, inTransit, available, spent].map(writeAmount).join(' ');
  }

  #fold() {
    return foldLedger(this.facts());
  }
}

describe('an amount', () => {
  test('keeps what a float would lose', () => {
    expect(writeAmount(parseAmount('0.1') + parseAmount('0.2'))).toBe('0.3');
    expect(writeAmount(-parseAmount('1250.50'))).toBe('-1250.5');
  });

  test.each(['', '-1', '1,5', '01', '1e3', '1.', '.5', '0.12345', '1234567890123', ' 1', '١'])(
    '%j is none',
    (text) => expect(() => parseAmount(text)).toThrow(RangeError),
  );

  test('is written as it was read, but for zeros that say nothing', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n - 1n }), (value) => {
        expect(parseAmount(writeAmount(value))).toBe(value);
      }),
    );
  });
});

describe('a ledger', () => {
  test('goes from a pledge over its contribution and acknowledgement to what was spent', () => {
    const logs = new Logs();
    const pledge = logs.write(NORTH, 'pledge', { amount: '100' });
    expect(logs.sums()).toBe('100 100 0 0 0 0');
    const contribution = logs.write(NORTH, 'contribution', { amount: '60', of: pledge });
    expect(logs.sums()).toBe('100 40 60 60 0 0');
    logs.write(LEAD, 'acknowledgement', { amount: '60', of: contribution });
    expect(logs.sums()).toBe('100 40 60 0 60 0');
    logs.write(LEAD, 'spending', { amount: '45.5', workPackage: 'wp1' });
    expect(logs.sums()).toBe('100 40 60 0 14.5 45.5');
  });

  test('takes what the lead contributes as arrived', () => {
    const logs = new Logs();
    logs.write(LEAD, 'contribution', { unit: 'hours' });
    expect(logs.sums('hours')).toBe('0 0 10 0 10 0');
  });

  test('never mixes units: hours pay no euros, and won fulfil no pledge of euros', () => {
    const logs = new Logs();
    const pledge = logs.write(NORTH, 'pledge');
    expect(logs.standing(logs.write(NORTH, 'contribution', { unit: 'KRW', of: pledge }))).toBe('wrong-entry');
    logs.write(LEAD, 'contribution', { unit: 'hours' });
    expect(logs.standing(logs.write(LEAD, 'spending'))).toBe('over-available');
  });

  test('refuses to spend more than has arrived', () => {
    const logs = new Logs();
    logs.write(NORTH, 'contribution', { amount: '50' });
    expect(logs.standing(logs.write(LEAD, 'spending', { amount: '1' }))).toBe('over-available');
    logs.write(LEAD, 'contribution', { amount: '5' });
    expect(logs.standing(logs.write(LEAD, 'spending', { amount: '5.0001' }))).toBe('over-available');
    expect(logs.standing(logs.write(LEAD, 'spending', { amount: '5' }))).toBe('counts');
  });

  test('refuses a contribution to the pledge of another, or above one’s own', () => {
    const logs = new Logs();
    const pledge = logs.write(NORTH, 'pledge');
    expect(logs.standing(logs.write(SOUTH, 'contribution', { of: pledge }))).toBe('not-own');
    expect(logs.standing(logs.write(NORTH, 'contribution', { amount: '11', of: pledge }))).toBe(
      'over-pledge',
    );
    logs.write(NORTH, 'contribution', { amount: '7', of: pledge });
    expect(logs.standing(logs.write(NORTH, 'contribution', { amount: '4', of: pledge }))).toBe('over-pledge');
  });

  test('lets nobody but the lead spend or acknowledge', () => {
    const logs = new Logs();
    const contribution = logs.write(SOUTH, 'contribution');
    expect(logs.standing(logs.write(NORTH, 'spending'))).toBe('not-lead');
    expect(logs.standing(logs.write(NORTH, 'acknowledgement', { of: contribution }))).toBe('not-lead');
  });

  test('refuses more acknowledged than was contributed, and a pledge acknowledged as if it had come', () => {
    const logs = new Logs();
    const pledge = logs.write(NORTH, 'pledge');
    const contribution = logs.write(NORTH, 'contribution');
    expect(logs.standing(logs.write(LEAD, 'acknowledgement', { of: pledge }))).toBe('wrong-entry');
    logs.write(LEAD, 'acknowledgement', { amount: '6', of: contribution });
    expect(logs.standing(logs.write(LEAD, 'acknowledgement', { amount: '5', of: contribution }))).toBe(
      'over-contribution',
    );
    expect(logs.sums()).toBe('10 10 10 4 6 0');
  });

  test('reverses an entry once, whole, by its author, and not a reversal', () => {
    const logs = new Logs();
    const pledge = logs.write(NORTH, 'pledge');
    expect(logs.standing(logs.write(NORTH, 'reversal', { amount: '9', of: pledge }))).toBe('wrong-entry');
    expect(logs.standing(logs.write(LEAD, 'reversal', { of: pledge }))).toBe('not-own');
    const reversal = logs.write(NORTH, 'reversal', { of: pledge });
    expect(logs.standing(reversal)).toBe('counts');
    expect(logs.sums()).toBe('0 0 0 0 0 0');
    expect(logs.standing(logs.write(NORTH, 'reversal', { of: pledge }))).toBe('reversed');
    expect(logs.standing(logs.write(NORTH, 'reversal', { of: reversal }))).toBe('wrong-entry');
    expect(logs.standing(logs.write(NORTH, 'contribution', { of: pledge }))).toBe('reversed');
  });

  test('keeps a pledge that was drawn on, and an acknowledgement whose money is spent', () => {
    const logs = new Logs();
    const pledge = logs.write(NORTH, 'pledge');
    const contribution = logs.write(NORTH, 'contribution', { of: pledge });
    expect(logs.standing(logs.write(NORTH, 'reversal', { of: pledge }))).toBe('in-use');
    const arrived = logs.write(LEAD, 'acknowledgement', { of: contribution });
    const spent = logs.write(LEAD, 'spending');
    expect(logs.standing(logs.write(LEAD, 'reversal', { of: arrived }))).toBe('over-available');
    logs.write(LEAD, 'reversal', { of: spent });
    expect(logs.standing(logs.write(LEAD, 'reversal', { of: arrived }))).toBe('counts');
    expect(logs.sums()).toBe('10 0 10 10 0 0');
  });

  test('shows it when somebody takes back what the lead says has arrived, and spoils nothing of the lead’s', () => {
    const logs = new Logs();
    const contribution = logs.write(NORTH, 'contribution');
    const arrived = logs.write(LEAD, 'acknowledgement', { of: contribution });
    const spent = logs.write(LEAD, 'spending');
    logs.write(NORTH, 'reversal', { of: contribution });
    expect([logs.standing(arrived), logs.standing(spent)]).toEqual(['counts', 'counts']);
    expect(logs.sums()).toBe('0 0 0 -10 0 10');
  });

  test('waits for an entry that is named and not here, and for a number that is missing', () => {
    const logs = new Logs();
    const early = logs.write(LEAD, 'acknowledgement', { of: `${NORTH}/projects/entries/1` });
    const relying = logs.write(LEAD, 'spending');
    expect([logs.standing(early), logs.standing(relying)]).toEqual(['unknown-entry', 'over-available']);
    logs.write(NORTH, 'contribution');
    expect([logs.standing(early), logs.standing(relying)]).toEqual(['counts', 'counts']);
    expect(logs.standing(logs.write(NORTH, 'pledge', { number: 3 }))).toBe('gap');
  });

  test('takes the first of two entries with one number, whatever its id', () => {
    const logs = new Logs();
    const first = logs.write(NORTH, 'pledge');
    const second = logs.write(NORTH, 'pledge', { number: 1, amount: '99' });
    const early = `${NORTH}/projects/entries/0`;
    const renamed = logs.entries.map((entry) => (entry.sub === second ? { ...entry, sub: early } : entry));
    const { entries } = foldLedger(logs.facts(renamed));
    expect(entries.map(({ sub, standing }) => [sub, standing.state])).toEqual([
      [first, 'counts'],
      [early, 'refused'],
    ]);
  });

  test('counts nothing of a node that is no member', () => {
    const logs = new Logs();
    logs.write(SOUTH, 'pledge');
    const { entries, balances } = foldLedger({ ...logs.facts(), members: [LEAD, NORTH] });
    expect(entries[0]?.standing).toEqual({ state: 'refused', reason: 'not-member' });
    expect(balances).toEqual([]);
  });
});

describe('whatever anybody writes', () => {
  const TYPES: readonly EntryType[] = [
    'pledge',
    'contribution',
    'acknowledgement',
    'spending',
    'reversal',
    'contribution',
    'acknowledgement',
  ];
  const act = fc.record({
    node: fc.constantFrom(...NODES, 'https://stranger.example'),
    type: fc.constantFrom(...TYPES),
    amount: fc.constantFrom('10', '5', '2.5', '0.0001', '999999999999'),
    unit: fc.constantFrom('EUR', 'EUR', 'EUR', 'hours'),
    of: fc.option(fc.nat(24), { nil: undefined }),
    slip: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, -1),
  });

  /** What these acts leave in the logs: entries that nobody checked. */
  const written = fc.array(act, { maxLength: 25 }).map((acts) => {
    const logs = new Logs();
    for (const { node, type, amount, unit, of, slip } of acts) {
      const known = of === undefined ? undefined : logs.entries[of % Math.max(1, logs.entries.length)];
      const number = logs.entries.filter((entry) => entry.node === node).length + 1 + slip;
      const restated =
        type === 'reversal' && known ? { amount: known.body.amount, unit: known.body.unit } : {};
      logs.write(node, type, { number, amount, unit, ...restated, ...(known && { of: known.sub }) });
    }
    return logs;
  });

  test('every account stays balanced, nothing is spent that is not there, no pledge is overdrawn', () => {
    fc.assert(
      fc.property(written, (logs) => {
        const { entries, balances } = foldLedger(logs.facts());
        for (const { postings } of entries) {
          for (const unit of new Set(postings.map((posting) => posting.unit))) {
            const own = postings.filter((posting) => posting.unit === unit);
            expect(own.reduce((sum, { value }) => sum + value, 0n)).toBe(0n);
          }
        }
        expect(isBalanced(balances)).toBe(true);
        for (const { pledged, contributed, spent, available, inTransit } of balances) {
          expect([pledged >= 0n, contributed >= 0n, spent >= 0n]).toEqual([true, true, true]);
          expect(available + spent + inTransit).toBe(contributed);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('any order of arrival gives the same ledger', () => {
    const shuffled = written.chain((logs) =>
      fc.tuple(fc.constant(logs), fc.shuffledSubarray(logs.entries, { minLength: logs.entries.length })),
    );
    fc.assert(
      fc.property(shuffled, ([logs, order]) => {
        expect(foldLedger(logs.facts(order))).toEqual(foldLedger(logs.facts()));
      }),
      { numRuns: 300 },
    );
  });

  test('what one writes later takes nothing from what counted of its own before', () => {
    fc.assert(
      fc.property(written, act, (logs, { node, type, amount, unit }) => {
        const counting = () =>
          foldLedger(logs.facts())
            .entries.filter((entry) => entry.node === node && entry.standing.state === 'counts')
            .map(({ sub }) => sub);
        const before = counting();
        logs.write(node, type, { amount, unit });
        expect(counting()).toEqual(expect.arrayContaining(before));
      }),
    );
  });
});
