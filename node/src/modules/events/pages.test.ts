import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../kernel/subjects/index.ts';
import { type Ask, anonymous, type Fixture, testClock, testPerson } from '../../testing/index.ts';
import { publishEvent, publishOutcome } from './commands.ts';
import { exampleEvent, exampleOutcome, exampleSeries } from './examples.ts';
import { EVENTS } from './subjects.ts';
import { withIcalJs, withNodeIcal } from './testing/readers.ts';
import { eventsNode, Partner } from './testing.ts';

const system = { type: 'system', reason: 'test' } as const;
const en = (text: string) => ({ source: 'en', en: text });

let fixture: Fixture;
let reader: Ask;
let staff: Ask;
let conference: string;
let series: string;
const clock = testClock(new Date('2027-02-15T12:00:00Z'));
beforeAll(async () => {
  fixture = await eventsNode({ clock });
  reader = anonymous(fixture);
  staff = await fixture.as(['events.*']);
  const publish = async (body: typeof exampleEvent) =>
    idOf(EVENTS, (await publishEvent(fixture.kernel, system, { body })).sub) ?? '';
  conference = await publish(exampleEvent);
  series = await publish(exampleSeries);
  const past = await publish({
    ...{ ...exampleEvent, sessions: [], title: en('Last year') },
    ...{ start: '2026-03-04T09:00', end: '2026-03-04T16:00' },
  });
  await publishOutcome(fixture.kernel, system, { event: past, body: exampleOutcome });
  const montaluz = await Partner.open(fixture.kernel, 'https://montaluz.example', 'Montaluz');
  await montaluz.event({ ...exampleEvent, title: en('<b>Theirs</b>') });
});
afterAll(() => fixture?.stop());

const text = async (ask: Ask, path: string, status = 200) => {
  const response = await ask(path);

  expect(`${path} ${response.status}`).toBe(`${path} ${status}`);
  return await response.text();
};

describe('the list', () => {
  it('shows what is to come with its day by its own clocks, or by those asked for', async () => {
    const list = await text(reader, '/events?lang=en');
    expect(list).toContain('Open government days');
    expect(list).toContain('&lt;b&gt;Theirs&lt;/b&gt;');
    expect(list).toContain('Thursday, 4 March 2027');
    expect(list).toContain('Tallinn (GMT+2)');
    expect(list).not.toContain('Last year');
    const seoul = await text(reader, '/events?zone=Asia/Seoul&lang=en');
    expect(seoul).toContain('16:00');
    expect(await text(reader, '/events?zone=%3Cscript%3E&lang=en')).not.toContain('<script>');
    expect(await text(reader, '/events?when=past&lang=en')).toContain('Last year');
    expect(await text(reader, '/events?topic=health&lang=en')).toContain('No events here');
  });

  it('is there as JSON, as feeds, and as calendars of ours alone or with the partners’', async () => {
    const { total, items } = JSON.parse(await text(reader, '/events.json'));
    expect([total, items.length]).toEqual([3, 3]);
    expect(await text(reader, '/events/feed.atom?lang=en')).toContain('Open government days');
    const ours = await text(reader, '/events.ics?lang=en');
    expect(ours).not.toContain('Theirs');
    const all = await text(reader, '/events.ics?from=alliance&lang=en');
    expect(withIcalJs(all)).toEqual(withNodeIcal(all));
    expect(withIcalJs(all)).toHaveLength(7);
    expect(all).toContain('Theirs');
    expect((await reader('/events.ics')).headers.get('content-type')).toContain('text/calendar');
  });
});

