import type { KoinonError } from '../error.ts';
import type { Translate } from '../i18n/locale.ts';
import type { Kernel } from '../kernel.ts';

/** What happened, in the reader's language. */
export interface Sentence {
  title: string;
  text: string;
}

/**
 * The sentence of an error: `error.<code>` of the kernel, else `<module>.error.<code>` of the module that declares it,
 * else the general one. The title goes by code where
 * there is one (`error-title.form-expired`), else by status (`error-title.404`).
 */
export function errorSentence(
  kernel: Pick<Kernel, 'i18n' | 'modules'>,
  t: Translate,
  error: KoinonError,
): Sentence {
  const { i18n, modules } = kernel;
  const general = error.status < 500 ? 'error-title.400' : 'error-title.500';
  const titles = [`error-title.${error.code}`, `error-title.${error.status}`];
  const names = ['', ...modules.modules.map((module) => `${module.name}.`)];
  const prefix = names.find((name) => i18n.has(`${name}error.${error.code}`));
  return {
    title: t(titles.find((title) => i18n.has(title)) ?? general),
    text: prefix === undefined ? t(usual(error.status)) : t(`${prefix}error.${error.code}`, error.args),
  };
}

/** What to say of a code that has no sentence of its own. */
function usual(status: number): string {
  if (status === 502) return 'error.upstream';
  if (status === 503) return 'error.unavailable';
  if (status >= 500) return 'error.broken';
  return status === 404 ? 'error.not-found' : 'error.malformed-request';
}
