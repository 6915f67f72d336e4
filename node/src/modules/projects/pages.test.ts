import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ask, anonymous, type Fixture } from '../../testing/index.ts';
import { exampleCall, exampleDecision, exampleExpert, exampleProject } from './examples.ts';
import { Partner, projectsNode, referenceTo } from './testing.ts';

let fixture: Fixture;
let staff: Ask;
let reader: Ask;
let north: Partner;
let origin: string;
/** A project of ours with a partner, and one of the partner that invites us. */
let ours: { sub: string; path: string; decision: string };
let theirs: { sub: string; path: string };

const en = (text: string) => ({ source: 'en', en: text });

beforeAll(async () => {
  fixture = await projectsNode();
  staff = await fixture.as(['projects.*']);
  reader = anonymous(fixture);
  origin = fixture.kernel.identity.origin;
  north = await Partner.open(fixture.kernel, 'https://north.example', '<b>North</b>');
  const made = await act('/projects', exampleProject([north.node], origin));
  const project = referenceTo(made);
  await north.tell('membership', { project });
  const write = (entry: object) => act('/project-entries', { project: made.sub, entry });
  await write({ type: 'contribution', amount: '1250.5', unit: 'EUR', text: en('<script>alert(1)</script>') });
  await write({ type: 'spending', amount: '250', unit: 'EUR', workPackage: 'wp1' });
  await write({ type: 'pledge', amount: '40', unit: 'hours' });
  const paid = { project, number: 1, type: 'contribution', amount: '3', unit: 'pieces', text: en('Phones') };
  await north.tell('entry', paid);
  await north.tell('entry', { ...paid, number: 9 });
  const decision = await act('/project-decisions', { project: made.sub, decision: exampleDecision });
  await act('/project-votes', { decision: decision.sub, vote: { option: 'cc0' } });
  await act('/project-updates', { project: made.sub, update: { milestone: 'm1', text: en('We agreed.') } });
  await act('/project-outputs', {
    project: made.sub,
    output: {
      kind: 'dataset',
      title: en('Terms'),
      url: 'https://north.example/terms.csv',
      sha256: 'a'.repeat(64),
    },
  });
  await act('/project-calls', { ...exampleCall, project: made.sub });
  await act('/expert-requests', exampleExpert);
  await north.tell('offer', exampleExpert);
  const path = new URL(made.sub).pathname;
  ours = { sub: made.sub, path, decision: new URL(decision.sub).pathname };
  theirs = await north.tell('project', exampleProject([origin], north.node));
});
afterAll(() => fixture?.stop());

async function act(path: string, json: unknown) {
  const response = await staff(`/api/v1${path}`, { json });
  if (response.status !== 201) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as { sub: string; jti: string };
}

async function html(path: string, as = reader): Promise<string> {
  const response = await as(path);
  expect(`${path} ${response.status}`).toBe(`${path} 200`);
  return await response.text();
}

describe('a reader', () => {
  test('sees who takes part, what each put in, what was decided and what came of it', async () => {
    const page = await html(ours.path);
    for (const words of [
      '€1,250.50',
      '€1,000.50',
      'overdue',
      'CC0',
      'not signed yet',
      'Terms',
      'Milestone done:',
    ])
      expect(page).toContain(words);
    expect(page).toContain('&lt;b&gt;North&lt;/b&gt;');
  });

  test('sees every entry with its record, those that do not count with the reason', async () => {
    const page = await html(`${ours.path}/ledger`);
    expect(page).toContain('The ledger balances');
    expect(page).toContain('An earlier entry of this node is missing here.');
    expect(page).toContain(`koinon projects ledger ${origin}${ours.path}/ledger.json`);
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('3 pieces');
  });

  test.each(['fr', 'es', 'et', 'fi', 'da', 'ko', 'he', 'ar'])('reads every page in %s', async (lang) => {
    for (const path of [
      '/projects',
      ours.path,
      `${ours.path}/ledger`,
      theirs.path,
      '/projects/calls',
      '/projects/experts',
    ])
      expect(await html(`${path}?lang=${lang}`)).toContain(`lang="${lang}"`);
  });

  test('gets the ledger as CSV in which nothing runs, and the milestones as a calendar', async () => {
    const csv = await html(`${ours.path}/ledger.csv`);
    expect(csv.split('\r\n')[0]).toBe(
      'number,node,signed_at,on,type,amount,unit,of,work_package,state,reason,reversed_by,available_after,text,language,address,record',
    );
    expect(csv).toContain(',contribution,1250.5,EUR,');
    const calendar = await html(`${ours.path}/milestones.ics`);
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(calendar).toContain('TZID=Europe/Tallinn');
  });

  test('follows a project by its feed', async () => {
    const feed = await html(`${ours.path}/feed.atom`);
    expect(feed.match(/<entry>/g)?.length).toBe(5);
    expect(await html('/projects/feed.atom')).toContain('A shared translation memory');
  });

  test('is led from a record of a project to where it is shown', async () => {
    const { entries } = (await (await reader(`${ours.path}/ledger.json`)).json()) as {
      entries: { sub: string }[];
    };
    const entry = new URL(entries.find(({ sub }) => sub.startsWith(origin))?.sub ?? '').pathname;
    const response = await reader(entry);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`${ours.path}/ledger#entry-${entry.split('/').at(-1)}`);
  });

  test('is refused the forms', async () => {
    for (const verb of ['pledge', 'join', 'decide', 'output', 'revise', 'withdraw'])
      expect((await reader(`${ours.path}/${verb}`)).status).toBe(401);
    expect((await reader('/projects/nothing')).status).toBe(404);
    expect((await reader(`/projects/${uuidv7()}`)).status).toBe(404);
  });

  test('gets a project that was withdrawn with a notice, and its ledger', async () => {
    const made = await act('/projects', exampleProject([], origin));
    const path = new URL(made.sub).pathname;
    await staff(`/api/v1${path.replace('/projects/', '/projects/self/')}/withdrawal`, {
      json: { reason: 'No money' },
    });
    expect(await html(path)).toContain('No money');
    expect((await staff(`${path}/pledge`)).status).toBe(409);
  });
});

