import { fromBase64Url, fromUtf8, toBase64Url, utf8 } from '@koinon/transparency-log';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disclosureDigest, makeDisclosures, readDisclosures } from './disclosure.ts';
import { DisclosureError, type DisclosureErrorCode } from './error.ts';

function salts(): () => Uint8Array {
  let n = 0;
  return () => new Uint8Array(16).fill(++n);
}
function code(run: () => unknown): DisclosureErrorCode | null {
  try {
    run();
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(DisclosureError);
    return (error as DisclosureError).code;
  }
}
const personal = { name: 'Maret Tamm', city: 'Tartu', age: 42, roles: ['reviewer', null] };
const { sd, disclosures } = makeDisclosures(personal, salts());

describe('salted commitments', () => {
  it('have the digest of the example in RFC 9901 section 4.2.3', () => {
    expect(disclosureDigest('WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0')).toBe(
      'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0',
    );
  });

  it('open to the fields they were made of', () => {
    expect(readDisclosures(sd, disclosures)).toEqual(personal);
    expect(JSON.parse(fromUtf8(fromBase64Url(disclosures[0] as string)))).toEqual([
      toBase64Url(new Uint8Array(16).fill(1)),
      'name',
      'Maret Tamm',
    ]);
  });

  it('open one by one, and to nothing once erased', () => {
    expect(readDisclosures(sd, disclosures.slice(1, 2))).toEqual({ city: 'Tartu' });
    expect(readDisclosures(sd, [])).toEqual({});
  });

  it('are listed in an order that says nothing of the fields', () => {
    expect(sd).toEqual(sd.toSorted());
    expect(sd).toHaveLength(4);
  });

  it('differ for the same value under another salt', () => {
    const [first, second] = [
      makeDisclosures({ a: 1 }, salts()),
      makeDisclosures({ a: 1 }, () => new Uint8Array(16)),
    ];
    expect(first.sd).not.toEqual(second.sd);
  });

  it('are refused where the record does not commit to them', () => {
    const [stranger] = makeDisclosures({ name: 'Someone else' }, salts()).disclosures;
    expect(code(() => readDisclosures(sd, [stranger as string]))).toBe('unknown-disclosure');
  });

  it('are refused where two name the same field', () => {
    const salt = salts();
    const [one, two] = [makeDisclosures({ a: 1 }, salt), makeDisclosures({ a: 2 }, salt)];
    const all = [...one.sd, ...two.sd];
    expect(code(() => readDisclosures(all, [...one.disclosures, ...two.disclosures]))).toBe(
      'duplicate-disclosure',
    );
    expect(code(() => readDisclosures(all, [...one.disclosures, ...one.disclosures]))).toBe(
      'duplicate-disclosure',
    );
  });

  it.each([
    ['no JSON', utf8('x')],
    ['no list', utf8('{}')],
    ['an array element', utf8('["salt", "value"]')],
    ['four parts', utf8('["salt", "name", 1, 2]')],
    ['a salt that is a number', utf8('[1, "name", 2]')],
    ['a reserved name', utf8('["salt", "_sd", []]')],
    ['no UTF-8', new Uint8Array([0xff])],
  ])('that hold %s are malformed', (_, bytes) => {
    const disclosure = toBase64Url(bytes);
    expect(code(() => readDisclosures([disclosureDigest(disclosure)], [disclosure]))).toBe(
      'malformed-disclosure',
    );
  });

  it('are not made with a short salt or a reserved name', () => {
    expect(code(() => makeDisclosures({ a: 1 }, () => new Uint8Array(15)))).toBe('malformed-disclosure');
    expect(code(() => makeDisclosures({ '...': 1 }, salts()))).toBe('malformed-disclosure');
  });

  it('keep any name and value, those of objects included', () => {
    const fields = fc.dictionary(
      fc.string().filter((name) => name !== '_sd' && name !== '...'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fields, (any) => {
        const made = makeDisclosures(any, salts());
        expect(JSON.stringify(Object.entries(readDisclosures(made.sd, made.disclosures)))).toBe(
          JSON.stringify(Object.entries(any)),
        );
      }),
    );
    const prototype = makeDisclosures(JSON.parse('{"__proto__": {"admin": true}}'), salts());
    const read = readDisclosures(prototype.sd, prototype.disclosures);
    expect(Object.keys(read)).toEqual(['__proto__']);
    expect(read.admin).toBeUndefined();
  });

  it('throw nothing but DisclosureError for arbitrary text', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (any) => {
        code(() => readDisclosures(any.map(disclosureDigest), any));
        code(() => readDisclosures(any, any));
      }),
    );
  });
});
