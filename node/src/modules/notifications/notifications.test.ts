import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  MAIL_CERTIFICATE,
  type TestMailServer,
  testMailServer,
} from '../../kernel/login/testing/mail-server.ts';
import { sweepNotices } from '../../kernel/notices/index.ts';
import { eraseAccount, personalDataOf } from '../../kernel/personal-data/index.ts';
import {
  type Fixture,
  moduleNode,
  PartnerLog,
  type TestClock,
  type TestPerson,
  testClock,
  testPerson,
} from '../../testing/index.ts';
import { account } from '../account/index.ts';
import { PRACTICE, type PracticeInput, practices, publishPractice } from '../practices/index.ts';
import { planDigests, sendDigest } from './commands/send-digest.ts';
import { notifications } from './index.ts';

const DAY = 86_400_000;
const trusted = getCACertificates('default');
const staff = { type: 'staff' as const, id: 'x', name: 'Liis', permissions: ['practices.publish'] };
const en = (text: string) => ({ source: 'en', en: text });
const practice = (title: string, topics: PracticeInput['topics'] = ['health']): PracticeInput => ({
  title: en(title),
  summary: en('What we tried'),
  problem: en('It was slow'),
  done: en('We asked people'),
  stage: 'implementation',
  level: 'national',
  topics,
});

let mail: TestMailServer;
let fixture: Fixture;
let clock: TestClock;
beforeAll(async () => {
  clock = testClock();
  setDefaultCACertificates([...trusted, MAIL_CERTIFICATE]);
  mail = await testMailServer();
  fixture = await moduleNode([practices, account, notifications], {
    clock,
    config: { login: { methods: [], guests: { level: 'none' }, smtpUrl: mail.url() } },
  });
});
afterAll(async () => {
  await fixture?.stop();
  await mail?.close();
  setDefaultCACertificates(trusted);
});

const kernel = () => fixture.kernel;
const publish = async (body: PracticeInput) => {
  clock.advance(1000);
  const act = await publishPractice(kernel(), staff, { body });
  await kernel().records.waitLogged(act.jti, 10_000);
  return act;
};
const address = (what: Record<string, string>) => `/notifications/new?${new URLSearchParams(what)}`;
const follow = async (person: TestPerson, what: Record<string, string>) =>
  expect((await person.post('/notifications/follow', what)).status).toBe(303);
const page = async (person: TestPerson, path = '/notifications') => (await person.get(path)).text();
const linkIn = (letter: { raw: string } | undefined, path: string) =>
  new RegExp(`${path}/([A-Za-z0-9_-]{40,})`).exec(wholeLines(letter))?.[1] ?? '';
const wholeLines = (letter: { raw: string } | undefined) => (letter?.raw ?? '').replace(/=\r?\n/g, '');

async function withLetters(name: string, frequency = 'daily'): Promise<TestPerson> {
  const person = await testPerson(fixture.node, { name });
  const sent = await person.post('/notifications/letters', { frequency, email: `${name}@example.org` });
  expect(await sent.text()).toContain(`${name}@example.org`);
  const secret = linkIn(mail.letters.at(-1), '/notifications/confirm');
  expect((await person.post(`/notifications/confirm/${secret}`)).status).toBe(200);
  return person;
}

/** What the jobs would do at this moment. */
async function digest(person: TestPerson): Promise<number> {
  const before = mail.letters.length;
  await sendDigest(kernel(), { account: person.account, at: kernel().clock.now().toISOString() });
  return mail.letters.length - before;
}

