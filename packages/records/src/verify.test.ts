import { formatPolicy, parsePolicy, utf8 } from '@koinon/transparency-log';
import { mlDsa44 } from '@koinon/transparency-log/crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneByteChanges } from '../../transparency-log/test/support/corrupt.ts';
import { testMlDsaCosigner } from '../../transparency-log/test/support/keys.ts';
import {
  cosignedNote,
  cosigner,
  jwks,
  logOf,
  origin,
  payload,
  policy,
  receiptOf,
  recordSigner,
  signer,
  witnesses,
} from '../test/support/alliance.ts';
import { signRecord } from './envelope.ts';
import { InvalidKey } from './error.ts';
import { makeReceipt, parseReceipt } from './receipt.ts';
import { type ReceiptStepCode, type ReceiptTrust, verifyReceipt } from './verify.ts';

const trust: ReceiptTrust = { policy, jwks };
const receipt = receiptOf(5, 7);

function refusedSteps(text: string | Uint8Array, held: Partial<ReceiptTrust> = {}): ReceiptStepCode[] {
  const result = verifyReceipt(text, { ...trust, ...held });
  expect(result.ok).toBe(false);
  expect(result.verdict).toBe('refuted');
  return result.steps.filter(({ ok }) => ok === false).map(({ code }) => code);
}

describe('a receipt', () => {
  it('is verified, step by step', () => {
    const result = verifyReceipt(utf8(receipt), trust);
    expect(result.steps.map(({ code, ok }) => [code, ok])).toEqual(
      [
        'canonical',
        'checkpoint',
        'known-signatures',
        'log-signature',
        'quorum',
        'inclusion',
        'record',
        'issuer',
        'record-key',
        'record-signature',
      ].map((code) => [code, true]),
    );
    expect(result).toMatchObject({
      ok: true,
      verdict: 'verified',
      index: 5,
      checkpoint: { origin, size: 7 },
    });
    expect(result.record?.payload).toEqual(payload(5));
  });

  it('reads back to its parts', () => {
    const { jws, index, proof, note } = parseReceipt(receipt);
    expect(makeReceipt({ jws, index, proof, note })).toBe(receipt);
  });

  it('is verified for every entry of logs of many sizes', () => {
    for (const size of [1, 2, 3, 8, 13]) {
      for (let index = 0; index < size; index++) {
        expect(verifyReceipt(receiptOf(index, size), trust).verdict).toBe('verified');
      }
    }
  });

  it('is refuted after any change of one byte: flipped, deleted or inserted', () => {
    const bytes = utf8(receiptOf(2, 3));
    const held = { policy: parsePolicy(policy), jwks };
    expect(verifyReceipt(bytes, held).verdict).toBe('verified');
    for (const { what, changed } of oneByteChanges(bytes)) {
      if (verifyReceipt(changed, held).verdict !== 'refuted') expect.fail(what);
    }
  }, 60_000);

  it('is refuted, not crashed on, whatever it is', () => {
    const lines = receipt.split('\n');
    const shuffled = fc.shuffledSubarray(lines).map((some) => some.join('\n'));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.uint8Array(), shuffled), (any) => {
        fc.pre(any !== receipt);
        expect(verifyReceipt(any, trust).verdict).toBe('refuted');
      }),
      { numRuns: 300 },
    );
  });

  it('is refuted with a signature line that the policy does not know', () => {
    const stranger = cosigner('stranger.example/witness');
    const { jws, index, proof } = parseReceipt(receipt);
    const note = cosignedNote(7, logOf(7).root, [...witnesses, stranger]);
    expect(refusedSteps(makeReceipt({ jws, index, proof, note }))).toEqual(['known-signatures']);
  });

  it('is refuted below the quorum', () => {
    const { jws, index, proof } = parseReceipt(receipt);
    const note = cosignedNote(7, logOf(7).root, witnesses.slice(1));
    expect(refusedSteps(makeReceipt({ jws, index, proof, note }))).toEqual(['quorum']);
  });

  it('is refuted where the policy does not know the log', () => {
    const { logs: _, ...rest } = parsePolicy(policy);
    expect(refusedSteps(receipt, { policy: formatPolicy({ ...rest, logs: [] }) })).toEqual([
      'known-signatures',
      'log-signature',
    ]);
  });

  it('is refuted for another index, and for another record', () => {
    const { jws, index, proof, note } = parseReceipt(receipt);
    expect(refusedSteps(makeReceipt({ jws, index: 4, proof, note }))).toEqual(['inclusion']);
    const other = signRecord(payload(99), signer);
    expect(refusedSteps(makeReceipt({ jws: other, index, proof, note }))).toEqual(['inclusion']);
    expect(refusedSteps(makeReceipt({ jws: `${jws}\n`, index, proof, note }))).toEqual([
      'inclusion',
      'record',
    ]);
  });

  it('is refuted where the key is unknown, or not valid at that place', () => {
    const key = { ...jwks.keys[0], until_index: 5 };
    expect(refusedSteps(receipt, { jwks: { keys: [] } })).toEqual(['record-key']);
    expect(refusedSteps(receipt, { jwks: { keys: [key] } })).toEqual(['record-key']);
    expect(refusedSteps(receipt, { jwks: { keys: [{ ...key, until_index: null, from_index: 6 }] } })).toEqual(
      ['record-key'],
    );
    expect(verifyReceipt(receipt, { ...trust, jwks: { keys: [{ ...key, until_index: 6 }] } }).ok).toBe(true);
  });

  it('is refuted where the key is another one under the same name', () => {
    const { publicKey } = recordSigner('other');
    const x = Buffer.from(publicKey).toString('base64url');
    expect(refusedSteps(receipt, { jwks: { keys: [{ ...jwks.keys[0], x }] } })).toEqual(['record-signature']);
  });

  it('is refuted where the record is of another node than the log', () => {
    const iss = 'https://other.example';
    const jws = signRecord(payload(5, { iss, sub: `${iss}/practices/5` }), signer);
    const { index, proof, note } = parseReceipt(receipt);
    expect(refusedSteps(makeReceipt({ jws, index, proof, note }))).toContain('issuer');
  });

  it('without a record is refuted', () => {
    const text = receipt.replace(/^extra .*\n/m, '');
    expect(refusedSteps(text)).toContain('record');
  });

  it.runIf(mlDsa44.available)('counts a cosignature with ML-DSA-44 where the policy asks for it', () => {
    const pq = testMlDsaCosigner('pq.example/witness');
    const { jws, index, proof } = parseReceipt(receipt);
    const text = makeReceipt({ jws, index, proof, note: cosignedNote(7, logOf(7).root, [...witnesses, pq]) });
    const asking = policy.replace(
      'quorum both',
      `witness pq ${pq.vkey}\ngroup all-three all both pq\nquorum all-three`,
    );
    expect(verifyReceipt(text, { ...trust, policy: asking }).verdict).toBe('verified');
    expect(refusedSteps(receipt, { policy: asking })).toEqual(['quorum']);
  });

  it('is not judged against a policy or keys that cannot be read', () => {
    expect(() => verifyReceipt(receipt, { ...trust, policy: 'quorum nobody\n' })).toThrow('nobody');
    expect(() => verifyReceipt(receipt, { ...trust, jwks: 'x' })).toThrow(InvalidKey);
  });
});
