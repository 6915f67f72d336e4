import type { Constraints, Metadata } from './statement-schema.ts';

/** Stays whatever a constraint allows: without it an entity could not take part at all. */
const ALWAYS_ALLOWED = 'federation_entity';

/**
 * Whether a host falls under a constraint: the same host, or one below the domain behind a leading dot, but not that domain
 * itself (RFC 5280 section 4.2.1.10).
 *
 * @example hostMatches('.example', 'node.example') // true
 */
export function hostMatches(constraint: string, host: string): boolean {
  return constraint.startsWith('.') ? host.endsWith(constraint) : host === constraint;
}

/**
 * Whether naming constraints let an entity be: no exclusion hits its host, and, where hosts are permitted, one of them does.
 *
 * @example nameAllowed({ permitted: ['.example'] }, 'https://node.example') // true
 */
export function nameAllowed(naming: Constraints['naming_constraints'], entityId: string): boolean {
  const { hostname } = new URL(entityId);
  const hit = (constraint: string): boolean => hostMatches(constraint, hostname);
  if (naming?.excluded?.some(hit)) return false;
  return naming?.permitted?.some(hit) ?? true;
}

/**
 * Metadata without the entity types that some statement of the chain does not allow.
 *
 * @example allowTypes({ openid_provider, federation_entity }, [{ allowed_entity_types: [] }]) // { federation_entity }
 */
export function allowTypes(metadata: Metadata, constraints: readonly Constraints[]): Metadata {
  const lists = constraints.flatMap(({ allowed_entity_types: types }) => (types ? [types] : []));
  return Object.fromEntries(
    Object.entries(metadata).filter(
      ([type]) => type === ALWAYS_ALLOWED || lists.every((list) => list.includes(type)),
    ),
  );
}
