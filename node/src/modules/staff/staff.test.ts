import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grantRole, type Role } from '../../kernel/identity/index.ts';
import { notes, type TestNode, type TestPerson, testNode, testPerson } from '../../testing/index.ts';
import { account } from '../account/index.ts';
import { staff } from './index.ts';

const root = { type: 'system', reason: 'test' } as const;
let node: TestNode;
let admin: TestPerson;
beforeAll(async () => {
  node = await testNode({ modules: [notes, account, staff], config: { fourEyes: true, demo: true } });
  admin = await withRole('Admin', 'administrator');
});
afterAll(() => node.stop());

async function withRole(name: string, role: Role): Promise<TestPerson> {
  const person = await testPerson(node, { name });
  await node.kernel.database.transaction((tx) =>
    grantRole(tx, node.kernel, root, { account: person.account, role, resource: null }),
  );
  return person;
}
const PAGES = [
  '/staff/people',
  '/staff/invite',
  '/staff/tokens',
  '/staff/tokens/new',
  '/staff/audit',
  '/staff/audit.csv',
];

describe('the pages of staff', () => {
  test('open to whoever has the role, and to nobody else', async () => {
    const [citizen, editor] = [
      await testPerson(node, { name: 'Citizen' }),
      await withRole('Editor', 'editor'),
    ];
    const guest = await testPerson(node, { name: 'g', home: 'https://home.example' });
    for (const path of PAGES) {
      const of = async (one: TestPerson) => (await one.get(path)).status;
      expect([await of(admin), await of(editor), await of(citizen), await of(guest)], path).toEqual([
        200, 403, 403, 403,
      ]);
      expect((await fetch(node.url + path, { headers: { accept: 'text/html' } })).status, path).toBe(401);
    }
    expect((await editor.get('/staff')).status).toBe(200);
    expect((await citizen.get('/staff')).status).toBe(403);
    expect(
      (await editor.post('/staff/approvals/ask/key.rotate', { purpose: 'cookies', reason: 'x' })).status,
    ).toBe(403);
    const refused = await (await editor.get('/staff/people')).text();
    expect(refused).toContain('Roles that may: Administrator.');
    expect(refused).not.toContain('kernel.people');
  });
});

describe('inviting', () => {
  test('shows a link once; whoever opens it logs in, accepts, and works here until the role is taken', async () => {
    expect((await admin.post('/staff/invite', { invitee: 'Liis' })).status).toBe(422);
    const made = await admin.post('/staff/invite', { invitee: 'Liis <i>', role: ['editor', 'analyst'] });
    expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'no-store']);
    const html = await made.text();
    expect(html).toContain('Liis &lt;i&gt;');
    const path = /\/invitations\/[\w-]{43}/.exec(html)?.[0] ?? '';
    expect(await (await admin.get('/staff/people')).text()).not.toContain(path);

    const seen = await fetch(node.url + path, { headers: { accept: 'text/html' } });
    expect(await seen.text()).toContain(`/sign-in?to=${path}`);
    expect(seen.headers.get('referrer-policy')).toBe('same-origin');
    expect(seen.headers.get('cache-control')).toBe('no-store');
    const liis = await testPerson(node, { name: 'Liis' });
    expect((await liis.post(path)).headers.get('location')).toBe('/staff');
    expect((await liis.get('/staff')).status).toBe(200);
    expect((await liis.post(path)).status).toBe(404);

    const page = await (await admin.get(`/staff/people/${liis.account}`)).text();
    for (const [, grant = ''] of page.matchAll(/name="grant" value="([^"]+)"/g)) {
      expect((await admin.post(`/staff/people/${liis.account}/revoke`, { grant })).status).toBe(303);
    }
    expect((await liis.get('/staff')).status).toBe(403);
  });

  test('goes by mail where the node sends letters, and keeps no address', async () => {
    const letters = join(node.config.dataDir, 'outbox');
    expect(
      (await admin.post('/staff/invite', { invitee: 'Ann', role: 'editor', email: 'not one' })).status,
    ).toBe(422);
    const form = { invitee: 'Ann', role: 'editor', email: 'ann@example.org' };
    const link = /\/invitations\/[\w-]{43}/.exec(await (await admin.post('/staff/invite', form)).text())?.[0];
    const [file = ''] = await readdir(letters);
    const letter = await readFile(join(letters, file), 'utf8');
    expect(letter).toContain('To: ann@example.org');
    expect(letter).toContain(node.kernel.identity.origin + link);
    const rows = await node.kernel.db.selectFrom('invitation').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('ann@example.org');
  });

  test('is taken back from the list', async () => {
    const path = /\/invitations\/[\w-]{43}/.exec(
      await (await admin.post('/staff/invite', { invitee: 'Wrong', role: 'editor' })).text(),
    )?.[0];
    const list = await (await admin.get('/staff/people')).text();
    const [, action = ''] = /action="(\/staff\/invitations\/[^"]+\/revoke)"/.exec(list) ?? [];
    expect((await admin.post(action)).status).toBe(303);
    expect((await fetch(node.url + path, { headers: { accept: 'text/html' } })).status).toBe(404);
  });

  test('gives a role for one thing where its path is named, and takes no other address for a path', async () => {
    const person = await testPerson(node, { name: 'Local' });
    const give = (resource: string) =>
      admin.post(`/staff/people/${person.account}`, { role: 'editor', resource });
    for (const bad of ['https://evil.example/', '//evil.example', 'notes/1', '/notes/1/', '/a b']) {
      expect((await give(bad)).status, bad).toBe(422);
    }
    expect((await give('/notes/1')).status).toBe(303);
    expect(await (await admin.get(`/staff/people/${person.account}`)).text()).toContain('/notes/1');
  });
});