describe('following', () => {
  test('a topic, a thing and a country shows their news, and nothing else', async () => {
    const mari = await testPerson(fixture.node, { name: 'mari-follows' });
    const followed = await publish(practice('Seed libraries', ['environment']));
    await follow(mari, { topic: 'education' });
    await follow(mari, { subject: followed.sub });
    await publish(practice('Night schools', ['education']));
    await publish(practice('Bus lanes', ['transport']));
    const html = await page(mari);
    expect(html).toContain('Night schools');
    expect(html).toContain('Seed libraries');
    expect(html).not.toContain('Bus lanes');
    await follow(mari, { node: kernel().identity.origin });
    expect(await page(mari)).toContain('Bus lanes');
    await mari.post('/notifications/unfollow', { node: kernel().identity.origin });
    expect(await page(mari)).not.toContain('Bus lanes');
  });

  test('twice is once, and the page of a thing says that it is followed', async () => {
    const mari = await testPerson(fixture.node, { name: 'mari-twice' });
    await Promise.all([1, 2, 3].map(() => follow(mari, { topic: 'energy' })));
    expect(await page(mari)).toContain('You follow 1 thing');
    expect(await page(mari, address({ topic: 'energy' }))).toContain('You follow this.');
  });

  test('is no one else’s business: another person sees nothing of it, and cannot end it', async () => {
    const [mari, jaan] = [
      await testPerson(fixture.node, { name: 'mari-private' }),
      await testPerson(fixture.node, { name: 'jaan-private' }),
    ];
    await follow(mari, { topic: 'justice' });
    await jaan.post('/notifications/unfollow', { topic: 'justice' });
    expect(await page(jaan)).toContain('You follow nothing yet');
    expect(await page(mari)).toContain('You follow 1 thing');
  });

  test('asks whoever is not logged in to log in, and offers the feed at once', async () => {
    const answer = await fetch(`${fixture.node.url}/notifications`, {
      redirect: 'manual',
      headers: { accept: 'text/html' },
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in?to=/notifications']);
    const html = await (await fetch(fixture.node.url + address({ topic: 'health' }))).text();
    expect(html).toContain('/sign-in?to=%2Fnotifications%2Fnew%3Ftopic%3Dhealth');
    expect(html).toContain('/notifications/feed.atom?topic=health');
  });

  test('what this node does not know, or two things at once, leads nowhere', async () => {
    const mari = await testPerson(fixture.node, { name: 'mari-odd' });
    for (const what of [
      { subject: 'https://elsewhere.example/practices/1' },
      { node: 'https://elsewhere.example' },
      { topic: 'Health <b>' },
      { topic: 'health', node: kernel().identity.origin },
      {},
    ]) {
      expect((await mari.get(address(what as Record<string, string>))).status).toBe(404);
      expect((await mari.post('/notifications/follow', what as Record<string, string>)).status).toBe(404);
    }
    expect(await page(mari)).toContain('You follow nothing yet');
  });

  test('is in the download of one’s data, and goes with the account', async () => {
    const mari = await withLetters('mari-goes');
    await follow(mari, { topic: 'regions' });
    const data = JSON.stringify(await personalDataOf(kernel(), mari.account));
    expect(data).toContain('mari-goes@example.org');
    expect(data).toContain('"regions"');
    await eraseAccount(kernel(), { type: 'system', reason: 'test' }, mari.account);
    for (const table of ['notifications_followed', 'notifications_reader', 'notifications_confirmation']) {
      const rows = await kernel()
        .db.selectFrom(table as 'account')
        .select('account' as 'id')
        .where('account' as 'id', '=', mari.account)
        .execute();
      expect(rows, table).toEqual([]);
    }
  });
});

describe('letters', () => {
  test('go to no address before its owner has opened the link there and pressed the button', async () => {
    const mari = await testPerson(fixture.node, { name: 'mari-unconfirmed' });
    await follow(mari, { topic: 'health' });
    await mari.post('/notifications/letters', { frequency: 'daily', email: 'victim@example.org' });
    const secret = linkIn(mail.letters.at(-1), '/notifications/confirm');
    expect((await mari.get(`/notifications/confirm/${secret}`)).status).toBe(200);
    await publish(practice('Clinics'));
    clock.advance(DAY);
    expect(await digest(mari)).toBe(0);
    clock.advance(DAY);
    expect((await mari.post(`/notifications/confirm/${secret}`)).status).toBe(403);
  });

  test('are not sent to one mailbox again and again', async () => {
    const mari = await testPerson(fixture.node, { name: 'mari-many' });
    const ask = () => mari.post('/notifications/letters', { frequency: 'daily', email: 'many@example.org' });
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push((await ask()).status);
    expect(answers).toEqual([200, 200, 200, 200, 429]);
  });

  test('say what is new since the last one, once, and nothing when nothing is', async () => {
    const mari = await withLetters('mari-daily');
    await follow(mari, { topic: 'science' });
    await publish(practice('Open instruments', ['science']));
    clock.advance(DAY);
    expect(await digest(mari)).toBe(1);
    const letter = mail.letters.at(-1);
    expect(letter?.to).toBe('mari-daily@example.org');
    expect(wholeLines(letter)).toContain('Open instruments');
    expect(letter?.raw).toMatch(/^List-Unsubscribe:\s+<http/m);
    expect(await digest(mari)).toBe(0);
    clock.advance(DAY);
    expect(await digest(mari)).toBe(0);
  });

  test('that went out while the process died have the same Message-ID the second time', async () => {
    const mari = await withLetters('mari-twins');
    await follow(mari, { topic: 'economy' });
    await publish(practice('Fair fees', ['economy']));
    clock.advance(DAY);
    const at = kernel().clock.now().toISOString();
    const before = mail.letters.length;
    await Promise.all([1, 2].map(() => sendDigest(kernel(), { account: mari.account, at })));
    const ids = mail.letters.slice(before).map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('stop by the link in them, without a login, and only by a press', async () => {
    const mari = await withLetters('mari-stops');
    await follow(mari, { topic: 'agriculture' });
    await publish(practice('Soil maps', ['agriculture']));
    clock.advance(DAY);
    expect(await digest(mari)).toBe(1);
    const stop = `/notifications/stop/${linkIn(mail.letters.at(-1), '/notifications/stop')}`;
    const stranger = await testPerson(fixture.node, { name: 'stranger' });
    expect(await page(stranger, stop)).toContain('Stop these letters?');
    await publish(practice('More soil maps', ['agriculture']));
    clock.advance(DAY);
    expect(await digest(mari)).toBe(1);
    expect((await stranger.post(stop)).status).toBe(200);
    await publish(practice('Still more soil maps', ['agriculture']));
    clock.advance(DAY);
    expect(await digest(mari)).toBe(0);
    const forged = `${stop.slice(0, -1)}${stop.endsWith('A') ? 'B' : 'A'}`;
    expect((await stranger.get(forged)).status).toBe(404);
  });

  test('stop where the mail server refuses the address for good, and the page says so', async () => {
    const mari = await withLetters('mari-moved');
    await follow(mari, { topic: 'society' });
    await publish(practice('Neighbours', ['society']));
    clock.advance(DAY);
    mail.unknown.add('mari-moved@example.org');
    expect(await digest(mari)).toBe(0);
    const later = await testPerson(fixture.node, { name: 'mari-moved' });
    expect(await page(later)).toContain('The last letter came back');
  });

  test('are planned for those whose day it is: daily ones every day, weekly ones on Mondays', async () => {
    const sent: string[] = [];
    const planning = {
      ...kernel(),
      jobs: {
        ...kernel().jobs,
        send: async (_: unknown, __: string, data: object) =>
          void sent.push((data as { account: string }).account),
      },
    };
    const [daily, weekly] = [await withLetters('mari-d'), await withLetters('mari-w', 'weekly')];
    const until = (day: number) => {
      while (kernel().clock.now().getUTCDay() !== day) clock.advance(DAY);
    };
    until(2);
    await planDigests(planning);
    expect(sent).toContain(daily.account);
    expect(sent).not.toContain(weekly.account);
    until(1);
    await planDigests(planning);
    expect(sent).toContain(weekly.account);
  });
});

describe('feeds', () => {
  test('of one topic are for everybody, in the language that the address asks for', async () => {
    await publish(practice('Tele-rehabilitation', ['health']));
    const answer = await fetch(`${fixture.node.url}/notifications/feed.atom?topic=health&lang=fr`);
    expect(answer.headers.get('content-type')).toContain('application/atom+xml');
    const xml = await answer.text();
    expect(xml).toContain('xml:lang="fr"');
    expect(xml).toContain('Tele-rehabilitation');
    const unknown = await fetch(`${fixture.node.url}/notifications/feed.atom?topic=health&node=x`);
    expect(unknown.status).toBe(404);
  });

  test('of a person need their secret address, which a new one ends', async () => {
    const mari = await testPerson(fixture.node, { name: 'mari-feed' });
    await follow(mari, { topic: 'international' });
    await publish(practice('Joint patrols', ['international']));
    await mari.post('/notifications/feed');
    const address = async () =>
      /\/notifications\/mine\/[A-Za-z0-9_-]+\/feed\.atom/.exec(await page(mari))?.[0] ?? '';
    const first = await address();
    const read = (path: string) => fetch(fixture.node.url + path);
    expect(await (await read(first)).text()).toContain('Joint patrols');
    await mari.post('/notifications/feed');
    expect((await read(first)).status).toBe(404);
    expect((await read(await address())).status).toBe(200);
  });
});

describe('news', () => {
  test('are forgotten with what they are about, and after some months', async () => {
    const act = await publish(practice('Mistaken figures', ['energy']));
    const read = async () =>
      (await (await fetch(`${fixture.node.url}/api/v1/news?topic=energy`)).json()) as {
        items: { jti: string }[];
      };
    expect((await read()).items.map(({ jti }) => jti)).toContain(act.jti);
    await kernel().database.transaction((tx) =>
      kernel().records.withdraw(tx, { ...staff, permissions: [] }, new URL(act.sub).pathname, 'wrong'),
    );
    expect((await read()).items.map(({ jti }) => jti)).not.toContain(act.jti);
    await publish(practice('Wind maps', ['energy']));
    clock.advance(101 * DAY);
    await sweepNotices(kernel());
    const left = await kernel().db.selectFrom('notice').select('jti').execute();
    expect(left).toEqual([]);
  });

  test('of a new partner do not begin with its history', async () => {
    const partner = await PartnerLog.open(kernel(), 'https://montaluz.example', 'Montaluz');
    const sub = `${partner.node}/practices/019aa3f0-0000-7000-8000-000000000001`;
    const said = await partner.say(PRACTICE, sub, practice('Long known', ['health']), null);
    expect(said.flag).toBeNull();
    const news = await kernel()
      .db.selectFrom('notice')
      .select('jti')
      .where('node', '=', partner.node)
      .execute();
    expect(news).toEqual([]);
  });
});
