// Checks the messages of the interface: every key in every language, with the same arguments, all its plural forms, the
// words of the glossary and the quotation marks of its language.
// Run by `npm run check`; prints one line per problem.
import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LOCALES, type Locale } from '../../node/src/kernel/i18n/locale.ts';
import { type Catalogue, readCatalogue } from './i18n/catalogue.ts';
import { compareMessages } from './i18n/compare.ts';
import { glossaryFaults, readGlossary } from './i18n/glossary.ts';
import { typographyFaults } from './i18n/typography.ts';
import { unknownKeys } from './i18n/used-keys.ts';

export interface MessageProblem {
  /** File below the root, and the key in it. */
  file: string;
  key: string;
  what: string;
}

/** Everything that is wrong with the messages below `root`; empty where all is well. */
export async function checkMessages(root: string): Promise<MessageProblem[]> {
  const problems: MessageProblem[] = [];
  const known = new Set<string>();
  const terms = await readGlossary(root);
  for (const { prefix, folder } of await messageFolders(root)) {
    const file = (locale: Locale) => relative(root, join(folder, `${locale}.json`));
    const catalogues = new Map<Locale, Catalogue>();
    for (const locale of LOCALES) {
      const catalogue = await readCatalogue(join(folder, `${locale}.json`));
      catalogues.set(locale, catalogue);
      for (const { key, what } of catalogue.problems) problems.push({ file: file(locale), key, what });
    }
    const english = catalogues.get('en')?.messages ?? {};
    for (const key of Object.keys(english)) known.add(prefix + key);
    for (const [locale, { messages }] of catalogues) {
      for (const { key, what } of compareMessages(prefix, english, messages, locale)) {
        problems.push({ file: file(locale), key, what });
      }
      for (const [key, message] of Object.entries(messages)) {
        const faults = typographyFaults(message, locale);
        if (locale !== 'en' && key in english) {
          faults.push(...glossaryFaults(terms, prefix + key, english[key] ?? '', message, locale));
        }
        for (const what of faults) problems.push({ file: file(locale), key, what });
      }
    }
  }
  return [...problems, ...(await unknownKeys(root, known))];
}

async function messageFolders(root: string): Promise<Array<{ prefix: string; folder: string }>> {
  const source = join(root, 'node/src');
  const modules = await readdir(join(source, 'modules'), { withFileTypes: true });
  return [
    { prefix: '', folder: join(source, 'kernel/messages') },
    { prefix: 'ui.', folder: join(source, 'ui/messages') },
    ...modules
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({ prefix: `${name}.`, folder: join(source, 'modules', name, 'messages') })),
  ];
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const problems = await checkMessages(root);
  for (const { file, key, what } of problems) console.error(`${file}: ${key}: ${what}`);
  console.log(
    problems.length === 0 ? `Messages in ${LOCALES.length} languages agree.` : `${problems.length} problems.`,
  );
  if (problems.length > 0) process.exitCode = 1;
}
