import { multiply, NUMBER } from './field';

/** Tables for `bytes` windows of eight bits: 255 powers of base^(256^i) each. `work`: room for a number. */
export function makeTables(table: usize, base: usize, bytes: usize, work: usize): void {
  memory.copy(work, base, NUMBER);
  let at = table;
  for (let i: usize = 0; i < bytes; i++) {
    memory.copy(at, work, NUMBER);
    for (let d: usize = 1; d < 255; d++) multiply(at + d * NUMBER, at + (d - 1) * NUMBER, work);
    multiply(work, work, at + 254 * NUMBER);
    at += 255 * NUMBER;
  }
}

/** Multiplies `to` by a power of the base of `table`: one multiplication a byte of the exponent. */
export function multiplyByPower(to: usize, table: usize, exponent: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i++) {
    const digit = <usize>load<u8>(exponent + i);
    if (digit != 0) multiply(to, to, table + (255 * i + digit - 1) * NUMBER);
  }
}
