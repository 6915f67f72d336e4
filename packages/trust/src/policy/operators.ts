import type { PolicyErrorCode } from '../error.ts';
import { distinct, includes, intersection, isSubset, jsonEqual } from '../json.ts';
import { opened } from './values.ts';

/** What an operator makes of two values, or of metadata: a value, or why it has none. */
export type Outcome = { value: unknown } | { fault: PolicyErrorCode };

/** A metadata policy operator (OpenID Federation section 6.1.3.1). */
export interface Operator {
  isValid(value: unknown): boolean;
  /** Value of both, where a superior and a subordinate both set the operator. */
  merge(superior: unknown, subordinate: unknown): Outcome;
  /** What becomes of a parameter; undefined stands for an absent one, before and after. */
  apply(operand: unknown, value: unknown, parameter: string): Outcome;
}

const isArray = (value: unknown): value is unknown[] => Array.isArray(value);

function equalOnly(superior: unknown, subordinate: unknown): Outcome {
  return jsonEqual(superior, subordinate) ? { value: superior } : { fault: 'conflicting-values' };
}
function union(a: unknown, b: unknown): Outcome {
  return { value: distinct([...(a as unknown[]), ...(b as unknown[])]) };
}
function common(a: unknown, b: unknown): unknown[] {
  return intersection(a as unknown[], b as unknown[]);
}

/** By name, in the order in which they are applied. */
export const OPERATORS = {
  value: {
    isValid: (value) => value !== undefined,
    merge: equalOnly,
    apply: (operand) => ({ value: operand === null ? undefined : operand }),
  },
  add: {
    isValid: isArray,
    merge: union,
    apply(operand, value, parameter) {
      const list = opened(parameter, value);
      if (list === undefined) return { value: operand };
      return isArray(list) ? union(list, operand) : { fault: 'not-an-array' };
    },
  },
  default: {
    isValid: (value) => value !== undefined && value !== null,
    merge: equalOnly,
    apply: (operand, value) => ({ value: value === undefined ? operand : value }),
  },
  one_of: {
    isValid: isArray,
    merge(superior, subordinate) {
      const value = common(superior, subordinate);
      return value.length > 0 ? { value } : { fault: 'no-common-value' };
    },
    apply: (operand, value) =>
      value === undefined || includes(operand as unknown[], value) ? { value } : { fault: 'not-one-of' },
  },
  subset_of: {
    isValid: isArray,
    merge: (superior, subordinate) => ({ value: common(superior, subordinate) }),
    apply(operand, value, parameter) {
      const list = opened(parameter, value);
      if (list === undefined) return { value };
      return isArray(list) ? { value: common(list, operand) } : { fault: 'not-an-array' };
    },
  },
  superset_of: {
    isValid: isArray,
    merge: union,
    apply(operand, value, parameter) {
      const list = opened(parameter, value);
      if (list === undefined) return { value };
      if (!isArray(list)) return { fault: 'not-an-array' };
      return isSubset(operand as unknown[], list) ? { value } : { fault: 'missing-values' };
    },
  },
  essential: {
    isValid: (value) => typeof value === 'boolean',
    merge: (superior, subordinate) => ({ value: superior === true || subordinate === true }),
    apply: (operand, value) =>
      operand === true && value === undefined ? { fault: 'missing-essential' } : { value },
  },
} as const satisfies Record<string, Operator>;

export type OperatorName = keyof typeof OPERATORS;
export const OPERATOR_NAMES = Object.keys(OPERATORS) as OperatorName[];
