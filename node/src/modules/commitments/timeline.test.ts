import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Ask, anonymous, type Fixture, testClock } from '../../testing/index.ts';
import { exampleCommitment } from './examples.ts';
import { commitmentsNode } from './testing.ts';

let fixture: Fixture;
let reader: Ask;

beforeAll(async () => {
  fixture = await commitmentsNode({ clock: testClock(new Date('2026-11-20T12:00:00Z')) });
  reader = anonymous(fixture);
  const editor = await fixture.as(['commitments.*']);
  for (const [title, end] of [
    ['Past', '2025-06'],
    ['Last day of the year', '2027-12-31'],
    ['Spring', '2027-03'],
    ['Summer', '2027-07'],
    ['Far', '2030'],
    ['Whenever', undefined],
  ]) {
    // Of two ends in one year the zone must not make two years.
    const json = { ...exampleCommitment, title: { source: 'en', en: title }, end, zone: 'America/Lima' };
    expect((await editor('/api/v1/commitments', { json })).status).toBe(201);
  }
});
afterAll(() => fixture?.stop());

/** Titles of the table, in order, and the years that are offered. */
async function timeline(query = '') {
  const answer = await reader(`/commitments/timeline${query}`);
  expect(answer.status).toBe(200);
  const html = await answer.text();
  const titles = [...html.matchAll(/<a class="ds-link" href="\/commitments\/[0-9a-f-]{36}">(.*?)<\/a>/g)];
  return {
    titles: titles.map(([, title = '']) => title.replace(/<[^>]*>/g, '')),
    years: [...html.matchAll(/>(\d{4})<\/(?:a|strong)>/g)].map(([, year]) => year),
    next: /rel="next"/.test(html) ? /href="([^"]*)" rel="next"/.exec(html)?.[1] : null,
  };
}

test('shows one year, the first in which something still ends, and offers the others', async () => {
  const shown = await timeline();
  expect(shown.titles).toEqual(['Spring', 'Summer', 'Last day of the year']);
  expect(shown.years).toEqual(['2025', '2027', '2030']);
  expect((await timeline('?year=2025')).titles).toEqual(['Past']);
  expect((await timeline('?year=1900')).titles).toEqual(shown.titles);
});

test('a long year comes in parts', async () => {
  const part = await timeline('?year=2027&limit=2');
  expect(part.titles).toEqual(['Spring', 'Summer']);
  const next = new URL((part.next ?? '').replaceAll('&amp;', '&'), 'http://x');
  const rest = await timeline(next.search);
  expect(rest.titles).toEqual(['Last day of the year']);
  expect(rest.next).toBeNull();
});
