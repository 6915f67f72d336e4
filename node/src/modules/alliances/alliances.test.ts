import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, anonymous, type Fixture, type TestClock, testClock } from '../../testing/index.ts';
import {
  exampleCharter,
  exampleContribution,
  exampleDeclaration,
  exampleGroup,
  exampleMeeting,
} from './examples.ts';
import { CHAIR_ANSWER, DECLARATION, SIGNATURE } from './kinds.ts';
import { alliancesNode, hostSays, Partner } from './testing.ts';

let fixture: Fixture & { alliance: string };
let clock: TestClock;
let staff: Ask;
let reader: Ask;
let montaluz: Partner;
let stranger: Partner;
let alliance: string;
let self: string;

beforeAll(async () => {
  clock = testClock(new Date('2026-11-20T12:00:00Z'));
  fixture = await alliancesNode({ clock });
  ({ alliance } = fixture);
  self = fixture.kernel.identity.origin;
  staff = await fixture.as(['alliances.*', 'practices.*']);
  reader = anonymous(fixture);
  montaluz = await Partner.open(fixture.kernel, 'https://montaluz.example', 'Montaluz');
  stranger = await Partner.open(fixture.kernel, 'https://haesol.example', 'Haesol');
  for (const partner of [montaluz, stranger]) partner.clock = clock;
  await montaluz.belong('joined', alliance);
  await hostSays(fixture, 'admitted', montaluz.node, alliance);
  clock.advance(60_000);
});
afterAll(() => fixture?.stop());

const api = '/api/v1';
interface Made {
  jti: string;
  sub: string;
  id: string;
  path: string;
}
async function made(answer: Response): Promise<Made> {
  const act = (await answer.json()) as { jti: string; sub: string };
  expect({ status: answer.status, act }).toMatchObject({ status: 201 });
  return { ...act, id: act.sub.split('/').at(-1) ?? '', path: new URL(act.sub).pathname };
}
const post = (path: string, body: unknown) => staff(`${api}/${path}`, { json: { alliance, body } });
const read = async <T = Record<string, unknown>>(path: string) =>
  (await (await reader(`${api}/alliances/self/north${path}`)).json()) as T;
const sign = (of: string, text: Pick<Made, 'sub' | 'jti'>) =>
  staff(`${api}/alliance-signatures`, {
    json: { alliance, of, text: { sub: text.sub, jti: text.jti }, signature: {} },
  });
/** A signature of a partner under a text of ours, word for word unless the test says otherwise. */
async function signedBy(partner: Partner, of: string, text: Made, digest?: string) {
  const table = of === 'charter' ? 'alliances_charter' : 'alliances_declaration';
  const row = await fixture.kernel.db
    .selectFrom(table as never)
    .select('digest' as never)
    .where('jti' as never, '=', text.jti as never)
    .executeTakeFirstOrThrow();
  const exact = {
    ...{ sub: text.sub, jti: text.jti, digest: digest ?? (row as { digest: string }).digest },
    ...{ title: { source: 'en', en: 'It' }, origin: { node: self, name: 'Kaldavere' } },
  };
  return await partner.tell(SIGNATURE, 'signatures', alliance, { of, text: exact }, uuidv7());
}
const standing = async (list: string, jti: string) => {
  const { items } = await read<{ items: { jti: string; standing: { state: string; signers: object[] } }[] }>(
    `/${list}?limit=100`,
  );
  return items.find((item) => item.jti === jti)?.standing;
};

describe('a charter', () => {
  it('is in force once every member has signed these very bytes', async () => {
    const charter = await made(await post('alliance-charters', exampleCharter));
    expect(await read('')).toMatchObject({
      charter: null,
      members: [{ node: self }, { node: montaluz.node }],
    });
    await made(await sign('charter', charter));
    await signedBy(montaluz, 'charter', charter, 'f'.repeat(64));
    await signedBy(stranger, 'charter', charter);
    expect(await standing('charters', charter.jti)).toMatchObject({ state: 'waiting' });
    await signedBy(montaluz, 'charter', charter);
    expect(await read('')).toMatchObject({ charter: { jti: charter.jti, standing: { state: 'adopted' } } });
    expect(await (await sign('charter', charter)).json()).toMatchObject({
      status: 409,
      code: 'already-signed',
    });
    const page = await (await reader('/alliances/north/charter')).text();
    expect(page).toContain('Share the code');
  });
});

