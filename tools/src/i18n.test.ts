import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '../../node/src/kernel/i18n/locale.ts';
import { typographyFaults } from './i18n/typography.ts';
import { checkMessages } from './i18n.ts';

const made: string[] = [];
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true });
});

/** A source tree whose kernel has the given messages and whose components have none. */
async function treeWith(messages: Partial<Record<Locale, object | string>>, code = ''): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'koinon-messages-'));
  made.push(root);
  for (const folder of ['kernel', 'ui', 'modules/some']) {
    await mkdir(join(root, 'node/src', folder, 'messages'), { recursive: true });
    for (const locale of LOCALES) {
      const content = (folder === 'kernel' ? messages[locale] : undefined) ?? {};
      const text = typeof content === 'string' ? content : JSON.stringify(content);
      await writeFile(join(root, 'node/src', folder, 'messages', `${locale}.json`), text);
    }
  }
  await writeFile(join(root, 'node/src/modules/some/page.tsx'), code);
  await mkdir(join(root, 'docs'));
  await writeFile(join(root, 'docs/glossary.md'), GLOSSARY);
  return root;
}

const GLOSSARY = `
# Glossary

## In use

| term | what it is | fr | et | ar |
|---|---|---|---|---|
| check (checked) | look | vérifier (vérif) | kontrollima (kontroll) | تحقق |
| fact-check | a look at a claim | vérification de faits | faktikontroll | تدقيق |
| log | a list | journal (journaux) | logi | سجل |

## Agreed

| term | what it is | fr |
|---|---|---|
| guest | a visitor | invité |
`;

const everywhere = (messages: object) => Object.fromEntries(LOCALES.map((locale) => [locale, messages]));

async function found(messages: Partial<Record<Locale, object | string>>, code?: string): Promise<string[]> {
  const problems = await checkMessages(await treeWith(messages, code));
  return problems.map(({ file, key, what }) => `${file.split('/').at(-1)} ${key}: ${what}`);
}

const PLURALS: Record<Locale, string> = {
  en: '{n, plural, one {# act} other {# acts}}',
  fr: '{n, plural, one {# acte} many {# actes} other {# actes}}',
  es: '{n, plural, one {# acto} many {# actos} other {# actos}}',
  et: '{n, plural, one {# toiming} other {# toimingut}}',
  fi: '{n, plural, one {# teko} other {# tekoa}}',
  da: '{n, plural, one {# handling} other {# handlinger}}',
  ko: '{n, plural, other {행위 #개}}',
  he: '{n, plural, one {פעולה} two {שתי פעולות} other {# פעולות}}',
  ar: '{n, plural, zero {لا أفعال} one {فعل} two {فعلان} few {# أفعال} many {# فعلًا} other {# فعل}}',
};
const acts = Object.fromEntries(LOCALES.map((locale) => [locale, { acts: PLURALS[locale] }]));

