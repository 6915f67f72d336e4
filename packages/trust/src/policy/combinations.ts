import { includes, isSubset } from '../json.ts';
import type { OperatorName } from './operators.ts';
import { listOf } from './values.ts';

type Condition = (first: unknown, second: unknown, parameter: string) => boolean;

const always: Condition = () => true;
const list = (value: unknown): unknown[] => value as unknown[];

/**
 * Operators that may stand together in the policy of one parameter, and when (OpenID Federation section 6.1.3.1, "combination"
 * of each). A pair that is not here never may.
 */
const ALLOWED: Partial<Record<OperatorName, Partial<Record<OperatorName, Condition>>>> = {
  value: {
    add: (value, add, parameter) => value !== null && isSubset(list(add), listOf(parameter, value)),
    default: (value) => value !== null,
    one_of: (value, oneOf) => includes(list(oneOf), value),
    subset_of: (value, subset, parameter) =>
      value !== null && isSubset(listOf(parameter, value), list(subset)),
    superset_of: (value, superset, parameter) =>
      value !== null && isSubset(list(superset), listOf(parameter, value)),
    essential: (value, essential) => value !== null || essential === false,
  },
  add: {
    default: always,
    subset_of: (add, subset) => isSubset(list(add), list(subset)),
    superset_of: always,
    essential: always,
  },
  default: { one_of: always, subset_of: always, superset_of: always, essential: always },
  one_of: { essential: always },
  subset_of: {
    superset_of: (subset, superset) => isSubset(list(superset), list(subset)),
    essential: always,
  },
  superset_of: { essential: always },
};

/** Whether two operators of one parameter go together; `first` comes before `second` in the order of application. */
export function goTogether(
  [first, firstValue]: readonly [OperatorName, unknown],
  [second, secondValue]: readonly [OperatorName, unknown],
  parameter: string,
): boolean {
  return ALLOWED[first]?.[second]?.(firstValue, secondValue, parameter) ?? false;
}
