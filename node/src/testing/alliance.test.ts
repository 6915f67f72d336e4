import { openCheckpoint, parseVerifierKey } from '@koinon/transparency-log';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { nodeStatement } from '../kernel/log/statement.ts';
import { type TestNode, testAlliance } from './index.ts';

type Statement = Awaited<ReturnType<typeof nodeStatement>>;

describe('an alliance of two nodes', () => {
  let alliance: TestNode[];
  beforeAll(async () => {
    alliance = await testAlliance(2);
  });
  afterAll(() => Promise.all((alliance ?? []).map((node) => node.stop())));

  test('cosigns the logs of each other', async () => {
    const [first, second] = alliance as [TestNode, TestNode];
    const [log, witness] = await Promise.all([statementOf(first), statementOf(second)]);
    await vi.waitFor(async () => {
      const note = await (await fetch(`${first.url}/log/checkpoint`)).text();
      const opened = openCheckpoint(note, {
        origin: log.log.origin,
        logVerifiers: log.log.vkeys.map(parseVerifierKey),
        witnessVerifiers: witness.witness.vkeys.map(parseVerifierKey),
      });
      expect(opened.checkpoint.size).toBe(3);
      expect(opened.cosignatures.length).toBeGreaterThan(0);
    }, 10_000);
  });
});

async function statementOf(node: TestNode): Promise<Statement> {
  return (await (await fetch(`${node.url}/.well-known/koinon`)).json()) as Statement;
}
