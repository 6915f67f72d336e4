import type { Deed } from './deed.ts';
import { experts } from './experts.ts';
import { translationLedger } from './translation-ledger.ts';
import { translationMemory } from './translation-memory.ts';
import { translationWork } from './translation-work.ts';
import { wildfireDrones } from './wildfire-drones.ts';

export type { Deed, Known } from './deed.ts';

/** Joint projects and expertise, deed by deed. */
export const deeds: readonly Deed[] = [
  ...translationMemory,
  ...translationLedger,
  ...translationWork,
  ...wildfireDrones,
  ...experts,
];
