import { describe, expect, it } from 'vitest';
import { normalStroke } from '../../node/src/kernel/trust/mark.ts';
import { eventInput } from '../../node/src/modules/events/event.ts';
import { outcomeInput } from '../../node/src/modules/events/outcome.ts';
import { adoptionInput } from '../../node/src/modules/practices/adoption.ts';
import { practiceInput } from '../../node/src/modules/practices/practice.ts';
import { adoptionStories, countries, deeds, demoTime, eventStories, stories } from './index.ts';

const time = demoTime(new Date('2026-01-15T12:00:00Z'));
const LANGUAGE = { kaldavere: 'et', montaluz: 'es', haesol: 'ko' };
/** Largest body that a record carries itself: 16 KiB of JWS, three quarters of it text, less its frame. */
const MOST_BYTES = 11_500;

const practices = stories.flatMap((story) =>
  story.versions(time).map((version, i) => ({ ...version, name: `${story.key} ${i + 1}`, node: story.node })),
);
const adoptions = adoptionStories.flatMap((story) =>
  story.versions(time).map((version, i) => ({ ...version, name: `${story.key} ${i + 1}`, node: story.node })),
);

const events = eventStories.map((story) => ({ ...story, name: story.key, body: story.body(time) }));

describe('the content of the demo', () => {
  it.each(practices)('practice $name is one that a node accepts, and a record holds', ({ body }) => {
    expect(practiceInput.safeParse(body).error).toBeUndefined();
    expect(new TextEncoder().encode(JSON.stringify(body)).length).toBeLessThan(MOST_BYTES);
  });

  it.each(adoptions)('adoption $name is one that a node accepts', ({ body }) => {
    expect(adoptionInput.safeParse(body).error).toBeUndefined();
  });

  it.each(events)('event $name is one that a node accepts, whenever the demo starts', ({ key, outcome }) => {
    const story = eventStories.find((one) => one.key === key);
    for (let week = 0; week < 53; week++) {
      const start = new Date(Date.UTC(2026, 0, 1 + week * 7, 12));
      expect(eventInput.safeParse(story?.body(demoTime(start))).error).toBeUndefined();
    }
    if (outcome !== undefined) expect(outcomeInput.safeParse(outcome).error).toBeUndefined();
  });

  it.each([...practices, ...adoptions, ...events])(
    '$name is in the language of its country, and in English',
    ({ node, body }) => {
      const texts = JSON.stringify(body).match(/\{"source":"\w+".*?\}/g) ?? [];
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) {
        expect(Object.keys(JSON.parse(text))).toEqual(['source', LANGUAGE[node], 'en']);
      }
    },
  );

  it('has adoptions that point to what is there, in a chapter when it is there', () => {
    const firstChapter = new Map(
      [...stories, ...adoptionStories].map((story) => [story.key, story.versions(time)[0]?.chapter ?? 9]),
    );
    const nodeOf = new Map([...stories, ...adoptionStories].map(({ key, node }) => [key, node]));
    for (const { key, node, practice, from, versions } of adoptionStories) {
      const chapter = versions(time)[0]?.chapter ?? 0;
      expect(firstChapter.get(practice), key).toBeLessThan(chapter);
      if (from !== undefined) expect(firstChapter.get(from), key).toBeLessThan(chapter);
      expect(nodeOf.get(from ?? practice), key).not.toBe(node);
    }
  });

  it('has acts in projects that speak of what is done by then, in two languages', () => {
    const known = {
      time,
      sub: (key: string) => `https://x.example/${encodeURIComponent(key)}`,
      node: (key: string) => `https://${key}.example`,
    };
    for (const { key, node, chapter, of, body } of deeds) {
      for (const one of of) {
        const before = deeds.find((deed) => deed.key === one);
        const latest = before?.node === node ? chapter : chapter - 1;
        expect(before?.chapter ?? 1, `${key} needs ${one}`).toBeLessThanOrEqual(latest);
      }
      const texts = JSON.stringify(body(known)).match(/\{"source":"\w+".*?\}/g) ?? [];
      for (const text of texts)
        expect(Object.keys(JSON.parse(text))).toEqual(['source', LANGUAGE[node], 'en']);
    }
  });

  it('tells of nothing that lies in the future', () => {
    for (const { body, name } of [...practices, ...adoptions]) {
      const begun = 'since' in body ? body.since : body.started;
      expect(begun && begun <= '2026-01', name).toBe(true);
    }
  });

  it('is deep enough: chains of three countries, something that came back, revisions, a withdrawal', () => {
    expect(stories.length).toBeGreaterThanOrEqual(12);
    expect(adoptionStories.filter(({ from }) => from).length).toBeGreaterThanOrEqual(3);
    const nodeOfPractice = new Map(stories.map(({ key, node }) => [key, node]));
    expect(adoptionStories.some(({ practice, node }) => nodeOfPractice.get(practice) === node)).toBe(true);
    expect(stories.filter((story) => story.versions(time).length >= 2).length).toBeGreaterThanOrEqual(4);
    expect(stories.filter(({ withdrawn }) => withdrawn)).toHaveLength(1);
  });

  it('gives every country a mark of strokes on the grid', () => {
    for (const { profile } of countries) {
      for (const stroke of profile.mark ?? []) expect(normalStroke(stroke), profile.name).not.toBeNull();
    }
  });
});
