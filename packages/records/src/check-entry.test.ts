import { utf8 } from '@koinon/transparency-log';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysRecord, node, payload, recordSigner, signer, time } from '../test/support/alliance.ts';
import { checkIat, checkRecordEntry, type EntryContext, type EntryFlag } from './check-entry.ts';
import { MAX_RECORD, signRecord } from './envelope.ts';
import { jwkFromPublicKey } from './keys.ts';

const keys = [{ kid: signer.kid, publicKey: signer.publicKey, fromIndex: 0, untilIndex: 10 }];
const context: EntryContext = { node, index: 5, keys, now: time + 5, previousIat: time, latestKeys: null };
const jws = signRecord(payload(5), signer);

function flag(entry: Uint8Array | string, changed: Partial<EntryContext> = {}): EntryFlag | null {
  return checkRecordEntry(entry, { ...context, ...changed }).flag;
}

describe('an entry of a log', () => {
  it('is a record where everything holds', () => {
    const check = checkRecordEntry(utf8(jws), context);
    expect(check).toMatchObject({ ok: true, jws, flag: null });
    expect(check.record?.payload).toEqual(payload(5));
  });

  const other = recordSigner('other');
  it.each<[EntryFlag, string, Uint8Array | string, Partial<EntryContext>]>([
    ['malformed', 'is no UTF-8', new Uint8Array([0xff]), {}],
    ['malformed', 'is no JWS', 'hello', {}],
    ['too-large', 'is over 16 KiB', 'x'.repeat(MAX_RECORD + 1), {}],
    ['unknown-key', 'names a key that is unknown', signRecord(payload(5), other), {}],
    ['unknown-key', 'names a key that was retired before', jws, { index: 10 }],
    ['bad-signature', 'is signed by another key', signRecord(payload(5), { ...other, kid: signer.kid }), {}],
    ['wrong-issuer', 'is of another node', jws, { node: 'https://other.example' }],
    ['iat-ahead', 'is from the future', jws, { now: time + 5 - 61 }],
    ['iat-behind', 'is over a day older than the one before', jws, { previousIat: time + 5 + 86_401 }],
    ['wrong-first-entry', 'stands first and lists no keys', jws, { index: 0 }],
  ])('is flagged %s where it %s', (expected, _, entry, changed) => {
    const check = checkRecordEntry(entry, { ...context, ...changed });
    expect(check.ok).toBe(false);
    expect(check.flag).toBe(expected);
    expect(check.detail).not.toBe('');
  });

  it('is flagged foreign-subject where it speaks of what is not its node’s', () => {
    // The package itself refuses to make such a record, so the envelope is made by hand.
    const foreign = (sub: string): string => {
      const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      const input = `${encode({ alg: 'EdDSA', kid: signer.kid, typ: 'koinon-record+jwt' })}.${encode(payload(5, { sub }))}`;
      return `${input}.${Buffer.from(signer.sign(utf8(input))).toString('base64url')}`;
    };
    expect(flag(foreign('https://other.example/practices/1'))).toBe('foreign-subject');
    expect(flag(foreign(`${node}.evil.example/practices/1`))).toBe('foreign-subject');
    expect(flag(foreign(`${node}:8443/practices/1`))).toBe('foreign-subject');
  });

  it('is readable even where it is flagged', () => {
    expect(checkRecordEntry(jws, { ...context, index: 10 }).record?.payload.jti).toBe(payload(5).jti);
    expect(checkRecordEntry('hello', context).jws).toBe('hello');
  });

  it('never makes the check throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.string(), fc.json()), fc.nat(3), (entry, index) => {
        expect(checkRecordEntry(entry, { ...context, index }).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('entry 0', () => {
  it('is signed by a key that it lists itself', () => {
    expect(flag(keysRecord(), { index: 0, keys: [], previousIat: null })).toBeNull();
  });

  it('is refused where the signing key is not listed, or not under its thumbprint', () => {
    const other = recordSigner('other');
    const jwk = jwkFromPublicKey(signer.publicKey);
    const listing = (listed: { kid: string; jwk: typeof jwk }[], by = signer): string =>
      signRecord(payload(0, { kind: 'kernel/keys@1', sub: `${node}/keys`, body: { keys: listed } }), by);
    const first = { index: 0, keys: [], previousIat: null };
    expect(flag(listing([{ kid: other.kid, jwk: jwkFromPublicKey(other.publicKey) }]), first)).toBe(
      'unknown-key',
    );
    expect(flag(listing([{ kid: 'mine', jwk }], { ...signer, kid: 'mine' }), first)).toBe('unknown-key');
    expect(flag(listing([]), first)).toBe('unknown-key');
  });
});

describe('a later keys record', () => {
  const jwk = jwkFromPublicKey(signer.publicKey);
  const later = (prev: string | undefined, body: unknown = { keys: [{ kid: signer.kid, jwk }] }) =>
    signRecord(
      payload(0, {
        kind: 'kernel/keys@1',
        sub: `${node}/keys`,
        body,
        ...(prev === undefined ? {} : { prev }),
      }),
      signer,
    );
  const last = '0199b0aa-0000-7000-8000-0000000000aa';
  const other = '0199b0aa-0000-7000-8000-0000000000bb';

  it('takes effect where it follows on the one before, and nowhere else', () => {
    expect(flag(later(last), { latestKeys: last })).toBeNull();
    expect(flag(later(other), { latestKeys: last })).toBe('stale-prev');
    expect(flag(later(undefined), { latestKeys: last })).toBe('stale-prev');
  });

  it('is refused where it lists no keys', () => {
    expect(flag(later(last, { keys: [] }), { latestKeys: last })).toBe('bad-body');
  });
});

describe('the time of a record', () => {
  it.each([
    [time + 60, null, null],
    [time + 61, null, 'iat-ahead'],
    [0, null, null],
    [time - 86_400, time, null],
    [time - 86_401, time, 'iat-behind'],
    [time, time + 3600, null],
  ])('%i after %s is %s', (iat, previousIat, expected) => {
    expect(checkIat(iat, { now: time, previousIat })).toBe(expected);
  });
});
