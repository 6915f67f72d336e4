import { z } from 'zod';

/** What is not money: working hours, changes to software that were taken in, pieces of equipment. */
export const GOODS = ['hours', 'changes', 'pieces'] as const;
export type Goods = (typeof GOODS)[number];

/** Counted, not measured. */
const COUNTED: ReadonlySet<string> = new Set(['changes', 'pieces']);

/** What an amount is an amount of: an ISO 4217 currency, or a kind of goods. A newer partner may know more of them. */
export const unit = z.string().regex(/^([A-Z]{3}|[a-z]{2,20}(-[a-z]{1,20}){0,3})$/);

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code);
}

/** Whether staff can write entries in it here. */
export function isKnownUnit(code: string): boolean {
  return CURRENCIES.has(code) || (GOODS as readonly string[]).includes(code);
}

export function isCounted(code: string): boolean {
  return COUNTED.has(code);
}
