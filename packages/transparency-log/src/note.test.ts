import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ed25519PublicKey } from '#crypto';
import { seedOf, testCosigner, testSigner } from '../test/support/keys.ts';
import { concat, fromBase64, toBase64, utf8 } from './bytes.ts';
import { NoteError, type NoteErrorCode } from './error.ts';
import { formatNote, MAX_NOTE, openNote, parseNote, signNote } from './note.ts';
import { ED25519, keyId, signatureLine, verifierKey } from './note-key.ts';
import { parseVerifierKey } from './verifier.ts';

const alice = testSigner('alice.example/log');
const bob = testSigner('bob.example/log');
const [aliceKey, bobKey] = [parseVerifierKey(alice.vkey), parseVerifierKey(bob.vkey)];
const text = 'first\n\nthird line, after an empty one\n';
const note = signNote(text, [alice, bob], 0);

function code(run: () => unknown): NoteErrorCode | null {
  try {
    run();
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(NoteError);
    return (error as NoteError).code;
  }
}

describe('a signed note', () => {
  it('separates text and signatures at the last empty line', () => {
    const parsed = parseNote(note);
    expect(parsed.text).toBe(text);
    expect(parsed.signatures.map(({ name }) => name)).toEqual(['alice.example/log', 'bob.example/log']);
    expect(note).toBe(`${text}\n${parsed.signatures.map(({ line }) => line).join('')}`);
  });

  it('opens with any of its keys, and names the others as unknown', () => {
    const opened = openNote(utf8(note), [aliceKey]);
    expect(opened.text).toBe(text);
    expect(opened.verified.map(({ verifier }) => verifier.vkey)).toEqual([alice.vkey]);
    expect(opened.unknown.map(({ name }) => name)).toEqual(['bob.example/log']);
    expect(openNote(note, [aliceKey, bobKey, aliceKey]).verified).toHaveLength(2);
  });

  it('says nothing where no key is known, even if a name is', () => {
    const namesake = parseVerifierKey(testSigner('alice.example/log', 'another seed').vkey);
    expect(code(() => openNote(note, []))).toBe('no-known-signature');
    expect(code(() => openNote(note, [namesake]))).toBe('no-known-signature');
  });

  it('is refused as a whole where one known line does not verify', () => {
    const forged = formatNote(text, [
      signatureLine(alice.name, alice.id, alice.sign(text, 0)),
      signatureLine(bob.name, bob.id, alice.sign(text, 0)),
    ]);
    expect(code(() => openNote(forged, [aliceKey, bobKey]))).toBe('invalid-signature');
    expect(code(() => openNote(forged, [aliceKey]))).toBeNull();
    const second = `${note}${signatureLine(alice.name, alice.id, bob.sign(text, 0))}`;
    expect(code(() => openNote(second, [aliceKey]))).toBe('invalid-signature');
  });

  it('is refused where two given keys share name and id', () => {
    const twin = { ...bobKey, name: aliceKey.name, id: aliceKey.id };
    expect(code(() => openNote(note, [aliceKey, twin]))).toBe('ambiguous-key');
  });

  it('holds at least 16 signatures', () => {
    const signers = Array.from({ length: 16 }, (_, i) => testSigner(`signer-${i}.example`));
    const many = signNote(text, signers, 0);
    expect(
      openNote(
        many,
        signers.map(({ vkey }) => parseVerifierKey(vkey)),
      ).verified,
    ).toHaveLength(16);
  });

  const line = signatureLine(alice.name, alice.id, alice.sign(text, 0));
  it.each([
    ['nothing', ''],
    ['no signature', text],
    ['no signature after the empty line', `${text}\n`],
    ['no empty line', `${text}${line}`.replace('\n\n', '\n')],
    ['a last line without its newline', note.slice(0, -1)],
    ['a line after the signatures', `${note}more\n`],
    ['a hyphen for the dash', note.replaceAll('—', '-')],
    ['two spaces', note.replace('— alice', '—  alice')],
    ['a third word', note.replace('alice.example/log ', 'alice.example/log x ')],
    ['a plus sign in a name', note.replace('— alice', '— a+lice')],
    ['a no-break space in a name', note.replace('— alice', '— a\u00a0lice')],
    ['a carriage return', note.replaceAll('\n', '\r\n')],
    ['a tab in the text', note.replace('first', 'fi\trst')],
    ['a NUL in the text', note.replace('first', 'fi\0rst')],
    ['base64 without padding', note.replace(/=+\n/, '\n')],
    ['a signature of no bytes', `${text}\n— alice.example/log ${toBase64(new Uint8Array(4))}\n`],
    ['a lone surrogate', note.replace('first', '\ud800')],
    ['too much', `${'x'.repeat(MAX_NOTE)}\n${note}`],
    ['too much in bytes', `${'€'.repeat(MAX_NOTE / 2)}\n${note}`],
  ])('with %s is malformed', (_, wrong) => {
    expect(code(() => parseNote(wrong))).toBe('malformed-note');
  });

  it('that is not UTF-8 is malformed', () => {
    expect(code(() => parseNote(concat(new Uint8Array([0xff]), utf8(note))))).toBe('malformed-note');
  });

  it('is refused after any change of one byte of its text', () => {
    const bytes = utf8(note);
    for (let at = 0; at < utf8(text).length; at++) {
      const changed = bytes.slice();
      changed[at] = (changed[at] as number) ^ 1;
      expect(code(() => openNote(changed, [aliceKey, bobKey]))).not.toBeNull();
    }
  });

  it('is made of a text that ends in a newline, and of whole lines', () => {
    expect(code(() => formatNote('no newline', [line]))).toBe('malformed-note');
    expect(code(() => formatNote(text, []))).toBe('malformed-note');
    expect(code(() => formatNote(text, [`x\n\n${line}`]))).toBe('malformed-note');
    expect(formatNote(text, [line.trimEnd()])).toBe(formatNote(text, [line]));
  });

  it('reads back whatever it can be made of', () => {
    const lines = fc
      .array(fc.string({ unit: 'grapheme' }), { minLength: 1 })
      .map((all) => `${all.join('\n')}\n`);
    fc.assert(
      fc.property(lines, (any) => {
        try {
          const signed = signNote(any, [alice], 0);
          expect(openNote(signed, [aliceKey]).text).toBe(any);
        } catch (error) {
          expect(error).toBeInstanceOf(NoteError);
        }
      }),
    );
  });

  it('throws nothing but NoteError for arbitrary input', () => {
    const pieces = fc.array(fc.constantFrom('— ', 'name', ' ', '\n', '\n\n', 'AAAAAAA=', '+', '\t', 'text'));
    const input = fc.oneof(
      pieces.map((all) => all.join('')),
      fc.uint8Array({ maxLength: 80 }),
      fc.string(),
    );
    fc.assert(
      fc.property(input, (any) => {
        const answer = code(() => {
          const { text: body, signatures } = parseNote(any);
          expect(
            formatNote(
              body,
              signatures.map((signature) => signature.line),
            ),
          ).toBe(typeof any === 'string' ? any : new TextDecoder('utf-8', { ignoreBOM: true }).decode(any));
        });
        expect([null, 'malformed-note']).toContain(answer);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a verifier key', () => {
  it('reads back to the key it was made of', () => {
    expect(aliceKey).toMatchObject({
      name: alice.name,
      id: alice.id,
      type: ED25519,
      vkey: alice.vkey,
      usable: true,
    });
    expect(verifierKey(aliceKey.name, aliceKey.type, aliceKey.publicKey)).toBe(alice.vkey);
  });

  it('is split at the first two plus signs only', () => {
    let n = 0;
    let vkey = '';
    while ((vkey.match(/\+/g) ?? []).length < 3) vkey = testSigner(`key-${n++}.example`).vkey;
    expect(parseVerifierKey(vkey).vkey).toBe(vkey);
  });

  const bytes = concat(new Uint8Array([1]), aliceKey.publicKey);
  const named = (name: string, type: number, key: Uint8Array): string => {
    const id = keyId(name, type, key).toString(16).padStart(8, '0');
    return `${name}+${id}+${toBase64(concat(new Uint8Array([type]), key))}`;
  };
  it.each([
    ['nothing', ''],
    ['no key', 'name+00000000+'],
    ['the id of another name', alice.vkey.replace('alice', 'malice')],
    ['an upper-case id', `alice.example/log+${'ABCDEF00'}+${toBase64(bytes)}`],
    ['a space in the name', named('a b', 1, aliceKey.publicKey)],
    ['an empty name', named('', 1, aliceKey.publicKey)],
    ['a newline in the name', named('a\nb', 1, aliceKey.publicKey)],
    ['a key that is too short', named('a', 1, aliceKey.publicKey.subarray(1))],
    ['an ML-DSA-44 key that is too short', named('a', 6, aliceKey.publicKey)],
    ['base64 that is not canonical', `${alice.vkey}=`],
  ])('with %s is malformed', (_, vkey) => {
    expect(code(() => parseVerifierKey(vkey))).toBe('malformed-key');
  });

  it.each([0x00, 0x02, 0x03, 0x05, 0xff])('of type %i is unknown', (type) => {
    expect(code(() => parseVerifierKey(named('a', type, aliceKey.publicKey)))).toBe('unknown-key-type');
  });

  it('throws nothing but NoteError for arbitrary text, and has one spelling', () => {
    const pieces = fc.array(fc.constantFrom('+', 'name', '0', 'f', toBase64(bytes), alice.vkey, ' ', '='));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          pieces.map((all) => all.join('')),
        ),
        (vkey) => {
          code(() => {
            const { name, type, publicKey } = parseVerifierKey(vkey);
            expect(verifierKey(name, type, publicKey)).toBe(vkey);
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is not made of a name that a note could not carry', () => {
    const key = ed25519PublicKey(seedOf('any'));
    for (const name of ['', 'a b', 'a+b', 'a\u2003b', '\u0085', 'a\u0000']) {
      expect(code(() => verifierKey(name, ED25519, key))).toBe('malformed-key');
    }
    expect(code(() => verifierKey('a', ED25519, key.subarray(1)))).toBe('malformed-key');
  });

  it('gives each type an id of its own', () => {
    expect(testCosigner('alice.example/log').id).not.toBe(alice.id);
    expect(fromBase64(alice.vkey.split('+').slice(2).join('+'))[0]).toBe(1);
  });
});
