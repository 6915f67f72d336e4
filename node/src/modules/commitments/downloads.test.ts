import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { sync as nodeIcal } from 'node-ical';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ask, anonymous, type Fixture } from '../../testing/index.ts';
import { publishCommitment } from './commands.ts';
import type { CommitmentInput } from './commitment.ts';
import { exampleCommitment } from './examples.ts';
import { commitmentsNode, Partner } from './testing.ts';

const system = { type: 'system', reason: 'test' } as const;
const en = (text: string) => ({ source: 'en', en: text });
const PARTNER = 'https://montaluz.example';

let fixture: Fixture;
let reader: Ask;
let ours: string;
let theirs: { sub: string };

beforeAll(async () => {
  fixture = await commitmentsNode();
  reader = anonymous(fixture);
  const publish = (body: CommitmentInput) => publishCommitment(fixture.kernel, system, { body });
  ours = (await publish(exampleCommitment)).sub;
  const partner = await Partner.open(fixture.kernel, PARTNER, 'Montaluz');
  const id = uuidv7();
  theirs = { sub: `${PARTNER}/commitments/${id}` };
  await partner.tell(
    'commitment',
    {
      ...exampleCommitment,
      title: en('=HYPERLINK("https://evil.example")'),
      zone: 'Asia/Seoul',
      end: '2027',
      areas: ['health'],
      milestones: [{ key: 'words', title: en('No date'), deadlineText: en('Ongoing') }],
    },
    { id },
  );
});
afterAll(() => fixture?.stop());

const text = async (path: string) => (await reader(path)).text();

describe('deadlines as a calendar', () => {
  it('are the last days of commitments and milestones in their own zones, read alike by two readers', async () => {
    const answer = await reader('/commitments/deadlines.ics?lang=en');
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('set-cookie')).toBeNull();
    const ics = await answer.text();
    const first = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents('vevent').map((one) => {
      const { uid, summary, startDate, endDate } = new ICAL.Event(one);
      return { uid, summary, start: startDate.toJSDate(), end: endDate.toJSDate() };
    });
    const second = Object.values(nodeIcal.parseICS(ics)).flatMap((one) =>
      one?.type === 'VEVENT' ? [{ uid: one.uid, summary: one.summary, start: one.start, end: one.end }] : [],
    );
    const plain = (events: object[]) => JSON.parse(JSON.stringify(events)) as object[];
    expect(plain(second)).toEqual(plain(first));
    const [id, host] = [ours.split('/').at(-1), new URL(ours).host];
    expect(
      new Map(first.map(({ uid, start, end }) => [uid, [start.toISOString(), end.toISOString()]])),
    ).toEqual(
      new Map([
        // Clocks went back on 25 October, so the last day of October is in winter time.
        [`${id}@${host}`, ['2026-10-30T22:00:00.000Z', '2026-10-31T22:00:00.000Z']],
        [`${id}-portal@${host}`, ['2026-06-29T21:00:00.000Z', '2026-06-30T21:00:00.000Z']],
        [`${id}-law@${host}`, ['2026-09-29T21:00:00.000Z', '2026-09-30T21:00:00.000Z']],
        [
          `${theirs.sub.split('/').at(-1)}@montaluz.example`,
          ['2027-12-30T15:00:00.000Z', '2027-12-31T15:00:00.000Z'],
        ],
      ]),
    );
  });

  it('heed the filters of the list, and come in the reader’s language', async () => {
    expect(
      (await text('/commitments/deadlines.ics?origin=montaluz.example')).match(/BEGIN:VEVENT/g),
    ).toHaveLength(1);
    const estonian = await text('/commitments/deadlines.ics?origin=self&lang=et');
    expect(estonian).toContain('SUMMARY:Iga hange avaandmetena');
    expect(estonian).toContain('X-WR-CALNAME:Tähtajad – Kaldavere');
    expect(await text('/commitments/deadlines.ics?origin=nobody.example')).not.toContain('VEVENT');
  });
});

describe('commitments as open data', () => {
  it('are whole as JSON, as they were signed, with what follows from them', async () => {
    const file = JSON.parse(await text('/commitments.json')) as {
      format: string;
      items: Array<{ sub: string; origin: object; overdue: boolean; body: CommitmentInput }>;
    };
    expect(file.format).toBe('koinon-commitments@1');
    expect(new Set(file.items.map(({ sub }) => sub))).toEqual(new Set([ours, theirs.sub]));
    expect(file.items.find(({ sub }) => sub === ours)?.body).toEqual(exampleCommitment);
    const narrowed = JSON.parse(await text('/commitments.json?area=health')) as { items: object[] };
    expect(narrowed.items).toMatchObject([{ sub: theirs.sub, origin: { node: PARTNER, name: 'Montaluz' } }]);
  });

  it('are a line each as CSV, and no cell is a formula', async () => {
    const answer = await reader('/commitments.csv');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const rows = parse(await answer.text(), { columns: true }) as Array<Record<string, string>>;
    expect(rows).toHaveLength(2);
    const bySub = new Map(rows.map((row) => [row.address, row]));
    expect(bySub.get(ours)).toMatchObject({
      title: 'Iga hange avaandmetena',
      language: 'et',
      government: 'Kaldavere',
      leads: 'Ministry of Finance',
      due_at: '2026-10-31T22:00:00.000Z',
      milestones: '2',
    });
    expect(bySub.get(theirs.sub)?.title).toBe(`'=HYPERLINK("https://evil.example")`);
  });

  it('are an empty list where nothing fits', async () => {
    expect(JSON.parse(await text('/commitments.json?area=nothing'))).toMatchObject({ items: [], next: null });
    expect((await text('/commitments.csv?area=nothing')).trim().split('\r\n')).toHaveLength(1);
  });
});

describe('the feeds of the list', () => {
  it('say what is promised and by whom, narrowed as the list is', async () => {
    const answer = await reader('/commitments/feed.atom?area=health&lang=fr');
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const atom = await answer.text();
    expect(atom.match(/<entry>/g)).toHaveLength(1);
    expect(atom).toContain(`<id>${theirs.sub}</id>`);
    expect(atom).toContain('<category term="health" label="Health"/>');
    expect(atom).toContain('All contracts are published within a week');
    expect(atom).toContain(`href="${PARTNER}/commitments/feed.atom"`);
    const rss = await text('/commitments/feed.rss?origin=self');
    expect(rss.match(/<item>/g)).toHaveLength(1);
    expect(rss).toContain(`<guid isPermaLink="true">${ours}</guid>`);
  });
});
