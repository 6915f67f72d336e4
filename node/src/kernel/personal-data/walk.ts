import type { Kernel } from '../kernel.ts';
import type { TableClass } from '../module/module.ts';
import { kernelTables } from './tables.ts';

export type PrivateTable = Extract<TableClass, { kind: 'private' }>;

/** Every table of kernel and modules that may hold something of a person, by name. */
export function privateTables({ modules }: Pick<Kernel, 'modules'>): [string, PrivateTable][] {
  const all = [kernelTables, ...modules.modules.map((module) => module.tables ?? {})];
  return all
    .flatMap((tables) => Object.entries(tables))
    .filter((entry): entry is [string, PrivateTable] => entry[1].kind === 'private');
}
