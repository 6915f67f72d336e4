import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Kernel } from '../../kernel/kernel.ts';
import { publishPractice, revisePractice } from './commands.ts';
import { examplePractice } from './examples.ts';
import type { PracticeFilter } from './filter.ts';
import type { PracticeInput } from './practice.ts';
import { countFacets, keptFacets, listPractices, readShownLogs } from './read.ts';
import { type Ask, anonymous, type Fixture, PartnerLog, practicesNode } from './testing.ts';

const system = { type: 'system', reason: 'test' } as const;
const en = (text: string) => ({ source: 'en', en: text });

let fixture: Fixture;
let kernel: Kernel;
let reader: Ask;
let partner: PartnerLog;

beforeAll(async () => {
  fixture = await practicesNode();
  ({ kernel } = fixture);
  reader = anonymous(fixture);
  partner = await PartnerLog.open(kernel, 'http://127.0.0.1:4102', 'Montaluz');
  for (let i = 1; i <= 12; i++) await publish(`Ours ${i}`, { topics: ['health'], level: 'local' });
  for (let i = 1; i <= 12; i++) {
    await partner.practice({
      ...examplePractice,
      title: en(`Theirs ${i}`),
      topics: ['energy', 'health'],
      level: 'national',
    });
  }
});
afterAll(() => fixture?.stop());

const publish = (title: string, changes: Partial<PracticeInput> = {}) =>
  publishPractice(kernel, system, { body: { ...examplePractice, title: en(title), ...changes } });
const shown = () => readShownLogs(kernel.db);
const list = async (filter: PracticeFilter, limit = 100, after: string | null = null) =>
  listPractices(kernel, await shown(), filter, { limit, after }, 'en');
const titles = async (filter: PracticeFilter) => (await list(filter)).items.map(({ title }) => title.en);

describe('the list', () => {
  it('shows each practice once, page by page, whatever is published or revised meanwhile', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({}, 5, after);
      seen.push(...page.items.map(({ sub }) => sub));
      after = page.next;
      if (++pages === 2) {
        const { sub, jti } = await publish('Newcomer');
        const id = sub.split('/').at(-1) ?? '';
        await revisePractice(kernel, system, {
          id,
          prev: jti,
          body: { ...examplePractice, title: en('Newcomer, revised') },
        });
      }
    } while (after !== null);
    expect(seen).toHaveLength(24);
    expect(new Set(seen).size).toBe(24);
  });

  it('narrows by origin, topic, level and language together', async () => {
    expect(await titles({ origin: '127.0.0.1:4102' })).toHaveLength(12);
    expect(await titles({ origin: 'self', topic: 'health', level: 'local' })).toHaveLength(12);
    expect(await titles({ origin: 'self', topic: 'energy' })).toEqual([]);
    expect(await titles({ origin: 'nobody.example' })).toEqual([]);
    expect(await titles({ language: 'et' })).toEqual([]);
  });

  it('finds words in any of their forms, the best match first, page by page', async () => {
    await publish('Ferries at night', { summary: en('About boats.') });
    await publish('Quiet harbours', { summary: en('A ferry less at night.') });
    expect(await titles({ q: 'ferry' })).toEqual(['Ferries at night', 'Quiet harbours']);
    const first = await list({ q: 'ferry' }, 1);
    const second = await list({ q: 'ferry' }, 1, first.next);
    expect([...first.items, ...second.items].map(({ title }) => title.en)).toEqual([
      'Ferries at night',
      'Quiet harbours',
    ]);
    expect(second.next).toBeNull();
  });

  it('takes any words as a search', async () => {
    for (const q of ["'; drop table log; --", '((', '&|!', '\\', '한', '"open', '%', 'a'.repeat(500)]) {
      expect((await reader(`/practices?q=${encodeURIComponent(q)}`)).status).toBe(200);
    }
  });

  it('answers a cursor of another list with 400', async () => {
    expect((await reader('/practices?after=abc')).status).toBe(400);
  });

  it('does not show what a removed partner said', async () => {
    const gone = await PartnerLog.open(kernel, 'https://gone.example', 'Gone');
    const { path } = await gone.practice({ ...examplePractice, title: en('Vanishing act') });
    expect(await titles({ q: 'vanishing' })).toEqual(['Vanishing act']);
    await kernel.db.updateTable('partner').set({ state: 'removed' }).where('log', '=', gone.log).execute();
    expect(await titles({ q: 'vanishing' })).toEqual([]);
    expect((await reader(path)).status).toBe(404);
  });
});

describe('the facets', () => {
  it('say how many each choice would leave, heeding all filters but their own', async () => {
    const counts = await countFacets(kernel, await shown(), { topic: 'energy' });
    expect(counts.total).toBe(12);
    expect(counts.level).toEqual([{ value: 'national', count: 12 }]);
    const topics = new Map(counts.topic.map(({ value, count }) => [value, count]));
    expect(topics.get('energy')).toBe(12);
    expect(topics.get('health')).toBeGreaterThanOrEqual(24);
  });

  it('agree with the list for every filter that they offer', async () => {
    const logs = await shown();
    const { topic, level, origin, stage, language } = await countFacets(kernel, logs, {});
    for (const [facet, values] of Object.entries({ topic, level, origin, stage, language })) {
      for (const { value, count } of values) expect(await titles({ [facet]: value })).toHaveLength(count);
    }
  });

  it('know at once what was published', async () => {
    const before = (await keptFacets(kernel, await shown(), {})).total;
    expect((await keptFacets(kernel, await shown(), {})).total).toBe(before);
    await publish('One more');
    expect((await keptFacets(kernel, await shown(), {})).total).toBe(before + 1);
    await partner.practice({ ...examplePractice, title: en('And theirs') });
    expect((await keptFacets(kernel, await shown(), {})).total).toBe(before + 2);
  });
});

describe('the list for others', () => {
  it('is a page of JSON by Accept, and the whole as a file', async () => {
    const page = (await (
      await reader('/practices?limit=3', { headers: { accept: 'application/json' } })
    ).json()) as { items: object[]; next: string };
    expect(page.items).toHaveLength(3);
    expect(page.next).toBeTypeOf('string');
    const file = (await (await reader('/practices.json')).json()) as {
      format: string;
      items: Array<{ sub: string }>;
    };
    expect(file.format).toBe('koinon-practices@1');
    expect(new Set(file.items.map(({ sub }) => sub)).size).toBe((await list({})).items.length);
    const narrowed = (await (await reader('/practices.json?origin=self&q=ferry')).json()) as {
      items: object[];
    };
    expect(narrowed.items).toHaveLength(2);
  });

  it('is a feed in the reader’s language, with the same filters', async () => {
    const answer = await reader('/practices/feed.atom?topic=energy&lang=fr');
    expect(answer.headers.get('content-type')).toContain('application/atom+xml');
    const feed = await answer.text();
    expect(feed).toContain('xml:lang="fr"');
    expect(feed.match(/<entry>/g)).toHaveLength(12);
    expect(await (await reader('/practices/feed.rss?origin=self')).text()).not.toContain('Theirs');
    const etag = answer.headers.get('etag') ?? '';
    const again = await reader('/practices/feed.atom?topic=energy&lang=fr', {
      headers: { 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
  });
});
