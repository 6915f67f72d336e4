import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '../../node/src/kernel/i18n/locale.ts';
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
  return root;
}

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

  test('names keys that pages use and nobody wrote', async () => {
    const code = "t('some.title'); <Say page={page} id=\"some.by\" with={{}} />; insert('no.key');";
    expect(await found(everywhere({ a: 'x' }), code)).toEqual([
      'page.tsx some.title: used, but not in English',
      'page.tsx some.by: used, but not in English',
    ]);
  });
});

test('the messages of this repository agree in all languages', async () => {
  expect(await checkMessages(fileURLToPath(new URL('../..', import.meta.url)))).toEqual([]);
});
