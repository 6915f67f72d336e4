import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readShownLogs } from '../../kernel/log/shown-logs.ts';
import { idOf } from '../../kernel/subjects/index.ts';
import { type Fixture, testClock } from '../../testing/index.ts';
import { publishEvent, publishOutcome, reviseEvent, withdrawEvent } from './commands.ts';
import { type EventInput, eventBody, eventInput } from './event.ts';
import { exampleEvent, exampleOutcome, exampleSeries } from './examples.ts';
import { type EventFilter, FACETS } from './filter.ts';
import { countFacets, listEvents, loadEvent } from './read.ts';
import { speakerKey } from './speakers.ts';
import { EVENTS } from './subjects.ts';
import { eventsNode, Partner } from './testing.ts';

const system = { type: 'system', reason: 'test' } as const;
const stranger = { type: 'staff', id: uuidv7(), name: 'x', permissions: ['practices.publish'] } as const;
const en = (text: string) => ({ source: 'en', en: text });
const HOST = 'montaluz.example';

let fixture: Fixture;
const clock = testClock(new Date('2027-01-15T12:00:00Z'));
beforeAll(async () => {
  fixture = await eventsNode({ clock });
});
afterAll(() => fixture?.stop());

const publish = async (body: EventInput) => {
  const act = await publishEvent(fixture.kernel, system, { body });
  return { ...act, id: idOf(EVENTS, act.sub) ?? '' };
};
const load = async (id: string) => {
  const item = await loadEvent(fixture.kernel, null, id);
  if (item === null) throw new Error('no such event');
  return item;
};
const refused = (code: string) => expect.objectContaining({ code });
const faults = (changes: object) =>
  eventInput.safeParse({ ...exampleEvent, ...changes }).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('what an event says', () => {
  it('is taken whole, and its examples are sound', () => {
    expect(faults({})).toEqual([]);
    expect(eventInput.safeParse(exampleSeries).error).toBeUndefined();
  });

  it.each([
    ['ends before it begins', { end: '2027-03-04T08:00' }, 'end'],
    ['lasts for months', { end: '2027-06-04T08:00' }, 'end'],
    ['goes by no clocks', { zone: 'Europe/Nowhere' }, 'zone'],
    ['goes by an offset', { zone: '+05:00' }, 'zone'],
    ['has no place to come to', { places: [] }, 'places'],
    ['begins when clocks skip the hour', { start: '2027-03-28T03:30', end: '2027-03-28T09:00' }, 'start'],
    ['says online and sells seats', { mode: 'online' }, 'registration.places.in-person'],
    [
      'has two sessions with one key',
      { sessions: [exampleEvent.sessions?.[0], exampleEvent.sessions?.[0]] },
      'sessions',
    ],
    ['is a series with sessions', { recurrence: { rule: 'FREQ=WEEKLY;COUNT=2' } }, 'sessions'],
    ['leads to a script', { online: 'javascript:alert(1)' }, 'online'],
    ['is of a kind that we do not know', { type: 'gala' }, 'type'],
  ])('is refused where it %s', (_, changes, field) => expect(faults(changes)).toContain(field));

  it('may be of a newer vocabulary where a partner says it, but not incoherent', () => {
    expect(eventBody.safeParse({ ...exampleEvent, type: 'gala', mode: 'by-post', extra: 1 }).success).toBe(
      true,
    );
    const body = { ...exampleSeries, recurrence: { rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=3' } };
    expect(eventBody.safeParse(body).success).toBe(false);
  });

  it('is refused where a day of a series falls into the hour that clocks skip', () => {
    const body = { ...exampleSeries, start: '2027-03-14T03:30', end: '2027-03-14T04:30' };
    const issues = eventInput.safeParse({ ...body, recurrence: { rule: 'FREQ=WEEKLY;COUNT=4' } }).error
      ?.issues;
    expect(issues?.map(({ path }) => path.join('.'))).toEqual(['start']);
  });
});

describe('an event', () => {
  it('is published by who may, and by nobody else', async () => {
    const { kernel } = fixture;
    await expect(publishEvent(kernel, stranger, { body: exampleEvent })).rejects.toEqual(
      refused('not-permitted'),
    );
    await expect(publishEvent(kernel, { type: 'anonymous' }, { body: exampleEvent })).rejects.toEqual(
      refused('not-permitted'),
    );
    const { id } = await publish(exampleEvent);
    expect((await load(id)).event).toMatchObject({ version: 1, state: 'live', own: true });
  });

  it('names speakers beside its record, and forgets those that a revision leaves out', async () => {
    const { kernel } = fixture;
    const { id, jti } = await publish(exampleEvent);
    const first = await load(id);
    expect(JSON.stringify(first.event.body)).not.toContain('Maret');
    expect(first.names).toEqual({
      [speakerKey('opening', 'a')]: 'Maret Tamm',
      [speakerKey('opening', 'b')]: 'Jaan Kask',
    });
    const entry = await kernel.db
      .selectFrom('pending')
      .select('body')
      .where('jti', '=', jti)
      .unionAll(kernel.db.selectFrom('entry').select('body').where('jti', '=', jti))
      .executeTakeFirstOrThrow();
    expect(Buffer.from(String(entry.body).split('.')[1] ?? '', 'base64url').toString()).not.toContain(
      'Maret',
    );

    const [opening, ...rest] = exampleEvent.sessions ?? [];
    if (opening === undefined) throw new Error('the example has no session');
    const without = { ...opening, speakers: opening.speakers?.filter(({ key }) => key === 'a') };
    await reviseEvent(kernel, system, {
      id,
      prev: jti,
      body: { ...exampleEvent, sessions: [without, ...rest] },
    });
    const second = await load(id);
    expect(second.event).toMatchObject({ version: 2, state: 'live' });
    expect(second.names).toEqual({ [speakerKey('opening', 'a')]: 'Maret Tamm' });
    const left = await kernel.db.selectFrom('disclosure').select('jti').where('jti', '=', jti).execute();
    expect(left).toEqual([]);
  });

  it('is revised from its latest version alone', async () => {
    const { kernel } = fixture;
    const { id, jti } = await publish(exampleEvent);
    const next = { id, prev: jti, body: { ...exampleEvent, status: 'cancelled' as const } };
    await reviseEvent(kernel, system, next);
    await expect(reviseEvent(kernel, system, next)).rejects.toEqual(refused('stale-prev'));
    await expect(reviseEvent(kernel, system, { ...next, id: uuidv7() })).rejects.toEqual(
      refused('not-found'),
    );
  });

  it('that is withdrawn stays readable and takes place no more', async () => {
    const { kernel } = fixture;
    const { id } = await publish({ ...exampleEvent, title: en('Withdrawn') });
    await withdrawEvent(kernel, system, { id, reason: 'The hall burnt down.' });
    expect((await load(id)).event).toMatchObject({ state: 'withdrawn', reason: 'The hall burnt down.' });
    await expect(withdrawEvent(kernel, system, { id, reason: 'x' })).rejects.toEqual(
      expect.objectContaining({ status: 409 }),
    );
  });
});

describe('what came of an event', () => {
  it('can be said once something of it is over', async () => {
    const { kernel } = fixture;
    const { id } = await publish(exampleEvent);
    await expect(publishOutcome(kernel, system, { event: id, body: exampleOutcome })).rejects.toEqual(
      refused('not-over'),
    );
    const past = await publish({ ...exampleEvent, start: '2026-12-01T09:00', end: '2026-12-01T16:00' });
    await publishOutcome(kernel, system, { event: past.id, body: exampleOutcome });
    const { outcomes } = await load(past.id);
    expect(outcomes.map(({ body }) => body.documents?.[0]?.sha256)).toEqual(['a'.repeat(64)]);
  });

  it('is for its host to say', async () => {
    const { id, sub, jti } = await publish(exampleEvent);
    const montaluz = await Partner.open(fixture.kernel, 'https://stranger.example', 'Stranger');
    const event = {
      ...{ sub, jti, title: en('Theirs') },
      origin: { node: fixture.kernel.identity.origin, name: 'Kaldavere' },
    };
    expect((await montaluz.outcome({ ...exampleOutcome, event })).flag).toBe('not-host');
    const claimed = { ...event, origin: { node: montaluz.node, name: 'Stranger' } };
    expect((await montaluz.outcome({ ...exampleOutcome, event: claimed })).flag).toBe('not-host');
    expect((await load(id)).outcomes).toEqual([]);
  });
});

describe('events of partners', () => {
  it('come the same way, and what is not sound is flagged and shows nowhere', async () => {
    const montaluz = await Partner.open(fixture.kernel, `https://${HOST}`, 'Montaluz');
    const id = uuidv7();
    const told = await montaluz.event({ ...exampleSeries, title: en('Taller') }, { id });
    expect(told.flag).toBeNull();
    const item = await loadEvent(fixture.kernel, HOST, id);
    expect(item?.occurrences).toHaveLength(5);
    expect(item?.event.path).toBe(`/events/~${HOST}/${id}`);
    expect((await montaluz.event({ ...exampleSeries, start: 'soon' })).flag).toBe('bad-body');
    const endless = { ...exampleSeries, recurrence: { rule: 'FREQ=DAILY' } };
    expect((await montaluz.event(endless)).flag).toBe('bad-body');
    const foreign = await montaluz.say(
      'events/event@1',
      `${montaluz.node}/practices/${uuidv7()}`,
      exampleSeries,
      null,
    );
    expect(foreign.flag).toBe('bad-subject');
    expect((await montaluz.event(exampleSeries, { id, prev: uuidv7() })).flag).toBe('stale-prev');
  });
});

describe('the list of events', () => {
  const list = async (filter: EventFilter) =>
    (
      await listEvents(fixture.kernel, await readShownLogs(fixture.kernel.db), filter, {
        limit: 100,
        after: null,
      })
    ).items;
  const titled = (title: string) => ({ ...exampleEvent, sessions: [], title: en(title) });

  beforeAll(async () => {
    await publish({ ...titled('Long ago'), start: '2026-05-01T09:00', end: '2026-05-01T10:00' });
    await publish({ ...titled('Just now'), start: '2027-01-15T13:00', end: '2027-01-15T16:00' });
    await publish({
      ...titled('Much later'),
      start: '2028-06-01T09:00',
      end: '2028-06-01T10:00',
      type: 'training',
    });
    await publish({
      ...exampleSeries,
      title: en('Half over'),
      start: '2026-12-29T10:00',
      end: '2026-12-29T11:00',
      recurrence: { rule: 'FREQ=WEEKLY;COUNT=6' },
    });
  });
  const own = ['Long ago', 'Just now', 'Much later', 'Half over'];
  const titles = async (filter: EventFilter) =>
    (await list(filter)).map(({ title }) => title.en ?? '').filter((title) => own.includes(title));

  it('has what is to come, the next first, what runs now included', async () => {
    expect(await titles({})).toEqual(['Just now', 'Half over', 'Much later']);
    const half = (await list({})).find(({ title }) => title.en === 'Half over');
    expect(half).toMatchObject({ startsAt: new Date('2027-01-19T08:00:00Z'), more: 2 });
  });

  it('has what is over, the latest first, once nothing of it is to come', async () => {
    expect(await titles({ when: 'past' })).toEqual(['Long ago']);
  });

  it('has the events of a month, whenever that was', async () => {
    expect(await titles({ month: '2027-01' })).toEqual(['Half over', 'Just now']);
    expect(await titles({ month: '2026-05' })).toEqual(['Long ago']);
  });

  it('agrees with its counts for every choice that it offers', async () => {
    const { kernel } = fixture;
    const shown = await readShownLogs(kernel.db);
    for (const filter of [{}, { when: 'past' }, { origin: 'self' }, { q: 'later' }] as EventFilter[]) {
      const counts = await countFacets(kernel, shown, filter);
      expect(await list(filter)).toHaveLength(counts.total);
      for (const facet of FACETS) {
        for (const { value, count } of counts[facet]) {
          const when = filter.when ?? 'upcoming';
          const found = await list({ ...filter, when, [facet]: value });
          expect([filter, facet, value, found.length]).toEqual([filter, facet, value, count]);
        }
      }
    }
  });

  it('comes in parts that join', async () => {
    const { kernel } = fixture;
    const shown = await readShownLogs(kernel.db);
    for (const when of ['upcoming', 'past', 'all'] as const) {
      const all = (await list({ when })).map(({ sub }) => sub);
      const parts: string[] = [];
      for (let after: string | null | undefined; after !== null; ) {
        const part = await listEvents(kernel, shown, { when }, { limit: 2, after: after ?? null });
        parts.push(...part.items.map(({ sub }) => sub));
        after = part.next;
      }
      expect(parts).toEqual(all);
    }
  });
});