describe('tokens', () => {
  test('are made with chosen permissions and an end, shown once, and revoked', async () => {
    const made = await admin.post('/staff/tokens/new', {
      name: 'Script',
      permission: 'kernel.audit',
      days: '30',
    });
    const token = /koinon_[\w-]{43}/.exec(await made.text())?.[0] ?? '';
    const audit = () => fetch(`${node.url}/staff/audit`, { headers: { authorization: `Bearer ${token}` } });
    expect((await audit()).status).toBe(200);
    const list = await (await admin.get('/staff/tokens')).text();
    expect(list).toContain('Script');
    expect(list).not.toContain(token);
    const [, action = ''] = /action="(\/staff\/tokens\/[^"]+\/revoke)"/.exec(list) ?? [];
    expect((await admin.post(action)).status).toBe(303);
    expect((await audit()).status).toBe(401);
    for (const bad of [{ days: '0' }, { permission: [] }, { name: ' ' }]) {
      const form = { name: 'x', permission: 'kernel.audit', days: '1', ...bad };
      expect((await admin.post('/staff/tokens/new', form)).status).toBe(422);
    }
  });
});

describe('acts that wait', () => {
  test('are asked for by one, and done when another confirms', async () => {
    const second = await withRole('Second', 'administrator');
    const keys = () => node.kernel.keys.secrets('cookies').length;
    const before = keys();
    const asked = await admin.post('/staff/approvals/ask/key.rotate', {
      purpose: 'pairwise',
      reason: 'yearly',
    });
    expect(asked.status).toBe(303);
    const html = await (await second.get('/staff/approvals')).text();
    expect(html).toContain('yearly');
    const [, confirm = ''] = /action="(\/staff\/approvals\/[^"]+\/confirmed)"/.exec(html) ?? [];
    expect((await admin.post(confirm)).status).toBe(403);
    expect((await second.post(confirm)).headers.get('location')).toBe('/staff/approvals?done');
    expect(node.kernel.keys.secrets('pairwise')).toHaveLength(2);
    expect(keys()).toBe(before);
    expect((await second.post(confirm)).status).toBe(404);
    expect(
      (await admin.post('/staff/approvals/ask/record.erase', { jti: 'x', why: 'mistake', reason: 'r' }))
        .status,
    ).toBe(422);
  });
});

describe('the audit', () => {
  test('shows who did what, by area and person, page by page', async () => {
    const html = await (await admin.get('/staff/audit')).text();
    expect(html).toContain('Made an invitation');
    const roles = await (await admin.get('/staff/audit?act=role')).text();
    expect(roles).toContain('Gave a role');
    expect(roles).not.toContain('<td data-label="What">Made an invitation');
    const nobody = await (await admin.get('/staff/audit?actor=person:nobody')).text();
    expect(nobody).toContain('Nothing to show');
    const first = await (await admin.get('/staff/audit?limit=2')).text();
    const [, next = ''] = /href="(\/staff\/audit\?[^"]*after=[^"]*)" rel="next"/.exec(first) ?? [];
    const second = await admin.get(next.replaceAll('&amp;', '&'));
    expect(second.status).toBe(200);
    expect((await admin.get('/staff/audit?after=x')).status).toBe(400);
  });

  test('comes as CSV in which no cell is a formula', async () => {
    await testPerson(node, { name: '=HYPERLINK("https://evil.example")' }).then(async (evil) => {
      await node.kernel.database.transaction((tx) =>
        grantRole(tx, node.kernel, root, { account: evil.account, role: 'administrator', resource: null }),
      );
      await evil.post('/staff/invite', { invitee: 'x', role: 'editor' });
    });
    const csv = await (await admin.get('/staff/audit.csv')).text();
    const lines = csv.trimEnd().split('\r\n');
    expect(lines[0]).toBe('"at","actor","name","acting_for","act","subject","detail"');
    expect(lines.length).toBeGreaterThan(5);
    expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(csv).not.toMatch(/(^|,)"[=+@-]/m);
  });
});
