import { toBase64Url, utf8 } from '@koinon/transparency-log';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { befriend, type TestNode, testNode, testPeering } from '../../testing/index.ts';
import { projectLate } from '../follow/project-late.ts';
import { LyingPartner } from '../follow/testing/lying-partner.ts';
import { NOTICE, noticesModule } from '../follow/testing/notices.ts';
import { sha256 } from '../sha256.ts';
import { ERASE } from './kernel-kinds.ts';

const operator = { type: 'system', reason: 'test' } as const;
const erasure = (jti: string) => ({ records: [jti], reason: 'mistake', basis: 'test' });
const jtiOf = (jws: string): string =>
  JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()).jti;

describe('an erasure', () => {
  let us: TestNode;
  let partner: LyingPartner;
  beforeAll(async () => {
    us = await testNode({ modules: [noticesModule()], peering: testPeering() });
    partner = await LyingPartner.start('eraser');
    await befriend(us, partner);
  }, 60_000);
  afterAll(async () => {
    await us.stop();
    await partner.stop();
  });

  /** A body that goes by digest. */
  const large = (text: string) => ({ text: text.padEnd(20_000, '.') });
  const digestOf = (body: unknown) => Buffer.from(sha256(JSON.stringify(body))).toString('hex');
  const publishHere = (body: { text: string }) =>
    us.kernel.database.transaction((tx) =>
      us.kernel.records.publish(tx, operator, { kind: NOTICE, sub: `/notices/${uuidv7()}`, body }),
    );
  const eraseHere = (jti: string) =>
    us.kernel.database.transaction((tx) => us.kernel.records.erase(tx, operator, [jti], 'mistake', 'test'));
  const blob = async (body: unknown) => (await fetch(`${us.url}/blobs/sha256/${digestOf(body)}`)).status;

  /** Adds entries to the partner's log, and waits until all of it was projected here. */
  async function theyPublish(...records: string[]): Promise<void> {
    partner.log.entries.push(...records.map(utf8));
    await us.kernel.database.transaction((tx) => us.kernel.database.notify(tx, 'wake', partner.origin));
    await vi.waitFor(
      async () => {
        const row = await us.kernel.db
          .selectFrom('log')
          .select('projected')
          .where('origin', '=', partner.origin)
          .executeTakeFirstOrThrow();
        expect(row.projected).toBe(partner.log.size);
      },
      { timeout: 10_000, interval: 20 },
    );
  }
  const byDigest = (body: unknown) => ({
    body: undefined,
    digest: toBase64Url(sha256(JSON.stringify(body))),
    size: Buffer.byteLength(JSON.stringify(body)),
    mediaType: 'application/json',
  });

  it('deletes the body of a record that goes by digest', async () => {
    const body = large('mine');
    const act = await publishHere(body);
    expect(await blob(body)).toBe(200);
    await eraseHere(act.jti);
    expect(await blob(body)).toBe(410);
  });

  it('of a partner takes nothing of ours, though the partner has copied the id of our record', async () => {
    const body = large('copied id');
    const { jti } = await publishHere(body);
    await theyPublish(
      partner.record(NOTICE, `/notices/${uuidv7()}`, { text: 'copy' }, { jti }),
      partner.record(ERASE, `/erasures/${uuidv7()}`, erasure(jti)),
    );
    expect(await blob(body)).toBe(200);
  });

  it('of a partner takes nothing of ours, though the partner has published the same bytes', async () => {
    const body = large('copied bytes');
    await publishHere(body);
    const copy = partner.record(NOTICE, `/notices/${uuidv7()}`, undefined, byDigest(body));
    await theyPublish(copy, partner.record(ERASE, `/erasures/${uuidv7()}`, erasure(jtiOf(copy))));
    expect(await blob(body)).toBe(200);
  });

  it('deletes our body though a partner had the same bytes first, once the partner has erased them too', async () => {
    const body = large('theirs first');
    const first = partner.record(NOTICE, `/notices/${uuidv7()}`, undefined, byDigest(body));
    partner.lie = (path) =>
      path === `/blobs/sha256/${digestOf(body)}`
        ? { status: 200, type: 'application/json', body: JSON.stringify(body) }
        : null;
    await theyPublish(first);
    const { jti } = await publishHere(body);
    await theyPublish(partner.record(ERASE, `/erasures/${uuidv7()}`, erasure(jtiOf(first))));
    expect(await blob(body)).toBe(200);
    await eraseHere(jti);
    expect(await blob(body)).toBe(410);
  });

  it('that comes before the body did keeps the body away', async () => {
    const body = large('late');
    const late = partner.record(NOTICE, `/notices/${uuidv7()}`, undefined, byDigest(body));
    partner.lie = null;
    await theyPublish(late, partner.record(ERASE, `/erasures/${uuidv7()}`, erasure(jtiOf(late))));
    partner.lie = (path) =>
      path.startsWith('/blobs/')
        ? { status: 200, type: 'application/json', body: JSON.stringify(body) }
        : null;
    const { log, node } = await us.kernel.trust.partner(partner.url).then((found) => {
      if (found === null) throw new Error('no partner');
      return found;
    });
    await projectLate(us.kernel, { log, node }, new AbortController().signal);
    expect(await blob(body)).toBe(404);
  });

  it.each(['text/html\r\nSet-Cookie: a=b', 'текст/plain', 'text/html; x="y"', 'nothing'])(
    'aside, bytes of the type %j are handed out as bytes, in a sandbox',
    async (mediaType) => {
      const body = large(`type ${mediaType}`);
      const json = JSON.stringify(body);
      partner.lie = (path) =>
        path === `/blobs/sha256/${digestOf(body)}` ? { status: 200, body: json } : null;
      await theyPublish(
        partner.record(NOTICE, `/notices/${uuidv7()}`, undefined, { ...byDigest(body), mediaType }),
      );
      const answer = await fetch(`${us.url}/blobs/sha256/${digestOf(body)}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toMatch(/^(application\/octet-stream|text\/html; x="y")$/);
      expect(answer.headers.get('content-disposition')).toBe('attachment');
      expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    },
  );
});