describe('the page of an event', () => {
  it('has the programme by the event’s clocks, with those of the place where a session is held', async () => {
    const page = await text(reader, `/events/${conference}?lang=en`);
    expect(page).toContain('Maret Tamm');
    expect(page).toContain('11:30–12:30');
    expect(page).toContain('18:30–19:30');
    expect(page).toContain('Seoul (GMT+9)');
    const seoul = await text(reader, `/events/${conference}?zone=Asia/Seoul&lang=en`);
    expect(seoul).toContain('17:00–18:00');
  });

  it('has the days of a series, the moved and the cancelled among them', async () => {
    const page = await text(reader, `/events/${series}?lang=en`);
    expect(page).toContain('Wednesday, 24 March 2027');
    expect(page).toContain('at another time');
    expect(page).toContain('called off');
  });

  it('is there for calendars and for search engines', async () => {
    const calendar = await text(reader, `/events/${conference}.ics?lang=en`);
    expect(withIcalJs(calendar)).toHaveLength(3);
    expect(JSON.parse(await text(reader, `/events/${conference}.jsonld`))['@type']).toBe('Event');
    expect(JSON.parse(await text(reader, `/events/${conference}.json`)).occurrences).toHaveLength(1);
  });

  it('does not take what is no event', async () => {
    await text(reader, '/events/nothing-here', 404);
    await text(reader, '/events/019aa3f0-0000-7000-8000-000000000001', 404);
    await text(reader, `/events/~nowhere.example/${conference}`, 404);
  });
});

describe('registering on the page', () => {
  it('asks for a login first, then for a name; says what came of it; and can be taken back', async () => {
    await text(reader, `/events/${conference}/register`, 401);
    await text(staff, `/events/${conference}/register`, 403);
    const mari = await testPerson(fixture.node, { name: 'Mari' });
    const path = `/events/${conference}/register`;
    expect(await (await mari.get(path)).text()).toContain('value="Mari"');
    const missing = await mari.post(path, { name: ' ', attendance: 'in-person', remind: 'day' });
    expect(missing.status).toBe(422);
    const again = await missing.text();
    expect(again).toContain('id="error-summary"');
    expect(again).toMatch(/value="day" checked/);
    const sent = { name: 'Mari <i>', attendance: 'in-person', email: 'mari@example.org', remind: 'day' };
    const done = await mari.post(path, sent);
    expect([done.status, done.headers.get('location')]).toEqual([303, `${path}?done`]);
    expect(await (await mari.get(`${path}?done&lang=en`)).text()).toContain('attend in person');
    expect(await text(reader, `/events/${conference}?lang=en`)).toContain('1 of 2 places taken');
    const csv = await text(staff, `/events/${conference}/registrations.csv`);
    expect(csv).toContain('Mari <i>,in-person,in,mari@example.org');
    expect(await text(staff, `/events/${conference}/registrations?lang=en`)).toContain('Mari &lt;i&gt;');
    await text(reader, `/events/${conference}/registrations`, 401);
    const out = await mari.post(`${path}/cancel`);
    expect(out.headers.get('location')).toBe(`${path}/cancelled`);
    expect(await text(reader, `/events/${conference}?lang=en`)).toContain('0 of 2 places taken');
  });

  it('writes no formula into a file that a spreadsheet opens', async () => {
    const person = await testPerson(fixture.node, { name: 'formula' });
    await person.post(`/events/${conference}/register`, { name: '=1+1', attendance: 'online' });
    expect(await text(staff, `/events/${conference}/registrations.csv`)).toContain("'=1+1");
  });
});