describe('checkMessages', () => {
  test('is content where every language has every key, argument and plural form', async () => {
    expect(await found(acts)).toEqual([]);
  });

  test('names a missing key, an extra key, a missing file and a key that stands twice', async () => {
    const same = everywhere({ a: 'x' });
    expect(await found({ ...same, et: {} })).toEqual(['et.json a: missing']);
    expect(await found({ ...same, fi: { a: 'x', b: 'y' } })).toEqual(['fi.json b: no such key in English']);
    expect(await found({ ...same, da: '{"a":"x",\n"a":"y"}' })).toEqual(['da.json a: stands twice']);
    const root = await treeWith(same);
    await rm(join(root, 'node/src/ui/messages/ko.json'));
    expect(await checkMessages(root)).toEqual([
      { file: 'node/src/ui/messages/ko.json', key: '*', what: 'the file is missing' },
    ]);
  });

  test('names arguments that are lost or made up', async () => {
    const same = everywhere({ a: '{who}' });
    expect(await found({ ...same, fr: { a: '{qui}' } })).toEqual([
      'fr.json a: argument {who} is missing',
      'fr.json a: unknown argument {qui}',
    ]);
  });

  test('names the plural forms that a language needs', async () => {
    expect(await found({ ...acts, ar: { acts: PLURALS.fr } })).toEqual([
      'ar.json acts: plural form zero, two, few of {n} is missing',
    ]);
    expect(await found({ ...acts, he: { acts: PLURALS.en } })).toEqual([
      'he.json acts: plural form two of {n} is missing',
    ]);
    expect(await found({ ...acts, ko: { acts: PLURALS.en } })).toEqual([
      'ko.json acts: ko has no plural form one',
    ]);
    expect(await found({ ...acts, et: { acts: '{n} toimingut' } })).toEqual([
      'et.json acts: {n} has no plural forms',
    ]);
  });

  test('names choices that are missing, and what is no ICU message', async () => {
    const same = everywhere({ a: '{s, select, yes {1} other {2}}' });
    expect(await found({ ...same, es: { a: '{s, select, other {2}}' } })).toEqual([
      'es.json a: choice yes of {s} is missing',
    ]);
    const [broken] = await found({ ...same, es: { a: '{s, select' } });
    expect(broken).toContain('not an ICU message');
  });

  test('names sentences that nobody translated', async () => {
    expect(await found(everywhere({ a: 'Koinon', b: 'We look {x} into it' }))).toHaveLength(
      LOCALES.length - 1,
    );
  });

  test('names a word that is not the one of the glossary, and knows its other forms', async () => {
    const terms = async (en: string, translations: Partial<Record<Locale, string>>) => {
      const all = { ...everywhere({ a: 'logi سجل journal' }), en: { a: en } };
      for (const [locale, a] of Object.entries(translations)) Object.assign(all, { [locale]: { a } });
      const problems = await found(all);
      return problems.filter((problem) => /^(fr|et|ar)/.test(problem));
    };
    expect(await terms('Our logs', { fr: 'Nos registres' })).toEqual([
      'fr.json a: “log” is “journal” by docs/glossary.md',
    ]);
    expect(await terms('Our logs', { fr: 'Nos journaux', et: 'Meie logid' })).toEqual([]);
    expect(await terms('Log in', { fr: 'Connexion', et: 'Sisene', ar: 'الدخول' })).toEqual([]);
    expect(await terms('Checked', { fr: 'Vérifié', et: 'Kontrollitud', ar: 'جرى التحقّق' })).toEqual([]);
    expect(await terms('A fact-check', { fr: 'Contrôle', et: 'Faktikontroll', ar: 'تدقيق' })).toEqual([
      'fr.json a: “fact-check” is “vérification de faits” by docs/glossary.md',
    ]);
    expect(await terms('A guest', {})).toEqual([]);
  });

  test.each([
    ['fr', 'Prêt ?', 'a space that lets a line end before : ; ? ! or inside « »'],
    ['fr', '{who} : prêt', 'a space that lets a line end before : ; ? ! or inside « »'],
    ['fr', 'Prêt?', 'no space before ; ? ! or inside « »'],
    ['es', 'Listo?', '? without ¿'],
    ['es', 'Bajó un 4 %', 'a space that lets a line end before %'],
    ['ar', 'نعم, لا', 'a Latin comma, semicolon or question mark'],
    ['et', '“{who}”', 'the quotation mark ” of another language'],
    ['da', 'To  mellemrum', 'two spaces'],
    ['ko', 'O"K', 'a straight quotation mark or apostrophe'],
    ['he', 'כן ', 'a space at an end'],
  ] as const)('names signs that do not belong to the language: %s “%s”', async (locale, message, what) => {
    const all = everywhere({ a: '{n, plural, other {x}}' });
    expect(typographyFaults(message, locale)).toContain(what);
    expect(await found({ ...all, [locale]: { a: message } })).toContain(`${locale}.json a: ${what}`);
  });

  test.each([
    ['fr', 'Prêt\u00a0? «\u00a0{who}\u00a0»\u00a0: https://a.example, n’est-ce pas'],
    ['es', '¿Listo? «{who}»: bajó un 4\u00a0%. ¡Bien!'],
    ['ar', 'نعم، «{who}»؛ أليس كذلك؟ JSON, XML'],
    ['et', '„{who}“ on JSON-i kujul'],
  ] as const)('is content with the signs of the language: %s “%s”', (locale, message) => {
    expect(typographyFaults(message, locale)).toEqual([]);
  });

  test('names keys that pages use and nobody wrote', async () => {
    const code = "t('some.title'); <Say page={page} id=\"some.by\" with={{}} />; insert('no.key');";
    expect(await found(everywhere({ a: 'x' }), code)).toEqual([
      'page.tsx some.title: used, but not in English',
      'page.tsx some.by: used, but not in English',
    ]);
  });
});

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the messages of this repository agree in all languages', async () => {
  expect(await checkMessages(root)).toEqual([]);
});

test('the glossary gives no language the same word for two things', async () => {
  const words = (await readFile(join(root, 'docs/glossary.md'), 'utf8'))
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.replace(/ \(.*/, '').trim()))
    .filter((cells) => cells.length === LOCALES.length + 3 && !/^(term|-+)$/.test(cells[1] ?? ''));
  expect(words.length).toBeGreaterThan(40);
  for (const column of [1, ...LOCALES.slice(1).map((_, i) => i + 3)]) {
    const all = words.map((cells) => cells[column]);
    expect(all.filter((word, i) => word === '' || all.indexOf(word) < i)).toEqual([]);
  }
});
