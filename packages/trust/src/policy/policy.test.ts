import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PolicyError } from '../error.ts';
import { applyPolicy, type MetadataPolicy, mergePolicies, readPolicy } from './policy.ts';

const TYPE = 'openid_relying_party';

/** Policies of one parameter, as a superior and a subordinate state them. */
function read(policy: Record<string, unknown>, crit?: string[]): MetadataPolicy {
  return readPolicy({
    metadata_policy: { [TYPE]: { p: policy } },
    ...(crit && { metadata_policy_crit: crit }),
  });
}

function fault(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return `${error.kind}: ${error.code} ${error.place.operators.join('+')}`;
  }
}

const item = fc.constantFrom('a', 'b', 'c');
const list = fc.uniqueArray(item, { maxLength: 3 });
const parameterPolicy = fc.record(
  {
    value: fc.oneof(item, list, fc.constant(null)),
    add: list,
    default: fc.oneof(item, list),
    one_of: list,
    subset_of: list,
    superset_of: list,
    essential: fc.boolean(),
  },
  { requiredKeys: [] },
);
/** Policies that are sound alone. */
const policy = parameterPolicy
  .filter((operators) => fault(() => read(operators)) === null)
  .map((operators) => read(operators));
const value = fc.option(fc.oneof(item, list), { nil: undefined });

/** Arrays of policies and of what they leave are sets. */
function asSets(any: unknown): unknown {
  return JSON.parse(JSON.stringify(any), (_name, part) => (Array.isArray(part) ? [...part].sort() : part));
}
function outcome(act: () => unknown): unknown {
  const failed = fault(act);
  return failed === null ? asSets(act()) : 'refused';
}

describe('merging metadata policies', () => {
  it('gives the same in any grouping', () => {
    fc.assert(
      fc.property(policy, policy, policy, (a, b, c) => {
        expect(outcome(() => mergePolicies(mergePolicies(a, b), c))).toEqual(
          outcome(() => mergePolicies(a, mergePolicies(b, c))),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same in either order', () => {
    fc.assert(
      fc.property(policy, policy, (a, b) => {
        expect(outcome(() => mergePolicies(a, b))).toEqual(outcome(() => mergePolicies(b, a)));
      }),
    );
  });

  it('of a policy with itself changes nothing, unless it can never be met', () => {
    fc.assert(
      fc.property(policy, (a) => {
        const empty = Object.values(a[TYPE] ?? {}).some(
          ({ one_of }) => Array.isArray(one_of) && one_of.length === 0,
        );
        expect(outcome(() => mergePolicies(a, a))).toEqual(empty ? 'refused' : asSets(a));
      }),
    );
  });

  it('with no policy changes nothing', () => {
    fc.assert(
      fc.property(policy, (a) => {
        expect(mergePolicies({}, a)).toEqual(a);
        expect(mergePolicies(a, {})).toEqual(a);
      }),
    );
  });

  it('never lets a subordinate widen what its superior restricts', () => {
    const restricting = list.map((subset_of) => read({ subset_of }));
    fc.assert(
      fc.property(restricting, policy, list, (superior, subordinate, p) => {
        if (fault(() => mergePolicies(superior, subordinate)) !== null) return;
        const merged = mergePolicies(superior, subordinate);
        if (fault(() => applyPolicy(merged, { [TYPE]: { p } })) !== null) return;
        const left = applyPolicy(merged, { [TYPE]: { p } })[TYPE]?.p;
        const most = superior[TYPE]?.p?.subset_of as string[];
        for (const one of (left as string[] | undefined) ?? []) expect(most).toContain(one);
      }),
    );
  });
});

describe('applying a metadata policy', () => {
  it('a second time changes nothing', () => {
    fc.assert(
      fc.property(policy, value, (rules, p) => {
        const metadata = { [TYPE]: p === undefined ? {} : { p } };
        if (fault(() => applyPolicy(rules, metadata)) !== null) return;
        const once = applyPolicy(rules, metadata);
        expect(outcome(() => applyPolicy(rules, once))).toEqual(asSets(once));
      }),
    );
  });

  it('leaves types alone that the metadata does not have', () => {
    expect(applyPolicy(read({ essential: true, default: 'a' }), { other: { x: 1 } })).toEqual({
      other: { x: 1 },
    });
  });

  it('takes a parameter away where its value is null', () => {
    expect(applyPolicy(read({ value: null }), { [TYPE]: { p: 'a', q: 1 } })).toEqual({ [TYPE]: { q: 1 } });
  });

  it('treats scope as a list in one string', () => {
    const scope = (operators: Record<string, unknown>, given?: string) => {
      const rules = readPolicy({ metadata_policy: { [TYPE]: { scope: operators } } });
      return applyPolicy(rules, { [TYPE]: given === undefined ? {} : { scope: given } })[TYPE]?.scope;
    };
    expect(scope({ subset_of: ['openid', 'email'] }, 'openid profile')).toBe('openid');
    expect(scope({ add: ['email'] }, 'openid')).toBe('openid email');
    expect(scope({ default: ['openid', 'email'] })).toBe('openid email');
    expect(scope({ value: 'openid', subset_of: ['openid', 'email'] })).toBe('openid');
    expect(fault(() => scope({ superset_of: ['email'] }, 'openid'))).toBe(
      'invalid_metadata: missing-values superset_of',
    );
  });

  it.each([
    [{ add: ['a'] }, 'a', 'not-an-array add'],
    [{ subset_of: ['a'] }, 'a', 'not-an-array subset_of'],
    [{ superset_of: ['a'] }, 'a', 'not-an-array superset_of'],
    [{ superset_of: ['a'] }, ['b'], 'missing-values superset_of'],
    [{ one_of: ['a'] }, 'b', 'not-one-of one_of'],
    [{ essential: true }, undefined, 'missing-essential essential'],
    [{ value: null, essential: false }, 'a', null],
  ])('%o to %o: %s', (operators, p, expected) => {
    const failed = fault(() => applyPolicy(read(operators), { [TYPE]: p === undefined ? {} : { p } }));
    expect(failed).toBe(expected && `invalid_metadata: ${expected}`);
  });
});

describe('reading a metadata policy', () => {
  it.each([
    [{ add: 'a' }, 'invalid-operator-value add'],
    [{ one_of: 'a' }, 'invalid-operator-value one_of'],
    [{ default: null }, 'invalid-operator-value default'],
    [{ essential: 'true' }, 'invalid-operator-value essential'],
    [{ one_of: ['a'], subset_of: ['a'] }, 'forbidden-combination one_of+subset_of'],
    [{ value: 'a', one_of: ['b'] }, 'forbidden-combination value+one_of'],
    [{ value: null, essential: true }, 'forbidden-combination value+essential'],
    [{ subset_of: ['a'], superset_of: ['b'] }, 'forbidden-combination subset_of+superset_of'],
  ])('refuses %o', (operators, expected) => {
    expect(fault(() => read(operators))).toBe(`invalid_policy: ${expected}`);
  });

  it('ignores operators that it does not know, unless they are critical', () => {
    expect(read({ regexp: '^a', essential: true })).toEqual({ [TYPE]: { p: { essential: true } } });
    expect(fault(() => read({ essential: true }, ['regexp']))).toBe(
      'invalid_policy: unsupported-critical-operator regexp',
    );
    expect(fault(() => read({}, ['subset_of']))).toBeNull();
    expect(fault(() => read({}, ['toString']))).toContain('unsupported-critical-operator');
  });

  it('refuses whatever it cannot read with an error of its own, and never with another', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (operators) => {
        fault(() => read(operators));
      }),
    );
  });
});
