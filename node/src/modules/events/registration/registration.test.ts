import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { enforceRetention, eraseAccount, personalDataOf } from '../../../kernel/personal-data/index.ts';
import { idOf } from '../../../kernel/subjects/index.ts';
import { type Fixture, testClock, testPerson } from '../../../testing/index.ts';
import {
  cancelRegistration,
  publishEvent,
  type RegistrationInput,
  register,
  reviseEvent,
} from '../commands.ts';
import type { EventInput } from '../event.ts';
import { exampleEvent, exampleSeries } from '../examples.ts';
import { listRegistrations, loadEvent, readOwnRegistration } from '../read.ts';
import { eventsDb } from '../schema.ts';
import { EVENTS } from '../subjects.ts';
import { eventsNode } from '../testing.ts';
import { remindJob } from './remind.ts';
import { sendLettersJob } from './send-letters.ts';

const system = { type: 'system', reason: 'test' } as const;
const DAY = 86_400_000;
const START = new Date('2027-02-15T12:00:00Z');

interface Letter {
  to: string;
  subject: string;
  text: string;
}

let fixture: Fixture;
const letters: Letter[] = [];
const clock = testClock(START);
beforeAll(async () => {
  fixture = await eventsNode({ clock });
  Object.defineProperty(fixture.kernel.login, 'mailer', {
    value: {
      async send(letter: Letter) {
        if (letter.to.startsWith('refused')) throw Object.assign(new Error('no'), { responseCode: 550 });
        letters.push(letter);
      },
    },
  });
});
afterAll(() => fixture?.stop());

const person = async (name: string): Promise<Actor & { account: string }> => {
  const { account } = await testPerson(fixture.node, { name });
  return {
    ...{ type: 'person', account, issuer: fixture.kernel.identity.origin, name, permissions: [] },
    assurance: { level: 'high', notified: true },
  };
};
const guest = (account: string): Actor => ({
  ...{ type: 'guest', account, issuer: 'https://montaluz.example' },
  assurance: { level: 'high', notified: true },
});
const input = (changes: Partial<RegistrationInput> = {}): RegistrationInput => ({
  ...{ name: 'Somebody', attendance: 'in-person', locale: 'en', remindDay: false, remindHour: false },
  ...changes,
});
const announce = async (changes: Partial<EventInput> = {}) => {
  const body = { ...exampleEvent, ...changes };
  const { sub, jti } = await publishEvent(fixture.kernel, system, { body });
  return { id: idOf(EVENTS, sub) ?? '', jti, body };
};
const run = (actor: Actor, event: string, changes: Partial<RegistrationInput> = {}) =>
  register(fixture.kernel, actor, { event, body: input(changes) });
const refused = (code: string) => expect.objectContaining({ code });
const send = async () => {
  letters.length = 0;
  await sendLettersJob.run(fixture.kernel, {});
  return letters.map(({ to, subject }) => `${to}: ${subject}`).sort();
};

