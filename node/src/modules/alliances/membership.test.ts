import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAlliance, tendAlliances } from '../../kernel/alliances/index.ts';
import { type Ask, type Fixture, moduleNode, testPeering } from '../../testing/index.ts';
import { practices } from '../practices/index.ts';
import { alliances } from './index.ts';
import { readSeen } from './read/seen.ts';
import { SLUG, TITLE } from './testing.ts';

const operator = { type: 'system', reason: 'test' } as const;
const charter = {
  title: TITLE,
  text: { source: 'en', en: 'We share what works.' },
  principles: [{ source: 'en', en: 'Open by default' }],
};
const OURS = '/alliances/memberships/ours';
const MEMBERS = `/alliances/${SLUG}/members`;

let host: Fixture;
let guest: Fixture;
let atHost: Ask;
let atGuest: Ask;
let alliance: string;
let us: string;

beforeAll(async () => {
  const start = () => moduleNode([alliances, practices], { peering: testPeering() });
  [host, guest] = await Promise.all([start(), start()]);
  ({ id: alliance } = await createAlliance(host.kernel, operator, { slug: SLUG, charter }));
  atHost = await host.as(['kernel.alliances']);
  atGuest = await guest.as(['kernel.alliances']);
  us = guest.kernel.identity.origin;
}, 120_000);
afterAll(() => Promise.all([host, guest].map((one) => one?.stop())));

const text = async (answer: Promise<Response>) => await (await answer).text();
/** Sends a form that is taken, and answers the page of its receipt. */
async function done(ask: Ask, path: string, form: Record<string, string>): Promise<string> {
  const answer = await ask(path, { form });
  expect([answer.status, answer.status === 303 ? '' : await answer.text()]).toEqual([303, '']);
  return await text(ask(answer.headers.get('location') ?? ''));
}
/** Sends a form that is refused, and answers why. */
async function refused(ask: Ask, path: string, form: Record<string, string>): Promise<string> {
  const answer = await ask(path, { form });
  expect(answer.status).toBe(422);
  return await answer.text();
}
const join = `/alliances/memberships/join`;
const invite = () => done(atHost, `${MEMBERS}/invite`, { node: us });
const admit = () => done(atHost, `${MEMBERS}/admit`, { node: us });

describe('who belongs to an alliance', () => {
  it('is for administrators alone', async () => {
    const editor = await host.as(['alliances.*']);
    for (const path of [OURS, MEMBERS, `${MEMBERS}/invite`, join]) {
      expect((await editor(path)).status, path).toBe(403);
      expect((await atHost(path)).status, path).toBe(200);
    }
    const page = await text(editor(`/alliances/${SLUG}`));
    expect(page).not.toContain(MEMBERS);
    expect(await text(atHost(`/alliances/${SLUG}`))).toContain(MEMBERS);
  });

  it('says at either side what will be there while there is nothing', async () => {
    expect(await text(atHost(MEMBERS))).toContain('No other members yet');
    expect(await text(atGuest(OURS))).toContain('We belong to no alliance.');
    expect((await atHost(`${MEMBERS}/admit?node=${us}`)).status).toBe(404);
    expect(await refused(atGuest, join, { alliance: '' })).toContain('There is no alliance at this address.');
    expect((await atGuest(`/alliances/memberships/leave?alliance=${alliance}`)).status).toBe(404);
  });

  it('begins with an invitation, which names the address and the keys to send', async () => {
    expect(await refused(atHost, `${MEMBERS}/invite`, { node: 'Montaluz' })).toContain(
      'Give the address of a node',
    );
    const receipt = await invite();
    expect(receipt).toContain('The government is invited');
    const { kids } = await keys();
    for (const part of [alliance, ...kids]) expect(receipt).toContain(part);
    expect(await text(atHost(MEMBERS))).toContain(`${MEMBERS}/admit?`);
  });

  it('admits nobody who has not accepted', async () => {
    expect(await refused(atHost, `${MEMBERS}/admit`, { node: us })).toContain('has not accepted');
    const nobody = 'http://127.0.0.1:9';
    expect(await refused(atHost, `${MEMBERS}/admit`, { node: nobody })).toContain('does not answer now');
  });

  it('shows what is joined, by the word of the alliance itself, and joins it with the keys of the invitation', async () => {
    const to = await atGuest(join, { form: { alliance } });
    const shown = await text(atGuest(to.headers.get('location') ?? ''));
    for (const part of ['We share what works.', 'Open by default', 'What joining means'])
      expect(shown).toContain(part);
    expect(await text(atGuest(`${join}?alliance=${host.kernel.identity.origin}/alliances/x`))).toContain(
      'There is no alliance at this address.',
    );
    const other = { alliance, keys: 'x'.repeat(43) };
    expect(await refused(atGuest, join, other)).toContain('other keys than these');
    const { kids } = await keys();
    expect(await done(atGuest, join, { alliance, keys: kids.join('\n') })).toContain('We have joined');
    expect(await text(atGuest(OURS))).toContain('accepted, not admitted yet');
  });

  it('is complete once the host has admitted it', async () => {
    expect(await admit()).toContain('The government is a member');
    await tendAlliances(guest.kernel);
    expect(await text(atGuest(OURS))).toContain('we are a member');
    expect(await refused(atHost, `${MEMBERS}/invite`, { node: us })).toContain('It is a member already.');
    expect(await refused(atGuest, join, { alliance, keys: '' })).toContain('It is a member already.');
  });

  it('ends with a removal that says why, after its address was typed', async () => {
    const form = { node: us, reason: 'It broke the charter', confirm: 'no' };
    const path = `${MEMBERS}/remove`;
    expect(await refused(atHost, path, form)).toContain('What you typed is not its address.');
    expect(await refused(atHost, path, { ...form, reason: '', confirm: new URL(us).host })).toContain(
      'Say why.',
    );
    expect(await done(atHost, path, { ...form, confirm: new URL(us).host })).toContain('no member any more');
    const { records } = await readSeen(host.kernel.db);
    expect(records.memberships.at(-1)?.body).toMatchObject({
      ...{ action: 'removed', node: us, reason: 'It broke the charter' },
    });
    await tendAlliances(guest.kernel);
    expect(await text(atGuest(OURS))).toContain('we are no longer a member');
  });

  it('ends with its own word, after the title was typed, and the host cannot leave', async () => {
    await invite();
    await done(atGuest, join, { alliance, keys: '' });
    await admit();
    const path = '/alliances/memberships/leave';
    expect(await refused(atGuest, path, { alliance, confirm: 'The South' })).toContain('is not the title');
    const left = { alliance, confirm: 'the north', reason: 'Elections' };
    expect(await done(atGuest, path, left)).toContain('We have left');
    expect(await text(atGuest(OURS))).toContain('We belong to no alliance.');
    expect(await refused(atHost, path, left)).toContain('hands the alliance over first');
  });
});

async function keys(): Promise<{ kids: string[] }> {
  const answer = await fetch(`${alliance}/.well-known/openid-federation`);
  const payload = (await answer.text()).split('.')[1] ?? '';
  const { jwks } = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return { kids: jwks.keys.map(({ kid }: { kid: string }) => kid) };
}
