import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCosigner, testSigner } from '../test/support/keys.ts';
import { logOf } from '../test/support/memory-log.ts';
import { entriesOf } from '../test/support/tree.ts';
import { toBase64, utf8 } from './bytes.ts';
import { formatCheckpoint } from './checkpoint.ts';
import { InvalidArgument, MalformedRequest } from './error.ts';
import { EMPTY_ROOT, type Hash, leafHash } from './merkle.ts';
import { signNote } from './note.ts';
import { parseVerifierKey } from './verifier.ts';
import {
  type AddCheckpointDecision,
  type AddCheckpointState,
  decideAddCheckpoint,
  formatAddCheckpoint,
  originHash,
  parseAddCheckpoint,
} from './witness.ts';

const origin = 'log.example/log';
const signer = testSigner(origin);
const verifiers = [parseVerifierKey(signer.vkey)];
const log = logOf(entriesOf(20));

function noteAt(size: number, root: Hash = log.root(size), by = signer): string {
  return signNote(formatCheckpoint({ origin, size, root }), [by], 0);
}
function decide(
  request: { oldSize: number; proof: Hash[]; note: string },
  last: AddCheckpointState['last'],
  state: Partial<AddCheckpointState> = {},
): AddCheckpointDecision {
  const body = utf8(formatAddCheckpoint(request.oldSize, request.proof, request.note));
  return decideAddCheckpoint({ request: parseAddCheckpoint(body), verifiers, last, ...state });
}
const at = (size: number): { size: number; root: Hash } => ({ size, root: log.root(size) });

describe('a witness', () => {
  it('takes any first size, then what is consistent with it', () => {
    expect(decide({ oldSize: 0, proof: [], note: noteAt(7) }, null)).toMatchObject({
      status: 200,
      checkpoint: { origin, size: 7 },
      text: formatCheckpoint({ origin, ...at(7) }),
    });
    expect(decide({ oldSize: 7, proof: log.consistency(7, 20), note: noteAt(20) }, at(7)).status).toBe(200);
  });

  it('takes the same size and root again', () => {
    expect(decide({ oldSize: 7, proof: [], note: noteAt(7) }, at(7)).status).toBe(200);
  });

  it('takes the empty log', () => {
    expect(decide({ oldSize: 0, proof: [], note: noteAt(0, EMPTY_ROOT) }, null).status).toBe(200);
    expect(
      decide({ oldSize: 0, proof: [], note: noteAt(0, EMPTY_ROOT) }, { size: 0, root: EMPTY_ROOT }).status,
    ).toBe(200);
  });

  it('hands on the signature lines of the log only', () => {
    const text = formatCheckpoint({ origin, ...at(7) });
    const stranger = testSigner('stranger.example');
    const decision = decide({ oldSize: 0, proof: [], note: signNote(text, [stranger, signer], 0) }, null);
    const alone = signNote(text, [signer], 0);
    expect(decision.status === 200 && `${decision.text}\n${decision.noteLogLines}`).toBe(alone);
  });

  it('answers 404 for an origin it does not know, before it looks at signatures', () => {
    expect(decide({ oldSize: 0, proof: [], note: noteAt(7) }, null, { verifiers: null })).toMatchObject({
      status: 404,
      reason: 'unknown-origin',
    });
  });

  it('answers 403 without a signature of a known key, and where one of a known key is wrong', () => {
    const impostor = testSigner(origin, 'impostor');
    expect(decide({ oldSize: 0, proof: [], note: noteAt(7, undefined, impostor) }, null)).toMatchObject({
      status: 403,
      reason: 'no-known-signature',
    });
    const forged = noteAt(7).replace(`\n${toBase64(log.root(7))}\n`, `\n${toBase64(log.root(8))}\n`);
    expect(decide({ oldSize: 0, proof: [], note: forged }, null)).toMatchObject({
      status: 403,
      reason: 'invalid-signature',
    });
  });

  it('answers 403, not 400, where the checkpoint is clear and a signature line is not', () => {
    const note = noteAt(7).replace(/\S+\n$/, 'AAAA\n');
    expect(decide({ oldSize: 0, proof: [], note }, null)).toMatchObject({
      status: 403,
      reason: 'malformed-note',
    });
  });

  it('answers 403 for a frozen origin', () => {
    const decision = decide({ oldSize: 0, proof: [], note: noteAt(7) }, null, { frozen: true });
    expect(decision).toMatchObject({ status: 403, reason: 'frozen' });
  });

  it('answers 400 for an old size beyond the checkpoint, even where it knows another', () => {
    expect(decide({ oldSize: 8, proof: [], note: noteAt(7) }, at(3))).toMatchObject({
      status: 400,
      reason: 'old-size-beyond-checkpoint',
    });
  });

  it('answers 409 with the size it knows for another old size', () => {
    expect(decide({ oldSize: 5, proof: log.consistency(5, 20), note: noteAt(20) }, at(7))).toMatchObject({
      status: 409,
      size: 7,
    });
    expect(decide({ oldSize: 5, proof: log.consistency(5, 20), note: noteAt(20) }, null)).toMatchObject({
      status: 409,
      size: 0,
    });
    // A rollback is a conflict too: the size it knows is larger.
    expect(decide({ oldSize: 3, proof: log.consistency(3, 5), note: noteAt(5) }, at(7))).toMatchObject({
      status: 409,
      size: 7,
    });
  });

  it.each<[string, number, Hash[], string, number | null]>([
    ['a root of the empty log that is not the empty root', 0, [], noteAt(0, leafHash(utf8('x'))), null],
    ['a proof where there is nothing to prove', 0, [EMPTY_ROOT], noteAt(7), null],
    ['no proof', 7, [], noteAt(20), 7],
    ['the proof of another size', 7, log.consistency(8, 20), noteAt(20), 7],
    ['another root at the same size', 7, [], noteAt(7, leafHash(utf8('fork'))), 7],
    ['another root at a larger size', 7, log.consistency(7, 20), noteAt(20, leafHash(utf8('fork'))), 7],
  ])('answers 422 for %s', (_, oldSize, proof, note, last) => {
    expect(decide({ oldSize, proof, note }, last === null ? null : at(last)).status).toBe(422);
  });

  it('answers 400 where it is handed a note that is none', () => {
    const request = { oldSize: 0, proof: [], note: 'no note\n' };
    expect(decideAddCheckpoint({ request, verifiers, last: null })).toMatchObject({
      status: 400,
      reason: 'malformed-request',
    });
  });

  it('never lets a growing log and a fork of it both pass', () => {
    const fork = logOf([...entriesOf(9), utf8('fork'), ...entriesOf(10)]);
    for (let oldSize = 10; oldSize <= 20; oldSize++) {
      for (let size = oldSize; size <= 20; size++) {
        const note = noteAt(size, fork.root(size));
        expect(decide({ oldSize, proof: fork.consistency(oldSize, size), note }, at(oldSize)).status).toBe(
          422,
        );
      }
    }
  });
});