describe('staff', () => {
  const send = (path: string, form: Record<string, string | string[]>) => staff(path, { form });

  test('pledge in a form: what is wrong is said and kept, what is right is published once', async () => {
    const path = `${ours.path}/pledge`;
    const wrong = await send(path, { amount: '1,5', unit: 'EUR', source: 'en', 'text.en': 'For the server' });
    expect(wrong.status).toBe(422);
    const page = await wrong.text();
    expect(page).toContain('Write digits with a point');
    expect(page).toContain('For the server');
    const form = { id: uuidv7(), amount: '1.5', unit: 'EUR', source: 'en' };
    const right = await send(path, form);
    expect(right.status).toBe(303);
    expect((await send(path, form)).headers.get('location')).toBe(right.headers.get('location'));
    expect(await html(right.headers.get('location') ?? '', staff)).toContain('The entry is in the ledger');
  });

  test('are told why an entry would not count, on the form', async () => {
    const refused = await send(`${ours.path}/spend`, { amount: '9999', unit: 'EUR', source: 'en' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('It is more than the project has.');
  });

  test('acknowledge all that is left of a contribution, and reverse that', async () => {
    const { entries } = (await (await reader(`${ours.path}/ledger.json`)).json()) as {
      entries: { sub: string; body: { type: string }; node: string; state: string }[];
    };
    const of = entries.find(({ node, state }) => node === north.node && state === 'counts')?.sub ?? '';
    expect(await html(`${ours.path}/acknowledge`, staff)).toContain(of);
    expect((await send(`${ours.path}/acknowledge`, { of, source: 'en' })).status).toBe(303);
    expect((await staff(`${ours.path}/acknowledge`)).status).toBe(404);
    const page = await html(`${ours.path}/reverse`, staff);
    const entry = /value="([^"]+)"[^>]*>\s*<label[^>]*>Arrived/.exec(page)?.[1] ?? '';
    expect((await send(`${ours.path}/reverse`, { of: entry, source: 'en' })).status).toBe(303);
  });

  test('join a project, decide, vote, tell and leave', async () => {
    expect((await send(`${theirs.path}/join`, { source: 'en', 'part.en': 'We search.' })).status).toBe(303);
    const decide = await send(`${theirs.path}/decide`, {
      ...{ source: 'en', 'title.en': 'Name', 'text.en': 'Which?', rule: 'all', zone: 'UTC' },
      ...{ 'options.0.title.en': 'One', 'options.1.title.en': 'Two' },
    });
    expect(decide.status).toBe(303);
    const decision = (decide.headers.get('location') ?? '').replace(/\/receipt.*/, '');
    expect((await send(`${decision}/vote`, { option: '3' })).status).toBe(422);
    expect((await send(`${decision}/vote`, { option: '2' })).status).toBe(303);
    expect((await send(`${theirs.path}/update`, { 'text.en': 'Done', milestone: 'm2' })).status).toBe(303);
    const page = await html(theirs.path, staff);
    const leave = /href="(\/projects\/memberships\/[^"]+\/withdraw)"/.exec(page)?.[1] ?? '';
    expect((await send(leave, { reason: 'Enough', confirm: 'wrong' })).status).toBe(422);
    const left = await send(leave, { reason: 'Enough', confirm: 'a shared  translation memory' });
    expect(left.status).toBe(303);
    expect(await html(theirs.path)).toContain('has left');
  });

  test('write a project task by task, and publish it once', async () => {
    const id = uuidv7();
    expect((await send('/projects/new', { id })).headers.get('location')).toBe(`/projects/drafts/${id}`);
    const task = (name: string, form: Record<string, string | string[]>) =>
      send(`/projects/drafts/${id}/${name}`, form);
    await task('languages', { source: 'en', lang: 'et' });
    expect((await task('title', { 'title.en': '' })).status).toBe(422);
    await task('title', { 'title.en': 'Ferries', 'title.et': 'Praamid', 'summary.en': 'Ferries together.' });
    await task('charter', { 'charter.en': 'All is open.' });
    await task('partners', { partners: [north.node] });
    await task('packages', { 'workPackages.0.title.en': 'Ships', 'workPackages.0.lead': north.node });
    await task('milestones', {
      ...{
        'milestones.0.title.en': 'Afloat',
        'milestones.0.deadline': '2030',
        'milestones.0.workPackage': 'wp1',
      },
      zone: 'Europe/Tallinn',
    });
    await task('sorting', { topics: ['transport'], languages: ['en', 'et'] });
    expect(await html(`/projects/drafts/${id}/check`, staff)).toContain('Praamid');
    const made = await send(`/projects/drafts/${id}/check`, {});
    expect(made.status).toBe(303);
    expect((await send(`/projects/drafts/${id}/check`, {})).headers.get('location')).toBe(
      made.headers.get('location'),
    );
    expect(await html(`/projects/${id}`)).toContain('Afloat');

    const revision = await send(`/projects/${id}/revise`, { id: uuidv7() });
    const draft = revision.headers.get('location') ?? '';
    await send(`${draft}/title`, {
      'title.en': 'Ferries and ports',
      'title.et': 'Praamid',
      'summary.en': 'Both.',
    });
    const check = await html(`${draft}/check`, staff);
    const prev = /name="prev" value="([^"]+)"/.exec(check)?.[1] ?? '';
    expect((await send(`${draft}/check`, { prev })).status).toBe(303);
    const revised = (await (await reader(`/projects/${id}.json`)).json()) as {
      version: number;
      body: { title: { en: string }; workPackages: unknown[]; partners: { node: string }[] };
    };
    expect(revised).toMatchObject({
      version: 2,
      body: {
        title: { en: 'Ferries and ports', et: 'Praamid' },
        partners: [{ node: north.node }],
        workPackages: [{ key: 'wp1', lead: north.node }],
        milestones: [{ key: 'm1', deadline: '2030', workPackage: 'wp1' }],
      },
    });
  });

  test('look for partners, answer, offer and ask for expertise', async () => {
    const call = await north.tell('call', exampleCall);
    expect((await send(`${call.path}/answer`, { source: 'en', 'text.en': 'We would.' })).status).toBe(303);
    expect(await html(call.path)).toContain('1 answer');
    const asked = {
      source: 'en',
      'title.en': 'Nurses',
      'text.en': 'Two',
      topics: ['health'],
      languages: ['en'],
      zone: 'UTC',
    };
    expect((await send('/projects/calls/new', { ...asked, deadline: 'soon' })).status).toBe(422);
    const made = await send('/projects/calls/new', { ...asked, deadline: '2031' });
    expect(made.status).toBe(303);
    const path = (made.headers.get('location') ?? '').replace(/\/receipt.*/, '');
    expect(await html(`${path}/revise`, staff)).toContain('Nurses');
    for (const thing of ['offers', 'requests']) {
      expect((await send(`/projects/experts/${thing}/new`, asked)).status).toBe(422);
      const offered = { ...asked, 'organisation.name.en': 'Hospital' };
      expect((await send(`/projects/experts/${thing}/new`, offered)).status).toBe(303);
    }
    expect(await html('/projects/experts')).toContain('Hospital');
  });

  test('see every form', async () => {
    for (const verb of [
      'pledge',
      'contribute',
      'spend',
      'decide',
      'output',
      'update',
      'call',
      'revise',
      'withdraw',
    ])
      await html(`${ours.path}/${verb}`, staff);
    for (const path of ['/projects', ours.path, '/projects/calls', '/projects/experts', '/projects/new'])
      await html(path, staff);
  });
});