describe('announcing an event in the form', () => {
  const TASKS: Record<string, Record<string, string>> = {
    languages: { source: 'en' },
    title: { 'title.en': 'Data clinic', 'summary.en': 'Bring a dataset.' },
    sorting: { type: 'workshop', status: 'confirmed', topics: 'government' },
    when: { zone: 'Europe/Tallinn', start: '2027-03-16T10:00', end: '2027-03-16T12:00' },
    repeats: {
      'recurrence.repeats': 'weekly',
      'recurrence.times': '4',
      'recurrence.except': '2027-03-30T10:00',
      'recurrence.changed.0.at': '2027-03-23T10:00',
      'recurrence.changed.0.cancelled': 'yes',
    },
    where: { mode: 'online', online: 'https://live.example/clinic' },
    hosts: { 'hosts.0.name.en': 'Statistics' },
    registration: { 'registration.offered': 'yes', 'registration.places.online': '30' },
  };

  const begin = async (at = '/events/new') => {
    const answer = await staff(at, { form: { id: '' } });
    return answer.headers.get('location') ?? '';
  };
  const save = (draft: string, task: string, form: Record<string, string>) =>
    staff(`${draft}/${task}`, { form: { ...form, step: 'done' } });
  const write = async (changes: Record<string, Record<string, string>> = {}) => {
    const draft = await begin();
    for (const [task, form] of Object.entries({ ...TASKS, ...changes })) await save(draft, task, form);
    return draft;
  };

  it('is for who may', async () => {
    await text(reader, '/events/new', 401);
    await text(await fixture.as(['events.registrations']), '/events/new', 403);
  });

  it('goes task by task to the record, and back into the form as it was', async () => {
    const draft = await write();
    const check = await text(staff, `${draft}/check?lang=en`);
    expect(check).toContain('every week');
    const published = await staff(`${draft}/check`, { form: { step: 'publish' } });
    const receipt = published.headers.get('location') ?? '';
    expect(receipt).toContain('/receipt/');
    // Pressed twice: the same receipt.
    const twice = await staff(`${draft}/check`, { form: { step: 'publish' } });
    expect(twice.headers.get('location')).toBe(receipt);
    await text(staff, receipt);
    const path = receipt.slice(0, receipt.indexOf('/receipt/'));
    const { body, occurrences } = JSON.parse(await text(reader, `${path}.json`));
    expect(body.recurrence.rule).toBe('FREQ=WEEKLY;COUNT=4');
    expect(body.registration).toEqual({ guests: true, places: { online: 30 } });
    expect(occurrences.map((one: { cancelled: boolean }) => one.cancelled)).toEqual([false, true, false]);

    const revision = await begin(`${path}/revise`);
    await save(revision, 'when', { ...TASKS.when, end: '2027-03-16T13:00' });
    await text(staff, `${revision}/check?lang=en`);
    const { jti } = JSON.parse(await text(reader, `${path}.json`));
    const next = await staff(`${revision}/check`, {
      form: { step: 'publish', revised: path.split('/').at(-1) ?? '', prev: jti },
    });
    expect(next.status).toBe(303);
    const after = JSON.parse(await text(reader, `${path}.json`));
    expect(after.version).toBe(2);
    expect(after.body).toEqual({ ...body, end: '2027-03-16T13:00' });
    expect(await text(reader, `${path}/history?lang=en`)).toContain('/history/2/changes');
    expect(await text(reader, `${path}/history/2/changes?lang=en`)).toContain('Ends');
    await text(reader, `${path}/history/1`);
  });

  it('keeps names of speakers beside the record, session by session', async () => {
    const { repeats: _series, ...once } = TASKS;
    const draft = await begin();
    for (const [task, form] of Object.entries(once)) await save(draft, task, form);
    await save(draft, 'session-1', {
      'sessions.0.title.en': 'Opening',
      'sessions.0.start': '2027-03-16T10:00',
      'sessions.0.end': '2027-03-16T11:00',
      'sessions.0.speakers.0.name': 'Maret Tamm',
      'sessions.0.speakers.0.organisation.name.en': 'Statistics',
    });
    const published = await staff(`${draft}/check`, { form: { step: 'publish' } });
    const path = (published.headers.get('location') ?? '').split('/receipt/')[0] ?? '';
    const { body, speakers } = JSON.parse(await text(reader, `${path}.json`));
    expect(speakers).toEqual({ 's1:p1': 'Maret Tamm' });
    expect(JSON.stringify(body)).not.toContain('Maret');
    const revision = await begin(`${path}/revise`);
    expect(await text(staff, `${revision}/session-1`)).toContain('value="Maret Tamm"');
  });

  it('says what is wrong where it is, and keeps what was typed', async () => {
    const draft = await write();
    const early = await save(draft, 'when', { ...TASKS.when, end: '2027-03-16T09:00' });
    expect(early.status).toBe(422);
    const page = await early.text();
    expect(page).toContain('value="2027-03-16T09:00"');
    expect(page).toContain('aria-invalid="true"');
    await save(draft, 'when', TASKS.when ?? {});
    const nonsense = await save(draft, 'repeats', { ...TASKS.repeats, 'recurrence.except': 'Tuesday' });
    expect(nonsense.status).toBe(422);
    const never = await save(draft, 'repeats', { 'recurrence.repeats': 'yearly', 'recurrence.times': '40' });
    expect(never.status).toBe(422);
    expect((await staff(`${draft}/check`, { form: { step: 'publish' } })).status).toBe(422);
  });

  it('withdraws with the title typed', async () => {
    const draft = await write({ title: { 'title.en': 'Called off', 'summary.en': 'x' } });
    const published = await staff(`${draft}/check`, { form: { step: 'publish' } });
    const path = (published.headers.get('location') ?? '').split('/receipt/')[0] ?? '';
    expect((await staff(`${path}/withdraw`, { form: { reason: '', confirm: '' } })).status).toBe(422);
    const gone = await staff(`${path}/withdraw`, { form: { reason: 'No hall', confirm: 'called off' } });
    await text(staff, gone.headers.get('location') ?? '');
    expect(await text(reader, path)).toContain('No hall');
  });
});