describe('registering', () => {
  it('gives places until they are taken, then a place in the queue', async () => {
    const { id } = await announce();
    const people = await Promise.all(['a', 'b', 'c', 'd'].map((name) => person(`queue ${name}`)));
    const states = [];
    for (const one of people) states.push((await run(one, id)).state);
    expect(states).toEqual(['in', 'in', 'waiting', 'waiting']);
    expect(await readOwnRegistration(fixture.kernel, people[3] as Actor, id)).toMatchObject({ ahead: 1 });
    expect((await loadEvent(fixture.kernel, null, id))?.counts).toEqual({
      'in-person': { in: 2, waiting: 2 },
      online: { in: 0, waiting: 0 },
    });
    await cancelRegistration(fixture.kernel, people[0] as Actor, { event: id });
    expect(await readOwnRegistration(fixture.kernel, people[2] as Actor, id)).toMatchObject({ state: 'in' });
    expect(await readOwnRegistration(fixture.kernel, people[0] as Actor, id)).toBeNull();
  });

  it('twice is once, with what was said last; another way of attending is another queue', async () => {
    const { id } = await announce();
    const one = await person('twice');
    const first = await run(one, id);
    expect(await run(one, id, { name: 'Renamed' })).toEqual(first);
    expect(await listRegistrations(fixture.kernel, system, id)).toMatchObject([{ name: 'Renamed' }]);
    expect((await run(one, id, { attendance: 'online' })).id).not.toBe(first.id);
    expect(await listRegistrations(fixture.kernel, system, id)).toMatchObject([{ attendance: 'online' }]);
    await cancelRegistration(fixture.kernel, one, { event: id });
    await cancelRegistration(fixture.kernel, one, { event: id });
  });

  it('is for people alone, for guests where they may, while it is open, in ways that there are', async () => {
    const one = await person('rules');
    const visitor = guest(
      (await testPerson(fixture.node, { name: 'v', home: 'https://montaluz.example' })).account,
    );
    const { id } = await announce();
    await expect(run(system, id)).rejects.toEqual(refused('not-a-person'));
    await expect(run({ type: 'anonymous' }, id)).rejects.toEqual(refused('not-a-person'));
    await expect(run(one, uuidv7())).rejects.toEqual(refused('not-found'));
    expect((await run(visitor, id)).state).toBe('in');
    const closed = await announce({ registration: { guests: false, closes: '2027-02-01T09:00' } });
    await expect(run(visitor, closed.id)).rejects.toEqual(refused('own-people-only'));
    await expect(run(one, closed.id)).rejects.toEqual(refused('registration-closed'));
    const later = await announce({ registration: { guests: true, opens: '2027-02-20T09:00' } });
    await expect(run(one, later.id)).rejects.toEqual(refused('registration-closed'));
    const { registration: _none, ...without } = exampleEvent;
    const { sub } = await publishEvent(fixture.kernel, system, { body: without });
    await expect(run(one, idOf(EVENTS, sub) ?? '')).rejects.toEqual(refused('registration-closed'));
    const online = await announce({ mode: 'online', registration: { guests: true } });
    await expect(run(one, online.id)).rejects.toEqual(refused('no-such-attendance'));
  });

  it('lets in who waits when places are added, in order, and nobody when the event is called off', async () => {
    const { id, jti, body } = await announce({ registration: { guests: true, places: { 'in-person': 1 } } });
    const people = await Promise.all(['a', 'b', 'c'].map((name) => person(`more ${name}`)));
    for (const one of people) await run(one, id);
    const wider = { ...body, registration: { guests: true, places: { 'in-person': 2 } } };
    const next = await reviseEvent(fixture.kernel, system, { id, prev: jti, body: wider });
    const states = async () =>
      (await listRegistrations(fixture.kernel, system, id)).map(({ state }) => state);
    expect(await states()).toEqual(['in', 'in', 'waiting']);
    const off = { ...wider, status: 'cancelled' as const, registration: { guests: true } };
    await reviseEvent(fixture.kernel, system, { id, prev: next.jti, body: off });
    expect(await states()).toEqual(['in', 'in', 'waiting']);
    await expect(run(people[0] as Actor, id, { attendance: 'online' })).rejects.toEqual(
      refused('registration-closed'),
    );
  });

  it('is shown to those who run events, and to nobody else', async () => {
    const { id } = await announce();
    for (const actor of [await person('curious'), { type: 'anonymous' } as const])
      await expect(listRegistrations(fixture.kernel, actor, id)).rejects.toEqual(refused('not-permitted'));
  });

  it('never lets in more than there are places, nor one before another who came first', async () => {
    const people = await Promise.all([...'abcdef'].map((name) => person(`property ${name}`)));
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ who: fc.nat(5), what: fc.constant('in-person' as const) }) },
      { weight: 1, arbitrary: fc.record({ who: fc.nat(5), what: fc.constant('online' as const) }) },
      { weight: 2, arbitrary: fc.record({ who: fc.nat(5), what: fc.constant('cancel' as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 5 }),
        async (places, batches) => {
          const { id } = await announce({
            registration: { guests: true, places: { 'in-person': places, online: 1 } },
          });
          for (const batch of batches) {
            // At once: each waits for the event's row.
            await Promise.all(
              batch.map(({ who, what }) => {
                const actor = people[who] as Actor;
                return what === 'cancel'
                  ? cancelRegistration(fixture.kernel, actor, { event: id })
                  : run(actor, id, { attendance: what });
              }),
            );
            const rows = await eventsDb(fixture.kernel.db)
              .selectFrom('events_registration')
              .select(['attendance', 'state'])
              .where('event', '=', id)
              .orderBy('place')
              .execute();
            for (const [attendance, limit] of [['in-person', places] as const, ['online', 1] as const]) {
              const queue = rows.filter((row) => row.attendance === attendance).map(({ state }) => state);
              const filled = Math.min(limit, queue.length);
              expect(queue).toEqual([
                ...Array<string>(filled).fill('in'),
                ...Array<string>(queue.length - filled).fill('waiting'),
              ]);
            }
          }
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('letters', () => {
  it('say that one is registered, waits, or got a place; in the language in which one registered', async () => {
    const { id } = await announce({ registration: { guests: true, places: { 'in-person': 1 } } });
    const [a, b] = [await person('letter a'), await person('letter b')];
    await run(a, id, { email: 'A@example.org' });
    await run(b, id, { email: 'b@example.org', locale: 'et' });
    expect(await send()).toHaveLength(2);
    expect(letters.find(({ to }) => to === 'b@example.org')?.text).toContain('Avatud riigi päevad');
    expect(letters.find(({ to }) => to === 'a@example.org')?.text).toContain('Thursday');
    expect(await send()).toEqual([]);
    await cancelRegistration(fixture.kernel, a, { event: id });
    expect(await send()).toHaveLength(1);
    expect(letters[0]?.to).toBe('b@example.org');
  });

  it('remind of each occurrence once, a day and an hour before, whom they promised to', async () => {
    const { sub } = await publishEvent(fixture.kernel, system, {
      body: { ...exampleSeries, registration: { guests: true } },
    });
    const id = idOf(EVENTS, sub) ?? '';
    const [a, b] = [await person('remind a'), await person('remind b')];
    await run(a, id, { attendance: 'online', email: 'day@example.org', remindDay: true, remindHour: true });
    await run(b, id, { attendance: 'online', email: 'hour@example.org', remindHour: true });
    await send();
    const due = async (at: string) => {
      clock.set(new Date(at));
      await remindJob.run(fixture.kernel, {});
      await remindJob.run(fixture.kernel, {});
      return (await send()).map((letter) => letter.split('@')[0]);
    };
    try {
      expect(await due('2027-03-15T07:55:00Z')).toEqual([]);
      expect(await due('2027-03-15T08:05:00Z')).toEqual(['day']);
      expect(await due('2027-03-16T07:05:00Z')).toEqual(['day', 'hour']);
      // The second is moved to the 24th at 13:00, the third is cancelled.
      expect(await due('2027-03-22T09:00:00Z')).toEqual([]);
      expect(await due('2027-03-23T12:00:00Z')).toEqual(['day']);
      expect(await due('2027-03-30T06:30:00Z')).toEqual([]);
    } finally {
      clock.set(START);
    }
  });

  it('tell those who registered when it is at another time, or not at all', async () => {
    const { id, jti, body } = await announce();
    await run(await person('news'), id, { email: 'news@example.org' });
    await send();
    const later = { ...body, end: '2027-03-05T17:00' };
    const next = await reviseEvent(fixture.kernel, system, { id, prev: jti, body: later });
    expect(await send()).toHaveLength(1);
    const same = { ...later, summary: { source: 'en', en: 'Other words.' } };
    const third = await reviseEvent(fixture.kernel, system, { id, prev: next.jti, body: same });
    expect(await send()).toEqual([]);
    const off = { ...same, status: 'cancelled' as const };
    await reviseEvent(fixture.kernel, system, { id, prev: third.jti, body: off });
    expect(await send()).toHaveLength(1);
  });

  it('that the server refuses are tried again later, and not for ever', async () => {
    const { id } = await announce();
    await run(await person('refused'), id, { email: 'refused@example.org' });
    for (let i = 0; i < 8; i++) {
      await send();
      clock.advance(11 * 60_000);
    }
    const { tries } = await eventsDb(fixture.kernel.db)
      .selectFrom('events_letter as l')
      .innerJoin('events_registration as r', 'r.id', 'l.registration')
      .select('l.tries')
      .where('r.event', '=', id)
      .executeTakeFirstOrThrow();
    expect(tries).toBe(5);
    clock.set(START);
  });
});

describe('what becomes of a registration', () => {
  it('is in the download of a person’s data, goes with the account, and frees the place', async () => {
    const { id } = await announce({ registration: { guests: true, places: { 'in-person': 1 } } });
    const [a, b] = [await person('leaves'), await person('stays')];
    await run(a, id, { email: 'leaves@example.org' });
    await run(b, id);
    const { tables } = await personalDataOf(fixture.kernel, a.account);
    expect(tables.events_registration?.rows).toMatchObject([{ email: 'leaves@example.org', state: 'in' }]);
    expect(tables.events_letter?.rows).toMatchObject([{ what: 'registered' }]);
    await eraseAccount(fixture.kernel, a, a.account);
    expect(await readOwnRegistration(fixture.kernel, b, id)).toMatchObject({ state: 'in' });
    expect(await listRegistrations(fixture.kernel, system, id)).toHaveLength(1);
  });

  it('is forgotten thirty days after the event', async () => {
    const { id } = await announce();
    await run(await person('forgotten'), id);
    const left = async () => (await listRegistrations(fixture.kernel, system, id)).length;
    clock.set(new Date(Date.parse('2027-03-05T14:00:00Z') + 29 * DAY));
    await enforceRetention(fixture.kernel);
    expect(await left()).toBe(1);
    clock.advance(2 * DAY);
    await enforceRetention(fixture.kernel);
    expect(await left()).toBe(0);
    clock.set(START);
  });
});
