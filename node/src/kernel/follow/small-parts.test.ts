import { leafHash, utf8 } from '@koinon/transparency-log';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FetchRefused } from '../fetch/index.ts';
import { commonPrefix } from './common-prefix.ts';
import { BadContent, faultOfRefusal, Unavailable } from './fault.ts';
import { faultOf, plainFault } from './fault-transfer.ts';
import { Pace } from './pace.ts';
import { PATIENCE, Suspicion } from './patience.ts';

describe('the common part of two histories', () => {
  it('is found wherever it ends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(500), fc.nat(500), async (shared, more) => {
        const most = shared + more;
        const side = (name: string) => async (size: number) =>
          leafHash(utf8(size <= shared ? `both ${size}` : `${name} ${size}`));
        expect(await commonPrefix(side('a'), side('b'), most)).toBe(shared);
      }),
    );
  });
});

describe('patience', () => {
  it('wants the same fault several times in a row, over some time', () => {
    const suspicion = new Suspicion(PATIENCE);
    expect(suspicion.seen('bad-root', 0)).toBeNull();
    expect(suspicion.seen('bad-root', 10_000)).toBeNull();
    expect(suspicion.seen('bad-root', 20_000)).toBeNull();
    expect(suspicion.seen('bad-root', 30_000)).toEqual({ tries: 4, since: 0 });
  });

  it('begins anew after a good answer, and with another fault', () => {
    const suspicion = new Suspicion({ ...PATIENCE, ms: 0 });
    suspicion.seen('bad-root', 0);
    suspicion.seen('bad-root', 1);
    suspicion.clear();
    expect(suspicion.seen('bad-root', 2)).toBeNull();
    expect(suspicion.seen('bad-tiles', 3)).toBeNull();
    expect(suspicion.seen('bad-tiles', 4)).toBeNull();
    expect(suspicion.seen('bad-tiles', 5)).toEqual({ tries: 3, since: 3 });
  });

  it('is longer with an older state, which a node shows while it recovers', () => {
    const suspicion = new Suspicion(PATIENCE);
    for (let at = 0; at < 120_000; at += 10_000) expect(suspicion.seen('rolled-back', at)).toBeNull();
    expect(suspicion.seen('rolled-back', 120_000)).not.toBeNull();
  });
});

describe('the pace of visits', () => {
  const steady = () => new Pace(() => 0.5);

  it('doubles while nothing works, up to ten minutes', () => {
    const pace = steady();
    const delays = Array.from({ length: 9 }, () => pace.next('failed'));
    expect(delays).toEqual([10, 20, 40, 80, 160, 320, 600, 600, 600].map((seconds) => seconds * 1000));
  });

  it('comes back soon after growth, and then every ten seconds to a minute', () => {
    const pace = steady();
    for (let i = 0; i < 5; i++) pace.next('failed');
    const delays = [pace.next('grown'), ...Array.from({ length: 5 }, () => pace.next('unchanged'))];
    expect(delays).toEqual([2, 10, 20, 40, 60, 60].map((seconds) => seconds * 1000));
  });

  it('never lets two nodes ask in step', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), (random) => {
        const delay = new Pace(() => random).next('failed');
        expect(delay).toBeGreaterThanOrEqual(7_500);
        expect(delay).toBeLessThanOrEqual(12_500);
      }),
    );
  });
});

describe('faults', () => {
  it.each(['unreachable', 'too-slow', 'redirect', 'wrong-type', 'forbidden-address', 'bad-url'] as const)(
    'takes a request that is %s for a bad line',
    (code) => {
      const fault = faultOfRefusal(new FetchRefused(code, 'https://node.example/', 'why'), 'bad-tiles');
      expect(fault).toBeInstanceOf(Unavailable);
      expect(fault).toMatchObject({ code });
    },
  );

  it('takes an answer that is too large for content that no log can have', () => {
    const fault = faultOfRefusal(new FetchRefused('too-large', 'https://node.example/', 'why'), 'bad-tiles');
    expect(fault).toBeInstanceOf(BadContent);
    expect(fault).toMatchObject({ code: 'bad-tiles' });
  });

  it('survives the way between threads', () => {
    const faults = [
      new Unavailable('unreachable', 'no answer'),
      new BadContent('bad-root', 'does not fit', { commonSize: 3 }, 'a note'),
    ];
    for (const fault of faults) {
      const plain = plainFault(fault);
      if (plain === null) throw new Error('no fault');
      const back = faultOf(structuredClone(plain));
      expect(back).toBeInstanceOf(fault.constructor);
      expect(plainFault(back)).toEqual(plain);
    }
    expect(plainFault(new Error('our own'))).toBeNull();
  });
});
