import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../testing/index.ts';
import type { LangText } from '../i18n/locale.ts';
import { forgetSubject, indexSubject, parseSearch, searchAll, searchMatches, snippet } from './index.ts';

const NODE = 'https://node.example';
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await add(
    '/practices/en',
    { source: 'en', en: 'Participatory budgeting in schools' },
    {
      source: 'en',
      en: 'Children decide how to spend the money of their school. Elections are held each spring.',
    },
  );
  await add(
    '/practices/fr',
    { source: 'fr', fr: 'Le budget participatif des écoles' },
    { source: 'fr', fr: 'Les élèves décident. Les élections ont lieu chaque printemps.' },
  );
  await add(
    '/practices/es',
    { source: 'es', es: 'Presupuestos participativos en las escuelas' },
    { source: 'es', es: 'Las niñas y los niños decidieron en las votaciones.' },
  );
  await add(
    '/practices/et',
    { source: 'et', et: 'Kaasav eelarve koolides' },
    { source: 'et', et: 'Õpilased otsustavad, kuidas raha kasutatakse. Hääletus on igal kevadel.' },
  );
  await add(
    '/practices/fi',
    { source: 'fi', fi: 'Osallistuva budjetointi kouluissa' },
    { source: 'fi', fi: 'Oppilaat päättävät, miten rahat käytetään. Äänestykset pidetään keväisin.' },
  );
  await add(
    '/practices/da',
    { source: 'da', da: 'Borgerbudgetter i skolerne' },
    { source: 'da', da: 'Eleverne bestemmer, hvordan pengene bruges. Afstemningerne holdes hvert forår.' },
  );
  await add(
    '/practices/ko',
    { source: 'ko', ko: '학교에서의 주민참여예산제' },
    {
      source: 'ko',
      ko: '학생들이 예산을 어디에 쓸지 스스로 결정한다. 이 방법은 해마다 봄에 투표로 이어진다.',
    },
  );
  await add(
    '/practices/he',
    { source: 'he', he: 'תקציב משתף בבתי ספר' },
    { source: 'he', he: 'התלמידים מחליטים בהצבעות כיצד יוצא הכסף. הבחירות נערכות בכל אביב.' },
  );
  await add(
    '/practices/ar',
    { source: 'ar', ar: 'الموازنة التشاركية في المدارس' },
    { source: 'ar', ar: 'يقرر الطلاب كيف تُنفق الأموال، وتجرى الانتخابات كل ربيع.' },
  );
});
afterAll(() => database.close());

async function add(path: string, title: object, text: object, kind = 'practices/practice@1', own = true) {
  const node = own ? NODE : 'https://partner.example:8443';
  const context = { log: own ? 1 : 2, node, own, at: new Date() };
  await database.transaction((tx) =>
    indexSubject(
      tx,
      { origin: NODE },
      {
        title: title as LangText,
        text: text as LangText,
        sub: node + path,
        kind,
        context,
      },
    ),
  );
}

async function found(
  q: string,
  filter: Omit<Parameters<typeof searchMatches>[1], 'q'> = {},
): Promise<string[]> {
  const rows = await searchMatches(database.db, { q, ...filter })
    .orderBy('rank', 'desc')
    .execute();
  return rows.map(({ sub }) => new URL(sub).pathname.replace('/practices/', ''));
}

describe('people find what is written in another form of their word', () => {
  test.each([
    ['en', 'school election'],
    ['en', 'spending'],
    ['fr', 'élection'],
    ['fr', 'election'],
    ['es', 'presupuesto participativo'],
    ['es', 'decidir votación'],
    ['et', 'eelarves'],
    ['et', 'kaasava eelarve'],
    ['et', 'kool'],
    ['et', 'hääletuse'],
    ['fi', 'osallistuvan budjetoinnin'],
    ['fi', 'äänestys'],
    ['fi', 'koulu'],
    ['da', 'borgerbudget'],
    ['da', 'afstemning'],
    ['da', 'elev'],
    ['ko', '예산'],
    ['ko', '주민참여'],
    ['ko', '방법'],
    ['ko', '학교'],
    ['he', 'בחירות'],
    ['he', 'הצבעה'],
    ['he', 'תקציבים'],
    ['he', 'התקציב'],
    ['he', 'תלמיד'],
    ['ar', 'موازنة'],
    ['ar', 'مدارس'],
    ['ar', 'انتخاب'],
  ])('%s: %s', async (lang, q) => {
    expect(await found(q)).toContain(lang);
  });
});

