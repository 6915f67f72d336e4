import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notes, type TestClock, type TestNode, testClock, testNode } from '../../testing/index.ts';
import type { Tx } from '../database/tables.ts';
import type { Module } from '../module/module.ts';
import {
  type Actor,
  acceptInvitation,
  endToken,
  findOrMakeOwnAccount,
  grantRole,
  invite,
  listInvitations,
  makeToken,
  type PersonActor,
  type RoleGrant,
  revokeInvitation,
  revokeRole,
  signInPerson,
} from './index.ts';
import { readSession } from './sessions.ts';
import { actorOfToken } from './tokens.ts';

const DAY = 24 * 3_600_000;
const HIGH = { level: 'high', notified: true } as const;
const withRoles: Module = { ...notes, permissions: ['notes.write'], roles: { editor: ['notes.write'] } };
const root: Actor = { type: 'staff', id: crypto.randomUUID(), name: 'init', permissions: ['*'] };
const editor: RoleGrant = { role: 'editor', resource: null };
const administrator: RoleGrant = { role: 'administrator', resource: null };

let node: TestNode;
let clock: TestClock;
beforeAll(async () => {
  clock = testClock();
  node = await testNode({ modules: [withRoles], clock });
});
afterAll(() => node.stop());

const inTx = <T>(work: (tx: Tx) => Promise<T>) => node.kernel.database.transaction(work);

async function logIn(identifier: string): Promise<{ actor: PersonActor; cookie: string }> {
  const account = await inTx((tx) =>
    findOrMakeOwnAccount(tx, node.kernel, { identifier, assurance: HIGH, name: identifier }),
  );
  const login = { ...account, method: 'test', assurance: HIGH, at: clock.now() };
  const { actor, cookie } = await signInPerson(node.kernel, login, {});
  return { actor: actor as PersonActor, cookie };
}
/** Somebody with these roles. */
async function staff(identifier: string, ...grants: RoleGrant[]): Promise<PersonActor> {
  const { actor } = await logIn(identifier);
  for (const grant of grants) {
    await inTx((tx) => grantRole(tx, node.kernel, root, { account: actor.account, ...grant }));
  }
  return (await logIn(identifier)).actor;
}
const inviteBy = (actor: Actor, ...grants: RoleGrant[]) =>
  inTx((tx) => invite(tx, node.kernel, actor, { invitee: 'Jaan', grants }));
const accept = (actor: Actor, secret: string) =>
  inTx((tx) => acceptInvitation(tx, node.kernel, actor, secret));
const grantsOf = (account: string) =>
  node.kernel.db.selectFrom('role_grant').selectAll().where('account', '=', account).execute();