describe('a declaration', () => {
  it('waits for every member by name, and stays adopted when one takes its signature back', async () => {
    const text = await made(await post('alliance-declarations', exampleDeclaration));
    const signature = await made(await sign('declaration', text));
    expect(await standing('declarations', text.jti)).toMatchObject({
      state: 'waiting',
      signers: [
        { node: self, state: 'signed', jti: signature.jti },
        { node: montaluz.node, state: 'waiting', jti: null },
      ],
    });
    await signedBy(montaluz, 'declaration', text);
    clock.advance(60_000);
    const withdrawn = await staff(`${api}/alliance-signatures/self/${signature.id}/withdrawal`, {
      json: { reason: 'A mistake' },
    });
    expect(withdrawn.status).toBe(201);
    expect(await standing('declarations', text.jti)).toMatchObject({
      state: 'adopted',
      signers: [{ state: 'withdrawn' }, { state: 'signed' }],
    });
  });

  it('is never revised, neither ours nor a partner’s', async () => {
    const text = await made(await post('alliance-declarations', exampleDeclaration));
    const put = await staff(`${api}/alliance-declarations/self/${text.id}`, { method: 'PUT', json: {} });
    expect([404, 405]).toContain(put.status);
    const id = uuidv7();
    const first = await montaluz.tell(DECLARATION, 'declarations', alliance, exampleDeclaration, id);
    const second = await montaluz.tell(
      DECLARATION,
      'declarations',
      alliance,
      exampleDeclaration,
      id,
      first.jti,
    );
    expect([first.flag, second.flag]).toEqual([null, 'never-revised']);
  });

  it('of a stranger counts for nothing, and nobody can sign it', async () => {
    const told = await stranger.tell(DECLARATION, 'declarations', alliance, exampleDeclaration, uuidv7());
    expect(await standing('declarations', told.jti)).toMatchObject({ state: 'void' });
    expect(await (await sign('declaration', told)).json()).toMatchObject({ code: 'nothing-to-sign' });
    const page = await reader(told.path);
    expect(await page.text()).toContain('This does not count');
  });

  it('is not proposed by a node that is no member, nor signed by staff without the permission', async () => {
    const elsewhere = await staff(`${api}/alliance-declarations`, {
      json: { alliance: 'https://haesol.example/alliances/x', body: exampleDeclaration },
    });
    expect(elsewhere.status).toBe(404);
    const text = await made(await post('alliance-declarations', exampleDeclaration));
    const editor = await fixture.as(['alliances.publish']);
    expect((await editor(`${text.path}/sign`)).status).toBe(403);
    const json = { alliance, of: 'declaration', text: { sub: text.sub, jti: text.jti }, signature: {} };
    expect((await editor(`${api}/alliance-signatures`, { json })).status).toBe(403);
  });
});

describe('the chair', () => {
  it('is offered to the next only, and the next answers', async () => {
    const term = { start: '2026-11-01', end: '2027-10-31' };
    const wrong = await post('alliance-chairs', { ...term, to: stranger.node });
    expect(await wrong.json()).toMatchObject({ status: 422, code: 'not-next' });
    const backwards = await post('alliance-chairs', { start: '2027-01-01', end: '2026-01-01' });
    expect(backwards.status).toBe(422);
    const offer = await made(await post('alliance-chairs', term));
    expect(await read('')).toMatchObject({ chair: { node: self, next: { node: montaluz.node } } });
    const own = await staff(`${api}/alliance-chair-answers`, {
      json: { alliance, handOver: offer.sub, answer: { answer: 'accepted' } },
    });
    expect(await own.json()).toMatchObject({ code: 'nothing-to-answer' });
    const { digest } = (await fixture.kernel.db
      .selectFrom('alliances_hand_over' as never)
      .select('digest' as never)
      .executeTakeFirstOrThrow()) as { digest: string };
    const handOver = {
      ...{ sub: offer.sub, jti: offer.jti, digest, title: { source: 'en', en: 'It' } },
      origin: { node: self, name: 'Kaldavere' },
    };
    clock.advance(60_000);
    await montaluz.tell(CHAIR_ANSWER, 'chair-answers', alliance, { handOver, answer: 'accepted' }, uuidv7());
    expect(await read('')).toMatchObject({
      chair: { node: montaluz.node, terms: [{ node: self }, { node: montaluz.node, start: '2026-11-01' }] },
    });
    expect((await post('alliance-chairs', term)).status).toBe(409);
    expect((await reader('/alliances/north/chair')).status).toBe(200);
  });
});

