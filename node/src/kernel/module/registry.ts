import type { Module, RecordKind } from './module.ts';

/** All modules of this process, and their kinds by name. */
export interface ModuleRegistry {
  readonly modules: readonly Module[];
  kind(name: string): RecordKind | undefined;
  readonly kinds: readonly string[];
  module(name: string): Module | undefined;
}
