import { z } from 'zod';

/**
 * Amounts are decimal text in records and whole ten-thousandths in memory: ISO 4217 knows no currency with more than four
 * decimals, and nothing is ever rounded.
 */
const DECIMALS = 4;
const AMOUNT = /^(0|[1-9]\d{0,11})(?:\.(\d{1,4}))?$/;

/** An exact amount above nothing, such as `1250.50`. */
export const amount = z
  .string()
  .regex(AMOUNT, { abort: true })
  .refine((text) => parseAmount(text) > 0n, 'must be more than nothing');

/** @throws RangeError where the text is no amount */
export function parseAmount(text: string): bigint {
  const [, whole, decimals = ''] = AMOUNT.exec(text) ?? [];
  if (whole === undefined) throw new RangeError(`${text} is no amount`);
  return BigInt(whole + decimals.padEnd(DECIMALS, '0'));
}

/** The shortest decimal text of a sum, with its sign: `-12.5`. */
export function writeAmount(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(DECIMALS + 1, '0');
  const decimals = digits.slice(-DECIMALS).replace(/0+$/, '');
  const text = digits.slice(0, -DECIMALS) + (decimals === '' ? '' : `.${decimals}`);
  return value < 0n ? `-${text}` : text;
}

/** Whether a sum has no decimals. */
export function isWhole(value: bigint): boolean {
  return value % 10n ** BigInt(DECIMALS) === 0n;
}
