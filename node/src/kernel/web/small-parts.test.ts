import fc from 'fast-check';
import type { Context } from 'hono';
import { describe, expect, test } from 'vitest';
import type { Partner } from '../trust/trust-store.ts';
import { clientAddress } from './client-address.ts';
import { checkCsrfToken, makeCsrfToken } from './csrf-token.ts';
import { accepted } from './representation.ts';
import { safeReturn } from './safe-return.ts';
import { threadOf } from './thread.ts';

describe('where to go after a form', () => {
  test('is a path of this node', () => {
    expect(safeReturn('/practices?q=a#b', '/')).toBe('/practices?q=a#b');
    expect(safeReturn(undefined, '/home')).toBe('/home');
  });

  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '',
    'x',
  ])('is never %j', (asked) => {
    expect(safeReturn(asked, '/')).toBe('/');
  });

  test('never leaves the origin, whatever is asked', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'/\\:@?#.%\t\n evil') });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          signs.map((rest) => `/${rest}`),
        ),
        (asked) => {
          expect(new URL(safeReturn(asked, '/'), 'https://node.example').origin).toBe('https://node.example');
        },
      ),
    );
  });
});

describe('a form token', () => {
  const secret = new Uint8Array(32).fill(7);

  test('is good for its own browser and key only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (own, other) => {
        const token = makeCsrfToken(secret, own);
        expect(checkCsrfToken(secret, own, token)).toBe(true);
        expect(checkCsrfToken(secret, other, token)).toBe(own === other);
        expect(checkCsrfToken(new Uint8Array(32), own, token)).toBe(false);
      }),
    );
  });

  test('no other text is one', () => {
    fc.assert(fc.property(fc.string(), (text) => !checkCsrfToken(secret, 'x', text)));
  });
});

describe('the address that limits are counted by', () => {
  const request = (remoteAddress: string, forwarded?: string) =>
    ({
      env: { incoming: { socket: { remoteAddress } } },
      req: { header: () => forwarded },
    }) as unknown as Context;

  test('is the peer’s, and the proxy’s word only where it is trusted', () => {
    expect(clientAddress(request('192.0.2.1', '198.51.100.9'), false)).toBe('192.0.2.1');
    expect(clientAddress(request('127.0.0.1', '203.0.113.5, 198.51.100.9'), true)).toBe('198.51.100.9');
    expect(clientAddress(request('127.0.0.1'), true)).toBe('127.0.0.1');
  });

  test('takes an IPv6 network for one, and IPv4 inside IPv6 for IPv4', () => {
    expect(clientAddress(request('2001:db8:1:2:aaaa::1'), false)).toBe('2001:db8:1:2::/64');
    expect(clientAddress(request('2001:db8:1:2:bbbb:0:0:9'), false)).toBe('2001:db8:1:2::/64');
    expect(clientAddress(request('2001:db8::1'), false)).toBe('2001:db8:0:0::/64');
    expect(clientAddress(request('::ffff:192.0.2.1'), false)).toBe('192.0.2.1');
  });
});

describe('the format that Accept likes best', () => {
  test.each([
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
    ['application/json', 'json'],
    ['*/*', 'html'],
    ['application/json;q=0.9, text/html;q=0.2', 'json'],
    ['text/html;q=0, */*', 'json'],
    ['image/png', undefined],
    ['', undefined],
    ['text/html;q=x', undefined],
  ])('%s: %s', (header, format) => {
    expect(accepted(header, ['html', 'json'])).toBe(format);
  });
});

describe('the thread', () => {
  const now = new Date('2026-11-24T12:00:00Z');
  const partner = (change: Partial<Partner>) =>
    ({
      ...{ node: 'https://a.example', host: 'a.example', name: 'A', profile: { name: 'A' }, markId: 'm-a' },
      ...{ state: 'active', frozenCode: null, lastOkAt: new Date('2026-11-24T11:59:00Z'), failures: 0 },
      ...change,
    }) as Partner;
  const state = (...partners: Array<Partial<Partner>>) => threadOf(partners.map(partner), now).state;

  test('holds where every partner was checked lately', () => {
    expect(state()).toBe('alone');
    expect(state({}, {})).toBe('agrees');
    expect(state({}, { state: 'removed', failures: 9 })).toBe('agrees');
  });

  test('says that it waits for whoever was never checked or is out of reach', () => {
    expect(threadOf([partner({ lastOkAt: null })], now).partners[0]?.state).toBe('waiting');
    expect(threadOf([partner({ failures: 2 })], now).partners[0]?.state).toBe('unreachable');
    expect(threadOf([partner({ lastOkAt: new Date('2026-11-24T10:00:00Z') })], now).partners[0]?.state).toBe(
      'unreachable',
    );
    expect(state({}, { failures: 2 })).toBe('waiting');
  });

  test('breaks for one alarm among many', () => {
    expect(state({}, { state: 'frozen', frozenCode: 'two-histories' }, { failures: 3 })).toBe('alarm');
  });
});
