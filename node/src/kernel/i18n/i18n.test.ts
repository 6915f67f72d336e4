import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale, loadI18n, negotiateLocale } from './index.ts';

const NBSP = '\u00a0';
const isolated = (text: string) => `\u2068${text}\u2069`;

function i18nWith(messages: Partial<Record<Locale, Record<string, string>>>, strict = true) {
  const problems: string[] = [];
  const made = loadI18n([{ prefix: 'm.', load: async (locale) => messages[locale] ?? {} }], {
    strict,
    timeZone: 'Europe/Tallinn',
    onProblem: ({ locale, key, error }) => problems.push(`${locale} ${key}: ${error}`),
  });
  return made.then((i18n) => ({ i18n, problems }));
}

describe('translating', () => {
  test('fills in arguments, plurals and choices', async () => {
    const message =
      '{who} sent {count, plural, one {# record} other {# records}}{how, select, late { late} other {}}';
    const { i18n } = await i18nWith({ en: { sent: message } });
    const t = i18n.translator('en');
    expect(t('m.sent', { who: 'Tallinn', count: 1, how: 'late' })).toBe('Tallinn sent 1 record late');
    expect(t('m.sent', { who: 'Tallinn', count: 17440, how: 'no' })).toBe('Tallinn sent 17,440 records');
  });

  test('writes shown numbers as the locale writes them, inside plurals too', async () => {
    const { i18n } = await i18nWith({
      fi: { one: 'Tietue {index}', two: '{n, plural, one {{n} tietue} other {{n} tietuetta}}' },
    });
    const t = i18n.translator('fi');
    expect(t('m.one', { index: 17440 })).toBe(`Tietue 17${NBSP}440`);
    expect(t('m.two', { n: 17440 })).toBe(`17${NBSP}440 tietuetta`);
  });

  test('keeps names apart from right-to-left sentences, and right-to-left names apart from others', async () => {
    const { i18n } = await i18nWith({ he: { by: 'מאת {who}' }, en: { by: 'by {who}' } });
    expect(i18n.translator('he')('m.by', { who: 'Montaluz' })).toBe(`מאת ${isolated('Montaluz')}`);
    expect(i18n.translator('en')('m.by', { who: 'ירושלים' })).toBe(`by ${isolated('ירושלים')}`);
    expect(i18n.translator('en')('m.by', { who: 'Montaluz' })).toBe('by Montaluz');
  });

  test('takes angle brackets for text, not for tags', async () => {
    const { i18n } = await i18nWith({ en: { a: '<b>{x}</b>' } });
    expect(i18n.translator('en')('m.a', { x: '<i>' })).toBe('<b><i></b>');
  });

  test('throws on an unknown key or a missing argument where it is strict', async () => {
    const { i18n } = await i18nWith({ en: { by: 'by {who}' } });
    expect(() => i18n.translator('en')('m.other')).toThrow('unknown key');
    expect(() => i18n.translator('en')('m.by')).toThrow('{who} is missing');
  });

  test('otherwise answers in English, else with the key, and tells', async () => {
    const { i18n, problems } = await i18nWith({ en: { by: 'by {who}' }, et: {} }, false);
    expect(i18n.translator('et')('m.by', { who: 'x' })).toBe('by x');
    expect(i18n.translator('et')('m.by')).toBe('m.by');
    expect(i18n.translator('et')('m.other')).toBe('m.other');
    expect(problems).toEqual([
      'et m.by: unknown key',
      'et m.by: argument {who} is missing',
      'et m.other: unknown key',
    ]);
  });
});

describe('times', () => {
  const now = new Date('2026-11-24T22:30:00Z'); // 00:30 on the 25th in Tallinn
  const when = async (locale: Locale, at: string) =>
    (await i18nWith({})).i18n.formats(locale).when(new Date(at), now);

  test.each([
    ['en', '2026-11-24T22:02:00Z', 'today 00:02'],
    ['en', '2026-11-24T21:59:00Z', 'yesterday 23:59'],
    ['en', '2026-11-25T22:00:00Z', 'tomorrow 00:00'],
    ['en', '2026-11-20T12:00:00Z', 'Friday 14:00'],
    ['en', '2026-11-10T12:00:00Z', '10 November'],
    ['en', '2025-11-10T12:00:00Z', '10 November 2025'],
    ['et', '2026-11-24T22:02:00Z', 'täna 00:02'],
    ['fi', '2026-11-24T21:59:00Z', 'eilen 23.59'],
    ['ko', '2026-11-10T12:00:00Z', '11월 10일'],
    ['ar', '2026-11-24T22:02:00Z', 'اليوم 00:02'],
  ] as const)('%s: %s is %s', async (locale, at, words) => {
    expect(await when(locale, at)).toBe(words);
  });
});

describe('formats', () => {
  test('a number and its unit never part', async () => {
    const { i18n } = await i18nWith({});
    expect(i18n.formats('en').bytes(17_440)).toBe(`17${NBSP}kB`);
    expect(i18n.formats('fr').bytes(3_200_000)).toMatch(/^3,2[\u00a0\u202f]Mo$/);
    expect(i18n.formats('en').bytes(0)).toMatch(/^0.byte/);
  });

  test('a date is said as exactly as it was given, and a period from one to another', async () => {
    const { i18n } = await i18nWith({});
    const en = i18n.formats('en');
    expect(['2027-03-31', '2027-03', '2027', 'soon'].map(en.partialDate)).toEqual([
      ...['31 March 2027', 'March 2027', '2027', 'soon'],
    ]);
    expect(en.period('2025-11', '2027')).toBe('November 2025 – 2027');
    expect([en.period(undefined, '2027'), en.period('2025', undefined), en.period('', '')]).toEqual([
      ...['– 2027', '2025 –', ''],
    ]);
    expect(i18n.formats('he').partialDate('2027-03')).toBe('מרץ 2027');
  });

  test('no format of any locale throws for any value', async () => {
    const { i18n } = await i18nWith({});
    const date = fc.date({ noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...LOCALES), date, date, fc.nat(), fc.string(), (locale, a, b, n, tag) => {
        const format = i18n.formats(locale);
        for (const text of [format.when(a, b), format.relative(a, b), format.dateTime(a), format.date(b)]) {
          expect(text).not.toBe('');
        }
        expect(format.bytes(n)).not.toContain(' ');
        expect(typeof format.language(tag)).toBe('string');
      }),
      { numRuns: 60 },
    );
  });
});

describe('choosing the language', () => {
  const choose = (query?: string, cookie?: string, header?: string) =>
    negotiateLocale(query, cookie, header, 'en');

  test('the address wins over the cookie, the cookie over the browser', () => {
    expect(choose('et', 'fi', 'ko')).toBe('et');
    expect(choose(undefined, 'fi', 'ko')).toBe('fi');
    expect(choose(undefined, undefined, 'ko')).toBe('ko');
    expect(choose('xx', 'yy', 'zz')).toBe('en');
  });

  test('the browser’s languages count by quality, regions aside', () => {
    expect(choose(undefined, undefined, 'de, fr-CA;q=0.7, es;q=0.8')).toBe('es');
    expect(choose(undefined, undefined, 'fr;q=0, iw')).toBe('he');
    expect(choose(undefined, undefined, 'en;q=0.1, ar')).toBe('ar');
  });

  test('no header breaks it', () => {
    fc.assert(fc.property(fc.string(), (header) => LOCALES.includes(choose(undefined, undefined, header))));
  });
});