describe('the body of add-checkpoint', () => {
  const note = noteAt(20);
  const body = formatAddCheckpoint(7, log.consistency(7, 20), note);

  it('reads back to what it was written from', () => {
    expect(parseAddCheckpoint(utf8(body))).toEqual({
      oldSize: 7,
      proof: log.consistency(7, 20),
      note,
      origin,
    });
    expect(() => formatAddCheckpoint(-1, [], note)).toThrow(InvalidArgument);
  });

  const hash = `${toBase64(EMPTY_ROOT)}\n`;
  it.each([
    ['nothing', ''],
    ['a word', 'hello\n'],
    ['no checkpoint', 'old 0\n\n'],
    ['a text that is no checkpoint', 'old 0\n\nhello\n'],
    ['a checkpoint without a signature', `old 0\n\n${formatCheckpoint({ origin, ...at(7) })}`],
    ['a leading zero', body.replace('old 7', 'old 07')],
    ['a negative size', body.replace('old 7', 'old -7')],
    ['a size beyond 2^53', body.replace('old 7', 'old 9007199254740992')],
    ['another word for old', body.replace('old 7', 'new 7')],
    ['two spaces', body.replace('old 7', 'old  7')],
    ['carriage returns', body.replaceAll('\n', '\r\n')],
    ['64 hashes', `old 7\n${hash.repeat(64)}\n${note}`],
    ['a hash that is none', `old 7\nAAAA\n\n${note}`],
    ['no empty line', `old 7\n${note}`.replaceAll('\n\n', '\n')],
  ])('with %s is malformed', (_, wrong) => {
    expect(() => parseAddCheckpoint(utf8(wrong))).toThrow(MalformedRequest);
  });

  it('holds 63 hashes', () => {
    expect(parseAddCheckpoint(utf8(`old 7\n${hash.repeat(63)}\n${note}`)).proof).toHaveLength(63);
  });

  it('throws nothing but MalformedRequest, and has one spelling', () => {
    const pieces = fc.array(fc.constantFrom('old ', '7', '0', '\n', '\n\n', hash, note, 'x', '— '));
    const input = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      pieces.map((all) => utf8(all.join(''))),
    );
    fc.assert(
      fc.property(input, (any) => {
        try {
          const { oldSize, proof, note: read } = parseAddCheckpoint(any);
          expect(utf8(formatAddCheckpoint(oldSize, proof, read))).toEqual(any);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedRequest);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the path of an origin', () => {
  it('is the lower-case hash of its name', () => {
    expect(originHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(originHash(origin)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a cosigner', () => {
  it('signs what the decision hands it', () => {
    const witness = testCosigner('w.example/witness');
    const decision = decide({ oldSize: 0, proof: [], note: noteAt(7) }, null);
    if (decision.status !== 200) throw new Error('refused');
    expect(witness.cosign(decision.checkpoint, decision.text, 1)).toMatch(/^— w\.example\/witness \S+\n$/);
  });
});
