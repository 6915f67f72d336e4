import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLanguageTag, langText, languagesOf } from './lang-text.ts';

const fits = (value: unknown, max = 20) => langText(max).safeParse(value).success;

describe('langText', () => {
  it('takes text in several languages, with the original named', () => {
    expect(fits({ source: 'et', et: 'Sünd', en: 'Birth', 'pt-BR': 'Nascimento' })).toBe(true);
  });

  it.each([
    ['no original', { source: 'et', en: 'Birth' }],
    ['an original called source', { source: 'source' }],
    ['no languages', { source: 'en' }],
    ['a tag that is none', { source: 'en', en: 'a', English: 'b', 'not a tag': 'c' }],
    ['a tag in other than canonical case', { source: 'EN', EN: 'a' }],
    ['an empty text', { source: 'en', en: 'a', fr: ' ' }],
    ['too long a text', { source: 'en', en: 'a'.repeat(21) }],
    ['a control character', { source: 'en', en: 'a\u0000' }],
    ['an override of the direction of writing', { source: 'en', en: 'a\u202eb' }],
    ['a number', { source: 'en', en: 1 }],
    ['a list', ['en']],
  ])('refuses %s', (_what, value) => {
    expect(fits(value)).toBe(false);
  });

  it('keeps line breaks and marks of direction that only hint', () => {
    expect(fits({ source: 'he', he: 'שורה\n\u200fשנייה\t.' })).toBe(true);
  });

  it('never throws, and what it takes survives JSON unchanged', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed = langText(100).safeParse(value);
        if (parsed.success) expect(JSON.parse(JSON.stringify(parsed.data))).toEqual(value);
      }),
    );
  });
});

describe('languagesOf', () => {
  it('begins with the original', () => {
    expect(languagesOf({ source: 'ko', ar: 'a', ko: 'k', en: 'e' })).toEqual(['ko', 'ar', 'en']);
  });
});

describe('isLanguageTag', () => {
  it('answers for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof isLanguageTag(text) === 'boolean'));
  });
});
