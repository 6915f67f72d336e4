import { describe, expect, it } from 'vitest';
import {
  decideAddCheckpoint,
  ED25519,
  fromHex,
  type Hash,
  parseAddCheckpoint,
  parseVerifierKey,
  utf8,
  verifierKey,
} from '../../src/index.ts';
import { readVectors, sharedVectors } from '../support/shared-data.ts';

const folder = sharedVectors();

interface Requests {
  logs: { origin: string; vkey?: string; ed25519PublicKeyHex?: string }[];
  specStatus: number[];
  sequence: { request: string }[];
  sumdb: { request: string }[];
}

/** A witness in memory: the decision, and the state that it leads to. */
function freshWitness(logs: Requests['logs']): (body: string) => { status: number; size?: number } {
  const keys = new Map(
    logs.map(({ origin, vkey, ed25519PublicKeyHex }) => [
      origin,
      parseVerifierKey(vkey ?? verifierKey(origin, ED25519, fromHex(ed25519PublicKeyHex ?? ''))),
    ]),
  );
  const cosigned = new Map<string, { size: number; root: Hash }>();
  return (body) => {
    const request = parseAddCheckpoint(utf8(body));
    const key = keys.get(request.origin);
    const last = cosigned.get(request.origin) ?? null;
    const decision = decideAddCheckpoint({ request, verifiers: key ? [key] : null, last });
    if (decision.status === 200) cosigned.set(request.origin, decision.checkpoint);
    return decision;
  };
}

describe.runIf(folder)("torchwood's requests to its witness", () => {
  const { logs, specStatus, sequence, sumdb } =
    folder === null
      ? { logs: [], specStatus: [], sequence: [], sumdb: [] }
      : readVectors<Requests>(folder, 'witness-requests.json');

  it('are answered as tlog-witness says', () => {
    const witness = freshWitness(logs);
    expect(sequence).toHaveLength(9);
    const answers = sequence.map(({ request }) => witness(request));
    expect(answers.map(({ status }) => status)).toEqual(specStatus);
    expect([answers[6], answers[8]].map((answer) => answer?.size)).toEqual([3, 5]);
  });

  it('include a checkpoint of sum.golang.org', () => {
    const witness = freshWitness(logs);
    expect(sumdb.map(({ request }) => witness(request).status)).toEqual([200]);
  });
});