describe('saying what came of it in the form', () => {
  it('publishes once, however often the button is pressed, and can be said anew', async () => {
    const past = await publishEvent(fixture.kernel, system, {
      body: { ...exampleEvent, sessions: [], start: '2026-12-04T09:00', end: '2026-12-04T16:00' },
    });
    const path = new URL(past.sub).pathname;
    const form = await text(staff, `${path}/outcome?lang=en`);
    const id = /name="id" value="([^"]+)"/.exec(form)?.[1] ?? '';
    expect((await staff(`${path}/outcome`, { form: { id, source: 'en', step: 'publish' } })).status).toBe(
      422,
    );
    const said = { id, source: 'en', step: 'publish', 'summary.en': 'They agreed.', attended: '80' };
    for (let i = 0; i < 2; i++) {
      const done = await staff(`${path}/outcome`, { form: said });
      expect(done.headers.get('location')).toBe(`${path}#outcome-${id}`);
    }
    expect(await text(reader, `${path}?lang=en`)).toContain('80 people were there.');
    const { outcomes } = JSON.parse(await text(reader, `${path}.json`));
    expect(outcomes).toHaveLength(1);
    const again = { ...said, prev: outcomes[0].jti, attended: '81' };
    expect((await staff(`/events/outcomes/${id}/revise`, { form: again })).status).toBe(303);
    expect((await staff(`/events/outcomes/${id}/revise`, { form: again })).status).toBe(409);
    expect(await text(reader, `${path}?lang=en`)).toContain('81 people were there.');
    expect((await reader(`/events/outcomes/${id}`)).headers.get('location')).toBe(`${path}#outcome-${id}`);
  });
});

describe('the API', () => {
  it('announces, revises with If-Match, and withdraws', async () => {
    const json = (path: string, body: unknown, more: object = {}) =>
      staff(`/api/v1${path}`, { json: body, headers: { accept: 'application/json' }, ...more });
    const made = await json('/events', exampleEvent);
    expect(made.status).toBe(201);
    const { jti, sub } = (await made.json()) as { jti: string; sub: string };
    const id = sub.split('/').at(-1);
    const unmatched = await json(`/events/self/${id}`, exampleEvent, { method: 'PUT' });
    expect(unmatched.status).toBe(428);
    const headers = { accept: 'application/json', 'if-match': `"${jti}"` };
    expect((await json(`/events/self/${id}`, exampleEvent, { method: 'PUT', headers })).status).toBe(201);
    expect((await json(`/events/self/${id}`, exampleEvent, { method: 'PUT', headers })).status).toBe(412);
    expect((await json('/events', { ...exampleEvent, end: 'never' })).status).toBe(422);
    expect((await json(`/events/self/${id}/registration`, { name: 'x' })).status).toBeGreaterThanOrEqual(400);
    expect((await staff(`/api/v1/events/self/${id}/registrations`)).status).toBe(200);
    expect((await reader(`/api/v1/events/self/${id}/registrations`)).status).toBe(401);
    expect((await json(`/events/self/${id}/withdrawal`, { reason: 'No hall' })).status).toBe(201);
  });
});