describe('groups, meetings and contributions', () => {
  it('are joined, revised with what came of them, and stand in the calendar, the feed and the figures', async () => {
    const group = await made(await post('alliance-groups', exampleGroup([self])));
    const joining = { json: { alliance, group: group.sub, membership: {} } };
    await made(await staff(`${api}/alliance-group-memberships`, joining));
    const twice = await staff(`${api}/alliance-group-memberships`, joining);
    expect(await twice.json()).toMatchObject({ code: 'already-in-group' });
    const meeting = await made(await post('alliance-meetings', { ...exampleMeeting, group: group.sub }));
    const at = `${api}/alliance-meetings/self/${meeting.id}`;
    const outputs = [{ title: { source: 'en', en: 'Report' }, url: 'https://kaldavere.example/report' }];
    const revised = {
      method: 'PUT',
      json: { ...exampleMeeting, outputs },
      headers: { 'if-match': `"${meeting.jti}"` },
    };
    expect((await staff(at, revised)).status).toBe(201);
    expect((await staff(at, revised)).status).toBe(412);
    await made(await post('alliance-contributions', { ...exampleContribution, about: meeting.sub }));
    const lost = await post('alliance-contributions', {
      ...exampleContribution,
      about: `${self}/practices/x`,
    });
    expect(await lost.json()).toMatchObject({ code: 'unknown-subject' });
    const { quarters } = await read<{ quarters: { quarter: string; counts: object }[] }>('');
    expect(quarters.at(-1)).toMatchObject({ quarter: '2026-Q4', counts: { meeting: 1 } });
    expect(await (await reader('/alliances/north/meetings.ics')).text()).toContain('SUMMARY:Yearly meeting');
    expect(await (await reader('/alliances/north/feed.atom')).text()).toContain('Two weeks of testing');
    for (const path of ['', '/declarations', '/groups', '/meetings', '/contributions']) {
      expect((await reader(`/alliances/north${path}`)).status).toBe(200);
      expect((await reader(`/alliances/north${path}.json`)).headers.get('content-type')).toContain('json');
    }
    expect(await (await reader(group.path)).text()).toContain('Digital identity');
    expect(await (await reader(meeting.path)).text()).toContain('Report');
    expect((await reader('/alliances/south')).status).toBe(404);
    expect((await reader(`/alliances/meetings/${uuidv7()}`)).status).toBe(404);
  });
});

describe('a form', () => {
  it('comes back with everything typed and says which field to put right', async () => {
    const empty = await staff('/alliances/north/meetings/new', {
      form: { source: 'en', 'title.en': 'A <b>meeting</b>', start: '2026-13-01T09:00', zone: 'Mars/Here' },
    });
    expect(empty.status).toBe(422);
    const html = await empty.text();
    expect(html).toContain('A &lt;b&gt;meeting&lt;/b&gt;');
    expect(html).toContain('Time zone: ');
    expect(html).toContain('href="#f-level"');
  });

  it('publishes once however often it is sent, and leads to the receipt', async () => {
    const form = {
      ...{ id: uuidv7(), source: 'en', 'title.en': 'Open minutes', 'text.en': 'All minutes are open.' },
      ...{ lang: 'et', 'title.et': 'Avatud protokollid', 'text.et': 'Kõik protokollid on avatud.' },
    };
    const first = await staff('/alliances/north/declarations/new', { form });
    expect(first.status).toBe(303);
    const receipt = first.headers.get('location') ?? '';
    expect(await (await staff(receipt)).text()).toContain('The declaration is proposed');
    const second = await staff('/alliances/north/declarations/new', { form });
    expect(second.headers.get('location')).toBe('/alliances/north');
    const { items } = await read<{ items: { body: { title: object } }[] }>('/declarations');
    expect(
      items.filter(({ body }) => JSON.stringify(body.title).includes('Avatud protokollid')),
    ).toHaveLength(1);
  });

  it('is for staff of a member alone', async () => {
    expect((await reader('/alliances/north/declarations/new')).status).toBe(401);
    const other = await fixture.as(['practices.publish']);
    expect((await other('/alliances/north/declarations/new')).status).toBe(403);
  });
});

describe('whoever follows an alliance', () => {
  it('finds it by its name, and hears of who belongs to it and of all that its members do in it', async () => {
    const { db } = fixture.kernel;
    const found = await db
      .selectFrom('search')
      .select(['path', 'title'])
      .where('sub', '=', alliance)
      .execute();
    expect(found).toEqual([{ path: '/alliances/north', title: 'The North' }]);
    expect(await (await reader('/alliances/north')).text()).toContain(
      `/notifications/new?${new URLSearchParams({ subject: alliance })}`,
    );
    const told = await db
      .selectFrom('notice')
      .select('sub')
      .where(sql<boolean>`${alliance} = any(subjects)`)
      .execute();
    const kinds = new Set(told.map(({ sub }) => sub.replace(/^.*\/alliances\//, '').replace(/\/[^/]*$/, '')));
    for (const kind of ['north/members', 'charters', 'declarations', 'hand-overs', 'meetings', 'groups'])
      expect([...kinds]).toContain(kind);
  });
});

describe('a member that leaves', () => {
  it('is waited for no more, and what it says afterwards counts for nothing', async () => {
    const text = await made(await post('alliance-declarations', exampleDeclaration));
    await made(await sign('declaration', text));
    clock.advance(60_000);
    await montaluz.belong('left', alliance);
    clock.advance(60_000);
    expect(await standing('declarations', text.jti)).toMatchObject({
      state: 'adopted',
      signers: [{ state: 'signed' }, { node: montaluz.node, state: 'left' }],
    });
    const told = await montaluz.tell(DECLARATION, 'declarations', alliance, exampleDeclaration, uuidv7());
    expect(await standing('declarations', told.jti)).toMatchObject({ state: 'void' });
    expect(await read('')).toMatchObject({ chair: { node: self, acting: true }, members: [{ node: self }] });
  });
});
