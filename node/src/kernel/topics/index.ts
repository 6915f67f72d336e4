import type { Translate } from '../i18n/locale.ts';

/** The data themes of the EU authority table, so that whatever is on the same thing shares its topic, datasets included. */
export const TOPIC_THEMES = {
  agriculture: 'AGRI',
  economy: 'ECON',
  education: 'EDUC',
  energy: 'ENER',
  environment: 'ENVI',
  government: 'GOVE',
  health: 'HEAL',
  international: 'INTR',
  justice: 'JUST',
  regions: 'REGI',
  society: 'SOCI',
  science: 'TECH',
  transport: 'TRAN',
} as const;
export type Topic = keyof typeof TOPIC_THEMES;
export const TOPICS = Object.keys(TOPIC_THEMES) as Topic[];

export function topicUri(topic: string): string | null {
  return Object.hasOwn(TOPIC_THEMES, topic)
    ? `http://publications.europa.eu/resource/authority/data-theme/${TOPIC_THEMES[topic as Topic]}`
    : null;
}

/** A topic in the reader's language; one that this version does not know is shown as its code, in plain letters. */
export function topicWord(t: Translate, topic: string): string {
  if (Object.hasOwn(TOPIC_THEMES, topic)) return t(`topic.${topic}`);
  const words = topic.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
