import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  COSIGNATURE_ED25519,
  type Cosigner,
  makeCosigner,
  parseAddCheckpoint,
  parseCheckpoint,
  parseNote,
} from '@koinon/transparency-log';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type TestNode, testNode, testPeering } from '../../testing/index.ts';
import { NOTICE, noticesModule } from '../follow/testing/notices.ts';
import { keyOf } from '../follow/testing/paper-log.ts';

const operator = { type: 'system', reason: 'test' } as const;

describe('a witness that states a time that no clock has', () => {
  let us: TestNode;
  let server: Server;
  let witness: Cosigner;
  let time = 0;
  let asked = 0;

  beforeAll(async () => {
    us = await testNode({ modules: [noticesModule()], peering: testPeering() });
    server = createServer(async (request, response) => {
      if (request.method !== 'POST') return response.writeHead(404).end();
      const chunks: Uint8Array[] = [];
      for await (const chunk of request) chunks.push(chunk as Uint8Array);
      const { text } = parseNote(parseAddCheckpoint(Buffer.concat(chunks)).note);
      asked++;
      return response.writeHead(200).end(witness.cosign(parseCheckpoint(text), text, time));
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const name = `${host}/witness`;
    witness = makeCosigner({ name, type: COSIGNATURE_ED25519, ...keyOf('future') });
    await us.kernel.db
      .insertInto('witness_key')
      .values({ name, vkey: witness.vkey, url: `http://${name}`, added_at: new Date() })
      .execute();
  }, 60_000);
  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await us.stop();
  });

  it.each([
    ['beyond every date', Number.MAX_SAFE_INTEGER],
    ['beyond the year 9999', 300_000_000_000],
    ['a week from now', Math.floor(Date.now() / 1000) + 7 * 86_400],
  ])('%s: its line is dropped, and the log goes on', async (_title, stated) => {
    time = stated;
    const before = asked;
    const { jti } = await us.kernel.database.transaction((tx) =>
      us.kernel.records.publish(tx, operator, {
        kind: NOTICE,
        sub: `/notices/${uuidv7()}`,
        body: { text: 'on' },
      }),
    );
    expect(await us.kernel.records.waitLogged(jti, 5000)).toBe('logged');
    await vi.waitFor(() => expect(asked).toBeGreaterThan(before), 5000);
    const note = await (await fetch(`${us.url}/log/checkpoint`)).text();
    expect(note).not.toContain(witness.name);
  });
});
