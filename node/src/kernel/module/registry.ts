import { KoinonError } from '../error.ts';
import type { Module, RecordKind } from './module.ts';

/** All modules of this process, and their kinds by name. */
export interface ModuleRegistry {
  readonly modules: readonly Module[];
  kind(name: string): RecordKind | undefined;
  /** Kinds of modules, for `/.well-known/koinon`. */
  readonly kinds: readonly string[];
  module(name: string): Module | undefined;
}

/** Two modules claim one name, or a module claims a name outside its own. A mistake in the program, found at start. */
export class ModuleConflict extends KoinonError {
  readonly code = 'module-conflict';
}

/** @throws ModuleConflict */
export function makeRegistry(modules: readonly Module[], kernelKinds: readonly RecordKind[]): ModuleRegistry {
  const byName = new Map<string, Module>();
  const kinds = new Map<string, RecordKind>(kernelKinds.map((kind) => [kind.kind, kind]));
  for (const module of modules) {
    if (byName.has(module.name)) throw new ModuleConflict(`two modules are called ${module.name}`);
    byName.set(module.name, module);
    for (const kind of module.kinds ?? []) {
      if (!kind.kind.startsWith(`${module.name}/`))
        throw new ModuleConflict(`${kind.kind} is not of ${module.name}`);
      if (kinds.has(kind.kind)) throw new ModuleConflict(`two kinds are called ${kind.kind}`);
      kinds.set(kind.kind, kind);
    }
    for (const name of Object.keys(module.migrations ?? {})) {
      if (!name.startsWith(module.name))
        throw new ModuleConflict(`migration ${name} is not of ${module.name}`);
    }
    for (const job of module.jobs ?? []) {
      if (!job.name.startsWith(`${module.name}.`))
        throw new ModuleConflict(`job ${job.name} is not of ${module.name}`);
    }
  }
  return {
    modules,
    kind: (name) => kinds.get(name),
    kinds: [...kinds.keys()].sort(),
    module: (name) => byName.get(name),
  };
}
