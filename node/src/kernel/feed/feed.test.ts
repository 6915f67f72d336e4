import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atomFeed } from './atom.ts';
import type { Feed, FeedItem } from './feed.ts';
import { rssFeed } from './rss.ts';
import { text } from './xml.ts';

const row = (changes: Partial<FeedItem> = {}): FeedItem => ({
  sub: 'https://montaluz.example/practices/019aa3f0-0000-7000-8000-000000000001',
  path: '/practices/~montaluz.example/019aa3f0-0000-7000-8000-000000000001',
  node: 'https://montaluz.example',
  own: false,
  title: { source: 'es', es: 'Un solo trámite al nacer', en: 'One visit when a child is born' },
  summary: { source: 'en', en: 'Six questions at the hospital.' },
  categories: [{ code: 'health', label: 'Health & care' }],
  publishedAt: new Date('2026-03-12T10:00:00Z'),
  updatedAt: new Date('2026-09-30T10:00:00Z'),
  ...changes,
});

const feed = (items: FeedItem[], locale = 'en'): Feed => ({
  node: 'https://kaldavere.example',
  name: 'Kaldavere',
  title: 'Practices – Kaldavere',
  subtitle: 'What governments tried',
  locale,
  listAt: () => '/practices',
  page: '/practices?topic=health',
  self: '/practices/feed.atom?topic=health&lang=en',
  names: new Map([['https://montaluz.example', 'Montaluz']]),
  items,
  now: new Date('2026-11-23T00:00:00Z'),
});

/** Reads XML strictly enough to find every fault that a writer of elements, attributes and text can make. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  let rest = xml.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '');
  const attributes = String.raw`(?: [\w:-]+="(?:[^<>&"]|&(?:amp|lt|gt|quot|apos);)*")*`;
  const token = new RegExp(
    String.raw`^(?:<([\w:]+)${attributes}(/?)>|</([\w:]+)>|(?:[^<>&]|&(?:amp|lt|gt|quot|apos);)+)`,
    'u',
  );
  while (rest !== '') {
    const match = token.exec(rest);
    if (match === null) return false;
    const [whole, opened, empty, closed] = match;
    if (opened !== undefined && empty === '') open.push(opened);
    if (closed !== undefined && open.pop() !== closed) return false;
    rest = rest.slice(whole.length);
  }
  return open.length === 0;
}

describe('the feeds', () => {
  it('are well formed whatever people write', () => {
    const anyText = fc.string({ unit: 'binary' }).map((value) => ({ source: 'en', en: value }));
    fc.assert(
      fc.property(anyText, anyText, fc.string({ unit: 'grapheme' }), (title, summary, topic) => {
        const made = feed([row({ title, summary, categories: [{ code: topic, label: topic, uri: topic }] })]);
        expect(wellFormed(atomFeed(made))).toBe(true);
        expect(wellFormed(rssFeed(made))).toBe(true);
      }),
    );
  });

  it('carry an entry under its address at its origin, and lead to the page here', () => {
    const atom = atomFeed(feed([row()]));
    expect(atom).toContain(
      '<id>https://montaluz.example/practices/019aa3f0-0000-7000-8000-000000000001</id>',
    );
    expect(atom).toContain('href="https://kaldavere.example/practices/~montaluz.example/019aa3f0');
    expect(atom).toContain('<link rel="via" href="https://montaluz.example/practices/');
  });

  it('say whose practice it is', () => {
    expect(atomFeed(feed([row()]))).toMatch(
      /<author><name>Montaluz<\/name>.*<source>.*<title>Montaluz<\/title>/s,
    );
    expect(rssFeed(feed([row()]))).toContain(
      '<source url="https://montaluz.example/practices/feed.rss">Montaluz</source>',
    );
  });

  it('choose the reader’s language, and mark it where it is another', () => {
    expect(atomFeed(feed([row()], 'en'))).toContain(
      '<title xml:lang="en">One visit when a child is born</title>',
    );
    expect(atomFeed(feed([row()], 'fi'))).toContain('<title xml:lang="es">Un solo trámite al nacer</title>');
  });

  it('are as new as their newest entry', () => {
    expect(atomFeed(feed([row(), row({ updatedAt: new Date('2026-10-01T00:00:00Z') })]))).toContain(
      '<updated>2026-10-01T00:00:00.000Z</updated>\n<link rel="self"',
    );
    expect(atomFeed(feed([]))).toContain('<updated>2026-11-23T00:00:00.000Z</updated>');
  });
});

describe('text', () => {
  it('leaves out what XML has no place for', () => {
    expect(text('a\u0000\u000b\ufffe\ud800b')).toBe('a\ufffdb');
  });
});