const lastAudit = async () =>
  await node.kernel.db
    .selectFrom('audit')
    .select(['actor', 'act', 'subject', 'detail'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

describe('an invitation', () => {
  test('by the first token makes whoever accepts it an administrator, in the session that is open', async () => {
    const { secret } = await inviteBy(root, administrator);
    const { actor, cookie } = await logIn('first');
    expect(actor.permissions).toEqual([]);
    await accept(actor, secret);
    expect((await readSession(node.kernel, cookie))?.actor).toMatchObject({ permissions: ['*'] });
    expect(await lastAudit()).toMatchObject({ actor: `person:${actor.account}`, act: 'invitation.accept' });
  });

  test('works once, for seven days, and not after it was taken back', async () => {
    const { actor } = await logIn('late');
    const once = await inviteBy(root, editor);
    await accept(actor, once.secret);
    const refused = { code: 'no-such-invitation' };
    await expect(accept((await logIn('other')).actor, once.secret)).rejects.toMatchObject(refused);
    const old = await inviteBy(root, editor);
    clock.advance(7 * DAY);
    await expect(accept(actor, old.secret)).rejects.toMatchObject(refused);
    const back = await inviteBy(root, editor);
    await inTx((tx) => revokeInvitation(tx, node.kernel, root, back.id));
    await expect(accept(actor, back.secret)).rejects.toMatchObject(refused);
    await expect(accept(actor, 'x')).rejects.toMatchObject(refused);
    expect(await listInvitations(node.kernel.db, node.kernel)).toEqual([]);
  });

  test('is accepted once where two come at the same moment', async () => {
    const { secret } = await inviteBy(root, editor);
    const [one, two] = [(await logIn('one')).actor, (await logIn('two')).actor];
    const both = await Promise.allSettled([accept(one, secret), accept(two, secret)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('is nothing for guests, who work at their own node', async () => {
    const { secret } = await inviteBy(root, editor);
    const login = {
      issuer: 'https://home.example',
      subject: 'x',
      method: 'home',
      assurance: HIGH,
      at: clock.now(),
    };
    const guest = (await signInPerson(node.kernel, login, {})).actor;
    await expect(accept(guest, secret)).rejects.toMatchObject({ code: 'not-own-person' });
  });

  test('keeps no secret, in its table or in the audit', async () => {
    const { secret } = await inviteBy(root, editor);
    const rows = await Promise.all([
      node.kernel.db.selectFrom('invitation').selectAll().execute(),
      node.kernel.db.selectFrom('audit').selectAll().execute(),
    ]);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });
});

describe('giving and taking', () => {
  test('needs the permission, and stops at what one holds everywhere oneself', async () => {
    const nobody = await staff('reader', editor);
    await expect(inviteBy(nobody, editor)).rejects.toMatchObject({ code: 'not-permitted' });
    const hr: Actor = { ...root, permissions: ['kernel.people', 'notes.write', 'kernel.withdraw'] };
    await inviteBy(hr, editor);
    await expect(inviteBy(hr, administrator)).rejects.toMatchObject({ code: 'beyond-own-permissions' });
    const admin = await staff('admin', administrator);
    const [grant] = await grantsOf(admin.account);
    await expect(inTx((tx) => revokeRole(tx, node.kernel, hr, grant?.id ?? ''))).rejects.toMatchObject({
      code: 'beyond-own-permissions',
    });
    expect(await grantsOf(admin.account)).toHaveLength(1);
  });

  test('of a role ends at once, with the invitations and the tokens that it made possible', async () => {
    const admin = await staff('leaver', administrator, editor);
    const make = (permissions: string[], by: Actor = admin) =>
      inTx((tx) => makeToken(tx, node.kernel, by, { name: 'script', permissions }));
    const [strong, weak] = [await make(['*']), await make(['notes.write'])];
    const asToken = await actorOfToken(node.kernel.db, clock, strong.token);
    const grandchild = await make(['*'], asToken as Actor);
    const { secret } = await inviteBy(admin, editor);
    const grant = (await grantsOf(admin.account)).find(({ role }) => role === 'administrator');
    await inTx((tx) => revokeRole(tx, node.kernel, root, grant?.id ?? ''));
    const works = (token: string) =>
      actorOfToken(node.kernel.db, clock, token).then((actor) => actor !== null);
    expect([await works(strong.token), await works(grandchild.token), await works(weak.token)]).toEqual([
      false,
      false,
      true,
    ]);
    await expect(accept((await logIn('late again')).actor, secret)).rejects.toMatchObject({
      code: 'no-such-invitation',
    });
    expect((await logIn('leaver')).actor.permissions).toEqual(['kernel.withdraw', 'notes.write']);
  });
});

describe('a token made by a person', () => {
  test('can do no more than its maker, and ends by anybody who may', async () => {
    const maker: Actor = { ...root, permissions: ['kernel.tokens', 'notes.write'] };
    const make = (permissions: string[]) =>
      inTx((tx) => makeToken(tx, node.kernel, maker, { name: 'x', permissions }));
    for (const beyond of ['*', 'notes.*', 'kernel.people']) {
      await expect(make([beyond]), beyond).rejects.toMatchObject({ code: 'beyond-own-permissions' });
    }
    const { id, token } = await make(['notes.write']);
    expect(await lastAudit()).toMatchObject({ act: 'token.make', subject: `staff:${id}` });
    await inTx((tx) => endToken(tx, node.kernel, root, id));
    expect(await actorOfToken(node.kernel.db, clock, token)).toBeNull();
  });
});

describe('the audit', () => {
  test('notes what staff publish, and nothing of what people do for themselves', async () => {
    const publish = (actor: Actor, id: string) =>
      inTx((tx) =>
        node.kernel.records.publish(tx, actor, {
          kind: 'notes/note@1',
          sub: `/notes/${id}`,
          body: { text: 'x' },
        }),
      );
    const act = await publish(await staff('writer', editor), 'by-staff');
    expect(await lastAudit()).toMatchObject({
      act: 'record.publish',
      subject: act.sub,
      detail: { kind: 'notes/note@1', jti: act.jti },
    });
    await publish((await logIn('citizen')).actor, 'by-citizen');
    expect((await lastAudit())?.subject).toBe(act.sub);
  });
});
