import { keysFromJwks, parseRecord, recordKeyAt, verifyRecord } from '@koinon/records';
import { openCheckpoint, parseVerifierKey } from '@koinon/transparency-log';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type TestNode, testNode } from '../../testing/index.ts';
import type { Actor } from '../identity/actor.ts';
import { readEntries } from '../log/read-rows.ts';
import { recordJwks } from '../log/statement.ts';
import { RetiredSigner } from '../records/error.ts';
import { putInOutbox } from '../records/outbox.ts';
import { signDraft } from '../records/sign-draft.ts';
import { LastKey } from './error.ts';
import { retireKey, rotateKey } from './rotate.ts';
import { logSigners } from './vkeys.ts';

const operator: Actor = { type: 'system', reason: 'test' };

describe('key rotation', () => {
  let node: TestNode;
  beforeAll(async () => {
    node = await testNode();
    await logged(1);
  });
  afterAll(() => node.stop());

  /** Waits for a published checkpoint of this size. */
  async function logged(size: number): Promise<string> {
    return await vi.waitFor(async () => {
      const note = await (await fetch(`${node.url}/log/checkpoint`)).text();
      expect(Number(note.split('\n')[1])).toBe(size);
      return note;
    }, 5000);
  }

  test('announces a new record key by a record that the old key signs, and validates by index', async () => {
    const [old] = node.kernel.keys.signers('record');
    const { id, overlapping } = await rotateKey(node.kernel, operator, 'record');
    expect(overlapping).toEqual([old?.id]);
    await logged(2);
    await retireKey(node.kernel, operator, old?.id ?? '');
    await logged(3);
    const entries = await readEntries(node.kernel.db, node.kernel.ownLog, 0, 3);
    const jws = entries.map((entry) => Buffer.from(entry).toString());
    expect(jws.map((text) => parseRecord(text).header.kid)).toEqual([old?.id, old?.id, id]);
    const spans = keysFromJwks(await recordJwks(node.kernel));
    for (const [index, text] of jws.entries()) {
      const key = recordKeyAt(spans, parseRecord(text).header.kid, index);
      expect(verifyRecord(text, key?.publicKey ?? new Uint8Array(32)).payload.kind).toBe('kernel/keys@1');
    }
    expect(recordKeyAt(spans, old?.id ?? '', 3)).toBeNull();
  });

  test('refuses to retire the only key of a purpose', async () => {
    const [only] = node.kernel.keys.signers('record');
    await expect(retireKey(node.kernel, operator, only?.id ?? '')).rejects.toThrow(LastKey);
  });

  test('signs checkpoints with the old and the new log key until the old one is retired', async () => {
    const [before] = logSigners(node.kernel.keys, node.kernel.identity);
    await rotateKey(node.kernel, operator, 'log');
    const both = logSigners(node.kernel.keys, node.kernel.identity);
    expect(both).toHaveLength(2);
    await rotateKey(node.kernel, operator, 'record');
    // The log key is announced in the log, and so is the record key.
    const note = await logged(5);
    for (const signer of both) {
      const opened = openCheckpoint(note, {
        origin: node.kernel.identity.logOrigin,
        logVerifiers: [parseVerifierKey(signer.vkey)],
      });
      expect(opened.checkpoint.size).toBe(5);
    }
    expect(both.map((signer) => signer.vkey)).toContain(before?.vkey);
  });

  test('publishes nothing more under a key that is retired, whoever still holds it', async () => {
    const { database, clock, identity, keys } = node.kernel;
    const { id } = await rotateKey(node.kernel, operator, 'record');
    // Another process, which has not heard yet that the key is retired.
    const held = [...keys.signers('record')];
    const behind = { clock, identity, keys: { ...keys, signers: () => held } };
    const signed = signDraft(behind, { kind: 'test/item@1', sub: '/test/late', body: {} });
    expect(signed.record.kid).toBe(id);
    await retireKey(node.kernel, operator, id);
    const late = database.transaction((tx) =>
      putInOutbox(tx, database.schema, node.kernel.ownLog, [signed], clock.now()),
    );
    await expect(late).rejects.toThrow(RetiredSigner);
    // Signed anew, as the transaction that runs again does, it is published.
    const [act] = await database.transaction((tx) =>
      node.kernel.records.append(tx, [{ kind: 'test/item@1', sub: '/test/late', body: {} }]),
    );
    expect(await node.kernel.records.waitLogged(act?.jti ?? '', 5000)).toBe('logged');
  });
});
