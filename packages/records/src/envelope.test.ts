import { fromBase64Url, fromUtf8, toBase64Url, utf8 } from '@koinon/transparency-log';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { node, payload, recordSigner, signer } from '../test/support/alliance.ts';
import { MAX_RECORD, parseRecord, signRecord, verifyRecord } from './envelope.ts';
import { RecordError, type RecordErrorCode } from './error.ts';
import type { RecordPayload } from './schema.ts';

const jws = signRecord(payload(1), signer);
const [header = '', body = '', signature = ''] = jws.split('.');

function code(run: () => unknown): RecordErrorCode | null {
  try {
    run();
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(RecordError);
    return (error as RecordError).code;
  }
}
function part(value: unknown): string {
  return toBase64Url(utf8(JSON.stringify(value)));
}
/** A record with another header or payload, properly signed. */
function signed(head: unknown, content: unknown): string {
  const input = `${part(head)}.${part(content)}`;
  return `${input}.${toBase64Url(signer.sign(utf8(input)))}`;
}
const goodHeader = { alg: 'EdDSA', kid: signer.kid, typ: 'koinon-record+jwt' };

describe('a record', () => {
  it('is a compact JWS whose header pins algorithm, key and type', () => {
    expect(JSON.parse(fromUtf8(fromBase64Url(header)))).toEqual(goodHeader);
    const { payload: read } = verifyRecord(jws, signer.publicKey);
    expect(read).toEqual(payload(1));
  });

  it('verifies with the key of its kid', () => {
    const other = recordSigner('other').publicKey;
    expect(code(() => verifyRecord(jws, { [signer.kid]: signer.publicKey }))).toBeNull();
    expect(code(() => verifyRecord(jws, new Map([[signer.kid, signer.publicKey]])))).toBeNull();
    expect(code(() => verifyRecord(jws, { [signer.kid]: other }))).toBe('bad-signature');
    expect(code(() => verifyRecord(jws, new Map()))).toBe('unknown-key');
    expect(code(() => verifyRecord(jws, {}))).toBe('unknown-key');
    const inherited = signed({ ...goodHeader, kid: 'constructor' }, payload(1));
    expect(code(() => verifyRecord(inherited, {}))).toBe('unknown-key');
  });

  it('may say Ed25519 for its algorithm', () => {
    expect(
      code(() => verifyRecord(signed({ ...goodHeader, alg: 'Ed25519' }, payload(1)), signer.publicKey)),
    ).toBeNull();
  });

  it('keeps members that this version does not know', () => {
    const more = { ...payload(1), added: { later: [1, 2] } };
    expect(verifyRecord(signRecord(more, signer), signer.publicKey).payload).toEqual(more);
  });

  it.each<[string, unknown, RecordErrorCode]>([
    ['another typ', { ...goodHeader, typ: 'JWT' }, 'wrong-typ'],
    ['no typ', { alg: 'EdDSA', kid: signer.kid }, 'malformed'],
    ['no signature algorithm', { ...goodHeader, alg: 'none' }, 'wrong-alg'],
    ['a shared-key algorithm', { ...goodHeader, alg: 'HS256' }, 'wrong-alg'],
    ['the algorithm in another case', { ...goodHeader, alg: 'eddsa' }, 'wrong-alg'],
    ['critical extensions', { ...goodHeader, crit: ['b64'], b64: false }, 'unsupported-crit'],
    ['no kid', { alg: 'EdDSA', typ: 'koinon-record+jwt' }, 'malformed'],
    ['a list as its header', [goodHeader], 'malformed'],
  ])('with %s is refused', (_, head, expected) => {
    expect(code(() => parseRecord(signed(head, payload(1))))).toBe(expected);
  });

  const { iss: _iss, ...withoutIss } = payload(1);
  const { body: _body, ...withoutBody } = payload(1);
  const digest = { digest: toBase64Url(new Uint8Array(32)), size: 1, mediaType: 'text/plain' };
  it.each<[string, unknown]>([
    ['no issuer', withoutIss],
    ['an issuer with a path', { ...payload(1), iss: `${node}/` }],
    ['an issuer in capitals', { ...payload(1), iss: 'https://NODE.example' }],
    ['an issuer that is no web address', { ...payload(1), iss: 'did:example:1' }],
    ['a subject that is a path', { ...payload(1), sub: '/practices/1' }],
    ['a subject that is no web address', { ...payload(1), sub: 'javascript:alert(1)' }],
    ['a subject that is not in its one form', { ...payload(1), sub: `${node}/a/../b` }],
    ['a time with a fraction', { ...payload(1), iat: 1.5 }],
    ['a time before 1970', { ...payload(1), iat: -1 }],
    ['a time beyond 2^53', { ...payload(1), iat: 2 ** 53 }],
    ['a kind without a version', { ...payload(1), kind: 'practices/practice' }],
    ['a kind of version 0', { ...payload(1), kind: 'practices/practice@0' }],
    ['an id that is no UUID', { ...payload(1), jti: '1' }],
    ['an id in capitals', { ...payload(1), jti: payload(1).jti.replace('f5e', 'F5E') }],
    ['a predecessor that is no UUID', { ...payload(1), prev: 'x' }],
    ['no body', withoutBody],
    ['both a body and a digest', { ...payload(1), ...digest }],
    ['a digest alone', { ...withoutBody, digest: digest.digest }],
    ['a digest that is none', { ...withoutBody, ...digest, digest: 'abc' }],
    ['another hash for its commitments', { ...payload(1), _sd_alg: 'sha-1' }],
    ['a commitment that is no digest', { ...payload(1), _sd: ['x'] }],
  ])('with %s is refused, and not made', (_, content) => {
    expect(code(() => parseRecord(signed(goodHeader, content)))).toBe('invalid-payload');
    expect(code(() => signRecord(content as RecordPayload, signer))).toBe('invalid-payload');
  });

  it('is not made about a subject of somebody else', () => {
    expect(code(() => signRecord(payload(1, { sub: 'https://other.example/practices/1' }), signer))).toBe(
      'invalid-payload',
    );
    expect(code(() => signRecord(payload(1, { sub: `${node}.evil.example/1` }), signer))).toBe(
      'invalid-payload',
    );
  });

  it('may carry a large body by digest', () => {
    const large = signed(goodHeader, { ...withoutBody, ...digest });
    expect(parseRecord(large).payload.digest).toBe(digest.digest);
  });

  it('has at most 16 KiB', () => {
    const sized = (length: number): RecordPayload => payload(1, { body: 'x'.repeat(length) });
    const fits = signRecord(sized(11_800), signer);
    expect(fits.length).toBeLessThanOrEqual(MAX_RECORD);
    expect(code(() => signRecord(sized(12_100), signer))).toBe('too-large');
    expect(code(() => parseRecord(signed(goodHeader, sized(12_100))))).toBe('too-large');
  });

  it.each([
    ['nothing', ''],
    ['two parts', `${header}.${body}`],
    ['four parts', `${jws}.`],
    ['padding', `${header}.${body}.${signature}==`],
    ['a space', `${jws} `],
    ['a newline', `${jws}\n`],
    ['a short signature', `${header}.${body}.${toBase64Url(new Uint8Array(63))}`],
    ['no signature', `${header}.${body}.`],
    ['a header that is no JSON', `${toBase64Url(utf8('{'))}.${body}.${signature}`],
    ['a payload that is no JSON', `${header}.${toBase64Url(utf8('x'))}.${signature}`],
    [
      'a byte order mark',
      `${header}.${toBase64Url(utf8(`\ufeff${fromUtf8(fromBase64Url(body))}`))}.${signature}`,
    ],
    ['a payload that is not UTF-8', `${header}.${toBase64Url(new Uint8Array([0xff]))}.${signature}`],
    ['the general JSON form', JSON.stringify({ payload: body, signatures: [] })],
  ])('with %s is malformed', (_, text) => {
    expect(code(() => parseRecord(text))).toBe('malformed');
  });

  it('does not verify after any change of one character', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    fc.assert(
      fc.property(fc.nat(jws.length - 1), fc.constantFrom(...alphabet), (at, character) => {
        fc.pre(jws[at] !== character);
        const changed = jws.slice(0, at) + character + jws.slice(at + 1);
        expect(code(() => verifyRecord(changed, signer.publicKey))).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('reads back whatever JSON its body is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const content = payload(1, { body: value as RecordPayload['body'] });
        const read = verifyRecord(signRecord(content, signer), signer.publicKey).payload;
        expect(JSON.stringify(read.body)).toBe(JSON.stringify(value));
      }),
    );
  });

  it('throws nothing but RecordError for arbitrary text', () => {
    const pieces = fc.array(
      fc.constantFrom('.', header, body, signature, part({}), part([]), part(null), 'A', '='),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((all) => all.join('')),
        ),
        (text) => {
          const answer = code(() => verifyRecord(text, signer.publicKey));
          expect(answer === null).toBe(text === jws);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is refused, not crashed on, however deep its body is', () => {
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const content = JSON.stringify(payload(1, { body: 'deep' })).replace('"deep"', deep);
    const input = `${part(goodHeader)}.${toBase64Url(utf8(content))}`;
    const text = `${input}.${toBase64Url(signer.sign(utf8(input)))}`;
    expect(code(() => verifyRecord(text, signer.publicKey))).toBeNull();
  });
});
