import { PolicyError, type PolicyErrorCode, type PolicyErrorKind } from '../error.ts';
import type { Metadata } from '../statement-schema.ts';
import { goTogether } from './combinations.ts';
import { OPERATOR_NAMES, OPERATORS, type Operator, type OperatorName, type Outcome } from './operators.ts';
import { closed } from './values.ts';

/** Operators of one parameter. */
export type ParameterPolicy = Partial<Record<OperatorName, unknown>>;
/** By entity type and parameter. */
export type MetadataPolicy = Readonly<Record<string, Readonly<Record<string, ParameterPolicy>>>>;

/** The policy claims of a subordinate statement. */
export interface PolicyClaims {
  metadata_policy?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  metadata_policy_crit?: readonly string[];
}

function operator(name: OperatorName): Operator {
  return OPERATORS[name];
}

/** One place in a policy, able to say what is wrong there. */
class Place {
  readonly entityType: string;
  readonly parameter: string;
  constructor(entityType: string, parameter: string) {
    this.entityType = entityType;
    this.parameter = parameter;
  }
  fault(kind: PolicyErrorKind, code: PolicyErrorCode, ...operators: readonly string[]): PolicyError {
    return new PolicyError(kind, code, {
      entityType: this.entityType,
      parameter: this.parameter,
      operators,
    });
  }
  take(outcome: Outcome, kind: PolicyErrorKind, name: OperatorName): unknown {
    if ('fault' in outcome) throw this.fault(kind, outcome.fault, name);
    return outcome.value;
  }
}

function mapObject<In, Out>(
  object: Readonly<Record<string, In>>,
  change: (value: In, name: string) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));
}

function own<Value>(object: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined {
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Known operators in order of application, checked one by one and two by two. Unknown ones are ignored. */
function checkParameter(policy: Readonly<Record<string, unknown>>, place: Place): ParameterPolicy {
  const set = OPERATOR_NAMES.filter((name) => Object.hasOwn(policy, name)).map(
    (name) => [name, policy[name]] as const,
  );
  for (const [name, value] of set) {
    if (!operator(name).isValid(value)) throw place.fault('invalid_policy', 'invalid-operator-value', name);
  }
  set.forEach((first, i) => {
    for (const second of set.slice(i + 1)) {
      if (!goTogether(first, second, place.parameter)) {
        throw place.fault('invalid_policy', 'forbidden-combination', first[0], second[0]);
      }
    }
  });
  return Object.fromEntries(set);
}

/**
 * Reads the metadata policy of one statement: every operator alone and every pair of them must be sound, and every critical
 * operator known. Operators that are unknown and not critical are left out.
 *
 * @throws PolicyError of kind `invalid_policy`
 * @example readPolicy({ metadata_policy: { openid_relying_party: { grant_types: { subset_of: ['authorization_code'] } } } })
 */
export function readPolicy({ metadata_policy, metadata_policy_crit }: PolicyClaims): MetadataPolicy {
  const unknown = metadata_policy_crit?.filter((name) => !Object.hasOwn(OPERATORS, name)) ?? [];
  if (unknown.length > 0) {
    throw new Place('*', '*').fault('invalid_policy', 'unsupported-critical-operator', ...unknown);
  }
  return mapObject(metadata_policy ?? {}, (parameters, entityType) =>
    mapObject(parameters, (policy, parameter) => checkParameter(policy, new Place(entityType, parameter))),
  );
}

function mergeParameter(a: ParameterPolicy, b: ParameterPolicy, place: Place): ParameterPolicy {
  const names = OPERATOR_NAMES.filter((name) => Object.hasOwn(a, name) || Object.hasOwn(b, name));
  const merged = names.map((name): [string, unknown] => {
    if (!Object.hasOwn(a, name)) return [name, b[name]];
    if (!Object.hasOwn(b, name)) return [name, a[name]];
    return [name, place.take(operator(name).merge(a[name], b[name]), 'invalid_policy', name)];
  });
  return checkParameter(Object.fromEntries(merged), place);
}

function mergeNames<Value>(
  a: Readonly<Record<string, Value>>,
  b: Readonly<Record<string, Value>>,
  merge: (a: Value, b: Value, name: string) => Value,
): Record<string, Value> {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(
    names.map((name) => {
      const [first, second] = [own(a, name), own(b, name)];
      if (first === undefined) return [name, second as Value];
      return [name, second === undefined ? first : merge(first, second, name)];
    }),
  );
}

/**
 * Joins the policies of a superior and of the subordinate below it; the subordinate can restrict, never widen. Associative,
 * so that a chain may be merged in any grouping.
 *
 * @throws PolicyError of kind `invalid_policy`
 * @example const merged = policies.reduce((superior, subordinate) => mergePolicies(superior, subordinate), {})
 */
export function mergePolicies(superior: MetadataPolicy, subordinate: MetadataPolicy): MetadataPolicy {
  return mergeNames(superior, subordinate, (a, b, entityType) =>
    mergeNames(a, b, (first, second, parameter) =>
      mergeParameter(first, second, new Place(entityType, parameter)),
    ),
  );
}

function applyParameter(policy: ParameterPolicy, value: unknown, place: Place): unknown {
  const changed = OPERATOR_NAMES.filter((name) => Object.hasOwn(policy, name)).reduce<unknown>(
    (current, name) =>
      place.take(operator(name).apply(policy[name], current, place.parameter), 'invalid_metadata', name),
    value,
  );
  return closed(place.parameter, changed);
}

/**
 * Metadata under a policy. Entity types that the metadata does not have stay absent, whatever the policy says of them.
 *
 * @throws PolicyError of kind `invalid_metadata`
 * @example const { openid_relying_party } = applyPolicy(merged, configuration.metadata)
 */
export function applyPolicy(policy: MetadataPolicy, metadata: Metadata): Metadata {
  return mapObject(metadata, (parameters, entityType) => {
    const rules = own(policy, entityType) ?? {};
    const names = [...new Set([...Object.keys(parameters), ...Object.keys(rules)])];
    const applied = names.map((name): [string, unknown] => {
      const rule = own(rules, name);
      const value = own(parameters, name);
      return [name, rule ? applyParameter(rule, value, new Place(entityType, name)) : value];
    });
    return Object.fromEntries(applied.filter(([, value]) => value !== undefined));
  });
}
