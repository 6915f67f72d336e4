import { readFile } from 'node:fs/promises';
import type { Locale } from './locale.ts';

/** Loads the flat messages of one folder in one language. */
export type LoadMessages = (locale: Locale) => Promise<Record<string, string>>;

/** Where messages come from; `prefix` ends up before each key (`practices.` for a module, empty for the kernel). */
export interface MessageSource {
  prefix: string;
  load: LoadMessages;
}

/**
 * Reads `messages/<locale>.json` beside the calling module.
 * @example messages: messagesBeside(import.meta.url)
 */
export function messagesBeside(moduleUrl: string): LoadMessages {
  return async (locale) => {
    const file = new URL(`./messages/${locale}.json`, moduleUrl);
    try {
      return JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
    } catch (error) {
      // A locale that is not there yet is answered in English; checkMessages reports it.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
      throw new Error(`${file.pathname}: ${(error as Error).message}`);
    }
  };
}

/** Messages of the kernel (no prefix), of the components (`ui.`) and of every module (`<module>.`). */
export function messageSources(
  modules: ReadonlyArray<{ name: string; messages: LoadMessages }>,
): MessageSource[] {
  return [
    { prefix: '', load: messagesBeside(new URL('../index', import.meta.url).href) },
    { prefix: 'ui.', load: messagesBeside(new URL('../../ui/index', import.meta.url).href) },
    ...modules.map((module) => ({
      prefix: `${module.name}.`,
      load: (locale: Locale) => module.messages(locale),
    })),
  ];
}
