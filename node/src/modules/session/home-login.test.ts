import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loginNodes } from '../../kernel/login/testing/login-nodes.ts';
import { TestBrowser, type TestNode } from '../../testing/index.ts';

let home: TestNode;
let away: TestNode;
beforeAll(async () => {
  [home, away] = (await loginNodes(2)) as [TestNode, TestNode];
}, 60_000);
afterAll(() => Promise.all([home, away].map((node) => node?.stop())));

describe('a citizen of another node', () => {
  test('logs in with the login of home, and comes back to where they were', async () => {
    const browser = new TestBrowser();
    const choice = await browser.get(`${away.url}/sign-in?to=/practices`);
    const signIn = await browser.press(choice, /^\/login\/home\//);
    expect(signIn.url).toMatch(`${home.url}/sign-in?to=`);
    const eid = await browser.press(signIn, /^\/login\/test-eid/);
    const consent = await browser.send(eid, '/login/test-eid', { person: 'mari' });
    expect(consent.url).toMatch(`${home.url}/login/consent/`);
    expect(consent.html).not.toContain('no such');
    const back = await browser.send(consent, new URL(consent.url).pathname, { answer: 'yes' });
    const arrived = await browser.press(back, /^\/oidc\/auth\//);
    expect(arrived.url).toBe(`${away.url}/practices`);
    const accounts = await away.kernel.db.selectFrom('account').selectAll().execute();
    expect(accounts).toMatchObject([{ issuer: home.url, display_name: null }]);
    const sessions = await away.kernel.db.selectFrom('session').selectAll().execute();
    expect(sessions).toMatchObject([{ method: 'home', level: 'substantial', notified: false }]);
  });
});
