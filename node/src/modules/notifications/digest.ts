import { pickText } from '../../kernel/i18n/index.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import type { Letter } from '../../kernel/login/index.ts';
import type { Notice } from '../../kernel/notices/index.ts';
import { sha256Hex } from '../../kernel/sha256.ts';
import { secretOf } from './addresses.ts';
import type { Reader } from './read.ts';

/** More than these are counted; the page has them all. */
export const MOST_IN_LETTER = 50;

interface Digest {
  reader: Reader;
  /** Newest first; one more than fits says that there are more. */
  news: readonly Notice[];
  names: ReadonlyMap<string, string>;
  until: Date;
}

/** The letter: one line for each act, whose it is, and where it stands; at the end how to stop. */
export function makeDigest(
  kernel: Pick<Kernel, 'i18n' | 'identity' | 'keys'>,
  { reader, news, names, until }: Digest,
): Omit<Letter, 'to'> {
  const { origin, profile, host } = kernel.identity;
  const t = kernel.i18n.translator(reader.locale);
  const { dateTime } = kernel.i18n.formats(reader.locale);
  const shown = news.slice(0, MOST_IN_LETTER);
  const stop = `${origin}/notifications/stop/${secretOf(kernel, 'stop', reader.id)}`;
  const items = shown.map(({ message, title, node, at, path }) =>
    [
      t(message, { title: pickText(title, reader.locale).text }),
      t('notifications.letter.by', { who: names.get(node) ?? new URL(node).host, when: dateTime(at) }),
      `${origin}${path}`,
    ].join('\n'),
  );
  const more = news.length > shown.length ? [t('notifications.letter.more')] : [];
  return {
    subject: t('notifications.letter.subject', { who: profile.name }),
    text: [
      t('notifications.letter.lead', { who: profile.name }),
      ...items,
      ...more,
      t('notifications.letter.end', { page: `${origin}/notifications`, stop }),
    ].join('\n\n'),
    messageId: `<${sha256Hex(`${reader.id} ${until.toISOString()}`).slice(0, 32)}@${host.replace(/:\d+$/, '')}>`,
    headers: { 'List-Unsubscribe': `<${stop}>` },
  };
}
