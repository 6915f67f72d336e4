import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { TooSoon } from '../../kernel/keys/error.ts';
import { retireKey, rotateKey } from '../../kernel/keys/rotate.ts';
import { providerSigners } from '../../kernel/login/provider/signing-keys.ts';
import { loginNodes } from '../../kernel/login/testing/login-nodes.ts';
import { TestBrowser, type TestNode } from '../../testing/index.ts';

const OPERATOR = { type: 'system', reason: 'test' } as const;
const HOUR = 3_600_000;

let home: TestNode;
let away: TestNode;
beforeAll(async () => {
  // Both libraries read the time for themselves, so it is moved for the whole process.
  vi.useFakeTimers({ toFake: ['Date'] });
  [home, away] = (await loginNodes(2, { rateLimits: { signIn: { points: 100, seconds: 900 } } })) as [
    TestNode,
    TestNode,
  ];
}, 120_000);
afterAll(async () => {
  await Promise.all([home, away].map((node) => node?.stop()));
  vi.useRealTimers();
});

const pass = (hours: number) => vi.setSystemTime(Date.now() + hours * HOUR);
const keys = () => home.kernel.keys.signers('provider').map(({ id }) => id);
const signing = () => providerSigners(home.kernel.keys, Math.floor(Date.now() / 1000))[0].id;

/** Mari of one node logs in at the other; where she arrives. */
async function logIn(of: TestNode, at: TestNode): Promise<string> {
  const browser = new TestBrowser();
  const signIn = await browser.get(`${at.url}/login/home/${new URL(of.url).host}?to=/practices`);
  const eid = await browser.press(signIn, /^\/login\/test-eid/);
  const consent = await browser.send(eid, '/login/test-eid', { person: 'mari' });
  const back = await browser.send(consent, new URL(consent.url).pathname, { answer: 'yes' });
  return (await browser.press(back, /^\/oidc\/auth\//)).url;
}

/** The key signs tokens for those who log in elsewhere, and proves this node to the homes of its guests. */
async function bothWaysWork(): Promise<void> {
  expect(await logIn(home, away)).toBe(`${away.url}/practices`);
  expect(await logIn(away, home)).toBe(`${home.url}/practices`);
}

describe('the key with which a node logs people in elsewhere, and asks for the login of its guests', () => {
  test('rolls over while both nodes run, and no login fails at any hour of it', async () => {
    await bothWaysWork();
    const [old] = keys();
    const { id } = await rotateKey(home.kernel, OPERATOR, 'provider');
    expect(signing()).toBe(old);
    await bothWaysWork();
    for (const hours of [6, 6, 6, 5]) {
      pass(hours);
      expect(signing()).toBe(old);
      await bothWaysWork();
    }
    pass(1.1);
    expect(signing()).toBe(id);
    await bothWaysWork();
    await retireKey(home.kernel, OPERATOR, old as string);
    expect(keys()).toEqual([id]);
    await bothWaysWork();
  });

  test('is not ended before others could learn the next one', async () => {
    const [old] = keys();
    await rotateKey(home.kernel, OPERATOR, 'provider');
    await expect(retireKey(home.kernel, OPERATOR, old as string)).rejects.toThrow(TooSoon);
    await bothWaysWork();
  });

  test('that was lost is asked for anew where it proves this node', async () => {
    const [old, next] = keys();
    await retireKey(home.kernel, OPERATOR, old as string, { lost: true });
    expect(signing()).toBe(next);
    expect(await logIn(away, home)).toBe(`${home.url}/practices`);
  });

  test('that was lost is learned from the first token that it did not sign', async () => {
    const [old] = keys();
    await rotateKey(home.kernel, OPERATOR, 'provider');
    await retireKey(home.kernel, OPERATOR, old as string, { lost: true });
    pass(0.1);
    const refused = await logIn(home, away);
    expect(refused).toContain('/login/callback');
    expect(await logIn(home, away)).toBe(`${away.url}/practices`);
  });
});