describe('a search', () => {
  test('finds nothing where nothing fits, and nothing for signs alone', async () => {
    expect(await found('zebra')).toEqual([]);
    expect(await found('젊은')).toEqual([]);
    expect(await found('!?&')).toEqual([]);
    expect(await found('')).toEqual([]);
  });

  test('wants all words, heeds quotes and minus', async () => {
    expect(await found('school zebra')).toEqual([]);
    expect(await found('"budgeting participatory"')).toEqual([]);
    expect(await found('"participatory budgeting"')).toContain('en');
    expect(await found('school -election')).not.toContain('en');
    expect(await found('eelarve -hääletus')).not.toContain('et');
    expect(await found('예산 -투표')).not.toContain('ko');
  });

  test('keeps the syllables of a Korean word in order', async () => {
    expect(await found('산예')).toEqual([]);
    expect(await found('참여예산')).toEqual(['ko']);
  });

  test('puts titles before texts, and the reader’s language before others', async () => {
    await add('/practices/title', { source: 'en', en: 'Lighthouse' }, { source: 'en', en: 'Something.' });
    await add(
      '/practices/text',
      { source: 'en', en: 'Something' },
      { source: 'en', en: 'There is a lighthouse far away.' },
    );
    expect(await found('lighthouse')).toEqual(['title', 'text']);
    await add('/practices/both-en', { source: 'en', en: 'Referendum' }, { source: 'en', en: 'x' });
    await add('/practices/both-da', { source: 'da', da: 'Referendum' }, { source: 'da', da: 'x' });
    expect((await found('referendum', { lang: 'da' }))[0]).toBe('both-da');
    expect((await found('referendum', { lang: 'en' }))[0]).toBe('both-en');
  });

  test('keeps to the module, kind and logs that are asked for', async () => {
    await add(
      '/practices/theirs',
      { source: 'en', en: 'Windmill' },
      { source: 'en', en: 'x' },
      'practices/practice@1',
      false,
    );
    await add(
      '/projects/1',
      { source: 'en', en: 'Windmill' },
      { source: 'en', en: 'x' },
      'projects/project@1',
    );
    expect((await found('windmills')).sort()).toEqual(['/projects/1', 'theirs']);
    expect(await found('windmills', { module: 'practices' })).toEqual(['theirs']);
    expect(await found('windmills', { kind: 'projects/project@1' })).toEqual(['/projects/1']);
    expect(await found('windmills', { logs: [1] })).toEqual(['/projects/1']);
  });

  test('counts a subject once, however many languages it has', async () => {
    const title = { source: 'en', en: 'Panorama', fr: 'Panorama', et: 'Panorama' };
    await add('/practices/many', title, { source: 'en', en: 'x' });
    expect(await found('panorama')).toEqual(['many']);
  });

  test('forgets what was withdrawn, and old words of what was revised', async () => {
    await add('/practices/revised', { source: 'en', en: 'Carousel' }, { source: 'en', en: 'x' });
    await add('/practices/revised', { source: 'en', en: 'Trampoline' }, { source: 'en', en: 'x' });
    expect(await found('carousel')).toEqual([]);
    expect(await found('trampoline')).toEqual(['revised']);
    await database.transaction((tx) => forgetSubject(tx, 1, `${NODE}/practices/revised`));
    expect(await found('trampoline')).toEqual([]);
  });

  test('whatever is typed, the database takes it', async () => {
    const signs = fc.string({ unit: fc.constantFrom(...`ab'"\\:*&|!()<->%_$\0한글 אב-`) });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), signs), async (q) => {
        await found(q);
      }),
      { numRuns: 120 },
    );
  });
});

describe('results of all modules', () => {
  test('come page by page, each once, with a path at this node', async () => {
    for (let i = 0; i < 7; i++) {
      await add(
        `/practices/page-${i}`,
        { source: 'en', en: `Harbour ${i}` },
        { source: 'en', en: 'x' },
        undefined,
        i > 2,
      );
    }
    const paths: string[] = [];
    let after: string | null = null;
    do {
      const { items, next } = await searchAll(database, { q: 'harbours' }, { limit: 3, after });
      paths.push(...items.map((item) => item.path));
      after = next;
    } while (after !== null);
    expect(paths.sort()).toEqual([
      ...[3, 4, 5, 6].map((i) => `/practices/page-${i}`),
      ...[0, 1, 2].map((i) => `/practices/~partner.example:8443/page-${i}`),
    ]);
  });

  test('are shown in the reader’s language where that has the words', async () => {
    const title = { source: 'et', et: 'Andmed koos', en: 'Data together' };
    await add('/practices/langs', title, { source: 'et', et: 'ühine raamistik', en: 'a common framework' });
    const shown = async (q: string, lang: string) =>
      (await searchAll(database, { q, lang }, { limit: 5, after: null })).items.find(
        (item) => item.path === '/practices/langs',
      )?.lang;
    expect(await shown('framework', 'en')).toBe('en');
    expect(await shown('raamistik', 'en')).toBe('et');
  });
});

describe('a snippet', () => {
  const marked = (text: string, q: string, length?: number) =>
    snippet(text, parseSearch(q)?.words ?? [], length)
      .map((part) => (part.hit ? `[${part.text}]` : part.text))
      .join('');

  test('marks the words that were found, in any form', () => {
    expect(marked('Elections are held each spring', 'election')).toBe('[Elections] are held each spring');
    expect(marked('Õpilased otsustavad', 'otsus')).toBe('Õpilased [otsustavad]');
    expect(marked('이 방법은 봄에', '방법')).toBe('이 [방법]은 봄에');
    expect(marked('הבחירות נערכות', 'בחירות')).toBe('[הבחירות] נערכות');
  });

  test('is cut between words around the first hit', () => {
    const text = `${'before '.repeat(100)}lighthouse${' after'.repeat(100)}`;
    const cut = marked(text, 'lighthouse', 60);
    expect(cut).toMatch(/^… (before )+\[lighthouse\]( after)+ …$/);
    expect(cut.length).toBeLessThan(80);
  });

  test('loses and invents no letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.array(fc.string({ minLength: 1 })),
        (text, words) => {
          expect(
            snippet(text, words, 10_000)
              .map((part) => part.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });

  test('never breaks on long texts', () => {
    fc.assert(
      fc.property(
        fc.lorem({ maxCount: 80 }),
        fc.lorem({ maxCount: 1 }),
        fc.integer({ min: 10, max: 200 }),
        (text, word, length) => {
          const inside = snippet(text, [word], length).filter((part) => !/^ ?… ?$/.test(part.text));
          expect(text).toContain(inside.map((part) => part.text).join(''));
        },
      ),
    );
  });
});
