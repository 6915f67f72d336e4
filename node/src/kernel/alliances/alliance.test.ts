import { parseConfiguration, verifyTrustMark } from '@koinon/trust';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestClock, type TestNode, testClock, testNode, testPeering } from '../../testing/index.ts';
import { readPins } from '../federation/index.ts';
import type { Actor } from '../identity/actor.ts';
import { retireKey, rotateKey } from '../keys/rotate.ts';
import { historyOf } from '../log/history.ts';
import { readConfigurationOf } from '../trust/index.ts';
import {
  ALLIANCE,
  admitMember,
  changeAlliance,
  createAlliance,
  handOver,
  inviteMember,
  joinAlliance,
  leaveAlliance,
  MEMBERSHIP,
  markMember,
  prepareHost,
  removeMember,
  retireAllianceKey,
  rotateAllianceKey,
  tendAlliances,
} from './index.ts';
import type { AllianceBody, MembershipBody } from './kinds.ts';

const operator: Actor = { type: 'system', reason: 'test' };
const DAY = 86_400_000;
const charter = {
  title: { source: 'en', en: 'The North', et: 'Põhi' },
  text: { source: 'en', en: 'We recognise each other’s citizens.' },
  principles: [{ source: 'en', en: 'Open by default' }],
};

describe('an alliance of three nodes, no two of which are partners', () => {
  let clock: TestClock;
  let host: TestNode;
  let second: TestNode;
  let third: TestNode;
  let id: string;
  beforeAll(async () => {
    clock = testClock(new Date('2026-03-01T10:17:00Z'));
    const start = () => testNode({ clock, peering: testPeering() });
    host = await start();
    second = await start();
    third = await start();
    id = `${host.kernel.identity.origin}/alliances/north`;
  }, 120_000);
  afterAll(() => Promise.all([host, second, third].map((node) => node.stop())));

  const idOf = (node: TestNode): string => node.kernel.identity.origin;
  const trusts = async (node: TestNode, other: TestNode) => {
    node.kernel.resolver.forget(idOf(other));
    return await node.kernel.resolver.refresh(idOf(other));
  };
  const latest = async <Body>(node: TestNode, kind: string, path: string) =>
    (
      await historyOf<Body>(node.kernel.db, { log: node.kernel.ownLog, sub: `${idOf(node)}${path}`, kind }, 1)
    )[0]?.body;
  const stateOf = async (node: TestNode, alliance = id) =>
    (
      await node.kernel.db
        .selectFrom('membership')
        .select('state')
        .where('alliance', '=', alliance)
        .executeTakeFirst()
    )?.state;
  const own = async (node: TestNode) =>
    parseConfiguration(await (await fetch(`${node.url}/.well-known/openid-federation`)).text(), idOf(node));

  async function bring(node: TestNode) {
    const { kids } = await inviteMember(host.kernel, operator, { slug: 'north', node: idOf(node) });
    await joinAlliance(node.kernel, operator, { alliance: id, keys: kids });
    await admitMember(host.kernel, operator, { slug: 'north', node: idOf(node) });
    await tendAlliances(node.kernel);
  }

  test('is founded as an entity below its host, with keys of its own and a record of it', async () => {
    const made = await createAlliance(host.kernel, operator, { slug: 'north', charter });
    expect(made.id).toBe(id);
    const response = await fetch(`${id}/.well-known/openid-federation`);
    expect(response.headers.get('content-type')).toBe('application/entity-statement+jwt');
    const { claims } = parseConfiguration(await response.text(), id);
    expect(claims.jwks.keys.map(({ kid }) => kid)).toEqual(made.kids);
    expect(claims.authority_hints).toBeUndefined();
    expect(await latest<AllianceBody>(host, ALLIANCE, '/alliances/north')).toMatchObject({
      action: 'created',
      entity: id,
      chair: idOf(host),
    });
    await expect(createAlliance(host.kernel, operator, { slug: 'north', charter })).rejects.toMatchObject({
      code: 'alliance-exists',
    });
  });

  test('admits nobody who did not accept, and nobody who was not invited', async () => {
    const { kids } = await inviteMember(host.kernel, operator, { slug: 'north', node: idOf(second) });
    const admit = (node: TestNode) => admitMember(host.kernel, operator, { slug: 'north', node: idOf(node) });
    await expect(admit(second)).rejects.toMatchObject({ code: 'not-accepted' });
    await joinAlliance(third.kernel, operator, { alliance: id, keys: kids });
    await expect(admit(third)).rejects.toMatchObject({ code: 'not-invited' });
    await leaveAlliance(third.kernel, operator, { alliance: id });
    expect((await own(third)).claims.authority_hints).toBeUndefined();
  });

  test('is not joined with other keys than the invitation names', async () => {
    const joined = joinAlliance(second.kernel, operator, { alliance: id, keys: ['x'.repeat(43)] });
    await expect(joined).rejects.toMatchObject({ code: 'other-alliance-keys' });
    expect(await readPins(second.kernel.db)).toEqual([]);
  });

  test('makes members trust each other, whom nobody introduced', async () => {
    await bring(second);
    await bring(third);
    expect(await stateOf(second)).toBe('member');
    expect((await own(second)).claims.authority_hints).toEqual([id]);
    for (const [one, other] of [
      [second, third],
      [third, second],
      [host, third],
      [second, host],
    ] as const) {
      expect((await trusts(one, other)).chain?.path).toEqual([idOf(other), id]);
    }
    const list = await (await fetch(`${id}/federation/list`)).json();
    expect(list).toEqual([host, second, third].map(idOf).sort());
    const admitted = await latest<MembershipBody>(
      host,
      MEMBERSHIP,
      `/alliances/north/members/${second.kernel.identity.host}`,
    );
    expect(admitted?.action).toBe('admitted');
  });

  test('grants a trust mark that its member shows, that anybody can check, and that ends with its withdrawal', async () => {
    const mark = { slug: 'north', node: idOf(second), name: 'votes-across-borders' };
    await expect(markMember(host.kernel, operator, { ...mark, name: 'flies' })).rejects.toMatchObject({
      code: 'no-such-mark',
    });
    await markMember(host.kernel, operator, mark);
    await tendAlliances(second.kernel);
    const { chain } = await trusts(third, second);
    const [shown] = chain?.trustMarks ?? [];
    const anchor = chain?.anchorConfiguration?.claims ?? {};
    const claims = verifyTrustMark(shown?.trust_mark ?? '', {
      subject: idOf(second),
      type: `${id}/marks/votes-across-borders`,
      issuerJwks: chain?.anchorConfiguration?.claims.jwks ?? { keys: [] },
      anchor,
      now: Math.floor(clock.now().getTime() / 1000),
    });
    expect((claims.exp ?? 0) - claims.iat).toBe(86_400);
    await markMember(host.kernel, operator, { ...mark, withdraw: true });
    await tendAlliances(second.kernel);
    expect((await own(second)).claims.trust_marks).toBeUndefined();
  });

  test('applies a policy to all members from the moment that the chair changes it', async () => {
    const policy = { openid_provider: { contacts: { value: ['ops@north.example'] } } };
    await changeAlliance(host.kernel, operator, 'north', { policy });
    const statement = await fetch(`${id}/federation/fetch?sub=${encodeURIComponent(idOf(second))}`);
    const payload = (await statement.text()).split('.')[1] ?? '';
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    expect(claims.metadata_policy).toEqual(policy);
    expect(await latest<AllianceBody>(host, ALLIANCE, '/alliances/north')).toMatchObject({
      action: 'changed',
      policy,
    });
  });

  test('follows the key of a member that rolls over', async () => {
    // A key that is as old as the first would be as good a signer.
    clock.advance(60_000);
    const [old] = second.kernel.keys.signers('federation');
    const { id: kid } = await rotateKey(second.kernel, operator, 'federation');
    await tendAlliances(host.kernel);
    clock.advance(DAY + 60_000);
    await retireKey(second.kernel, operator, old?.id ?? '');
    await tendAlliances(host.kernel);
    const { chain, decision } = await trusts(third, second);
    expect(decision.reason).toBeNull();
    expect(chain?.jwks.keys.map((key) => key.kid)).toEqual([kid]);
  });

  test('rolls its own key over: the new one is listed first, signs after 30 days, and then the old one ends', async () => {
    const listed = async () => {
      const { header, claims } = parseConfiguration(
        await (await fetch(`${id}/.well-known/openid-federation`)).text(),
        id,
      );
      return { signs: header.kid, keys: claims.jwks.keys.map(({ kid }) => kid) };
    };
    const { signs: old } = await listed();
    const retire = (kid: string, lost = false) =>
      retireAllianceKey(host.kernel, operator, { slug: 'north', kid, lost });
    await expect(retire(String(old))).rejects.toMatchObject({ code: 'last-key' });
    await expect(retire(String(old), true)).rejects.toMatchObject({ code: 'last-key' });
    const { kid } = await rotateAllianceKey(host.kernel, operator, 'north');
    expect(await listed()).toEqual({ signs: old, keys: [old, kid] });
    await expect(retire(String(old))).rejects.toMatchObject({ code: 'too-soon' });
    for (const node of [host, second, third]) await tendAlliances(node.kernel);
    clock.advance(30 * DAY + 60_000);
    for (const node of [host, second, third]) await tendAlliances(node.kernel);
    await retire(String(old));
    expect(await listed()).toEqual({ signs: kid, keys: [kid] });
    for (const node of [host, second, third]) await tendAlliances(node.kernel);
    expect((await trusts(third, second)).decision.reason).toBeNull();
    expect((await trusts(second, third)).decision.reason).toBeNull();
    const record = await latest<AllianceBody>(host, ALLIANCE, '/alliances/north');
    expect(record?.action).toBe('keys');
    expect(record?.keys.keys).toHaveLength(1);
    await expect(retire('nobody')).rejects.toMatchObject({ code: 'no-such-key' });
  });

  test('ends a membership when the member leaves, by what the member itself says', async () => {
    await leaveAlliance(third.kernel, operator, { alliance: id, reason: 'elections' });
    expect((await trusts(third, second)).chain).toBeNull();
    await tendAlliances(host.kernel);
    expect((await trusts(second, third)).chain).toBeNull();
    const path = `/alliances/north/members/${third.kernel.identity.host}`;
    expect(await latest<MembershipBody>(host, MEMBERSHIP, path)).toMatchObject({
      action: 'removed',
      reason: 'left',
    });
    await bring(third);
    expect((await trusts(second, third)).decision.trusted).toBe(true);
  });

  test('ends it when the chair removes the member, who reads of it', async () => {
    await removeMember(host.kernel, operator, { slug: 'north', node: idOf(third), reason: 'charter broken' });
    const statement = await fetch(`${id}/federation/fetch?sub=${encodeURIComponent(idOf(third))}`);
    expect(statement.status).toBe(404);
    expect((await trusts(second, third)).decision.reason).toMatchObject({ cause: 'not-found' });
    await tendAlliances(third.kernel);
    expect(await stateOf(third)).toBe('former');
    expect(
      await latest<MembershipBody>(third, MEMBERSHIP, `/memberships/${new URL(id).host}/alliances/north`),
    ).toMatchObject({ action: 'ended' });
    await bring(third);
  });

  test('moves to another host with new keys: every member follows by itself, and only once', async () => {
    await markMember(host.kernel, operator, {
      slug: 'north',
      node: idOf(third),
      name: 'shares-threat-reports',
    });
    const next = await prepareHost(second.kernel, operator, { alliance: id });
    const to = `${idOf(second)}/alliances/north`;
    expect(next.id).toBe(to);
    const handed = (keys?: string[]) =>
      handOver(host.kernel, operator, { slug: 'north', to, ...(keys && { keys }) });
    // Nobody vouches for the new keys yet: the host does not follow the log of the new one.
    await expect(handed()).rejects.toMatchObject({ code: 'other-alliance-keys' });
    await handed(next.kids);
    for (const node of [host, second, third]) await tendAlliances(node.kernel);
    for (const node of [host, second, third]) await tendAlliances(node.kernel);
    for (const node of [host, second, third]) {
      expect(await stateOf(node)).toBe('moved');
      expect(await stateOf(node, to)).toBe('member');
      expect((await own(node)).claims.authority_hints).toEqual([id, to].sort());
      const moved = await latest<MembershipBody>(
        node,
        MEMBERSHIP,
        `/memberships/${new URL(id).host}/alliances/north`,
      );
      expect(moved).toMatchObject({ action: 'moved', successor: to });
    }
    expect(await latest<AllianceBody>(second, ALLIANCE, '/alliances/north')).toMatchObject({
      action: 'took-over',
      charter,
    });
    await expect(handed(next.kids)).rejects.toMatchObject({ code: 'handed-over' });
    clock.advance(31 * DAY);
    const { chain } = await trusts(host, third);
    expect(chain?.anchor).toBe(to);
    expect((await own(third)).claims.authority_hints).toEqual([to]);
    await tendAlliances(third.kernel);
    const types = (await own(third)).claims.trust_marks?.map((one) => one.trust_mark_type);
    expect(types).toEqual([`${to}/marks/shares-threat-reports`]);
  });

  test('rejects an act of whoever may not act for the node', async () => {
    const visitor: Actor = { type: 'anonymous' };
    await expect(createAlliance(host.kernel, visitor, { slug: 'south', charter })).rejects.toMatchObject({
      code: 'not-permitted',
    });
    expect(await readConfigurationOf(host.kernel, `${idOf(host)}/alliances/south`)).toBeNull();
  });
});
