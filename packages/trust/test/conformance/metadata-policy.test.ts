import { describe, expect, it } from 'vitest';
import { PolicyError, type PolicyErrorKind } from '../../src/error.ts';
import { applyPolicy, mergePolicies, readPolicy } from '../../src/policy/policy.ts';
import { readPacked, sharedVectors } from '../support/shared-data.ts';

type Parameters = Record<string, Record<string, unknown>>;

/** One of the vectors by Connect2id and G. Zachmann. */
interface Vector {
  n: number;
  combination: string[];
  TA: Parameters;
  INT: Parameters;
  merged?: Parameters;
  metadata: Record<string, unknown>;
  resolved?: Record<string, unknown>;
  error?: PolicyErrorKind;
}

const folder = sharedVectors();
const TYPE = 'openid_relying_party';

/** Arrays in these vectors are sets. */
function asSets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asSets).sort((a, b) => String(a).localeCompare(String(b)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asSets(part)]));
}

function run({ TA, INT, metadata }: Vector): Pick<Vector, 'merged' | 'resolved' | 'error'> {
  let merged: Parameters | undefined;
  try {
    const policies = [TA, INT].map((policy) => readPolicy({ metadata_policy: { [TYPE]: policy } }));
    const joined = policies.reduce(mergePolicies, {});
    merged = joined[TYPE] as Parameters;
    const resolved = applyPolicy(joined, { [TYPE]: metadata })[TYPE];
    return { merged, ...(resolved && { resolved }) };
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return { ...(merged && { merged }), error: error.kind };
  }
}

describe.runIf(folder)('the metadata policy vectors of Connect2id and G. Zachmann', () => {
  const vectors =
    folder === null ? [] : readPacked<Vector[]>(folder, 'metadata-policy-test-vectors-2025-02-13.json.gz');

  it('are 2,019, in all combinations of operators', () => {
    expect(vectors).toHaveLength(2019);
  });

  it.each(['resolve', 'invalid_policy', 'invalid_metadata'])('all come out the same: %s', (outcome) => {
    const chosen = vectors.filter(({ error }) => (error ?? 'resolve') === outcome);
    expect(chosen.length).toBeGreaterThan(200);
    for (const vector of chosen) {
      const { merged, resolved, error } = vector;
      const expected = { ...(merged && { merged }), ...(resolved && { resolved }), ...(error && { error }) };
      expect(asSets(run(vector)), `vector ${vector.n}`).toEqual(asSets(expected));
    }
  });
});
