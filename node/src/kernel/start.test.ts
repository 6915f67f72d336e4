import { openCheckpoint, parseVerifierKey } from '@koinon/transparency-log';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type TestNode, testNode } from '../testing/index.ts';
import type { nodeStatement } from './log/statement.ts';

type Statement = ReturnType<typeof nodeStatement>;

describe('a node on its own', () => {
  let node: TestNode;
  beforeAll(async () => {
    node = await testNode();
  });
  afterAll(() => node.stop());

  test('signs a checkpoint of one entry, the record of its keys', async () => {
    const statement = (await (await fetch(`${node.url}/.well-known/koinon`)).json()) as Statement;
    await vi.waitFor(async () => expect((await fetch(`${node.url}/log/checkpoint`)).status).toBe(200), 5000);
    const note = await (await fetch(`${node.url}/log/checkpoint`)).text();
    const { checkpoint } = openCheckpoint(note, {
      origin: statement.log.origin,
      logVerifiers: statement.log.vkeys.map(parseVerifierKey),
    });
    expect(checkpoint.size).toBe(1);
    const jwks = (await (await fetch(`${node.url}/.well-known/jwks.json`)).json()) as { keys: object[] };
    expect(jwks.keys).toHaveLength(1);
    expect(jwks.keys[0]).toMatchObject({ kty: 'OKP', from_index: 0 });
  });
});
