import { allowTypes } from './constraints.ts';
import type { Deliberation } from './decision.ts';
import { jsonEqual } from './json.ts';
import { applyPolicy, type MetadataPolicy, mergePolicies, readPolicy } from './policy/policy.ts';
import type { EntityStatement } from './statement.ts';
import type { Metadata } from './statement-schema.ts';

/** The immediate superior's word on a parameter replaces the subject's, for types that the subject has. */
function overlay(subject: Metadata, superior: Metadata): Metadata {
  return Object.fromEntries(
    Object.entries(subject).map(([type, parameters]) => {
      const stated = Object.hasOwn(superior, type) ? superior[type] : {};
      return [type, { ...parameters, ...stated }];
    }),
  );
}

/** Policies of all superiors in one, the most superior first. */
function chainPolicy(run: Deliberation, superiors: readonly EntityStatement[]): MetadataPolicy {
  return superiors.toReversed().reduce<MetadataPolicy>((merged, { claims }) => {
    if (!claims.metadata_policy && !claims.metadata_policy_crit) return merged;
    const types = Object.keys(claims.metadata_policy ?? {});
    return run.check(
      'policy',
      claims.iss,
      () =>
        mergePolicies(
          merged,
          readPolicy({
            ...(claims.metadata_policy && { metadata_policy: claims.metadata_policy }),
            ...(claims.metadata_policy_crit && { metadata_policy_crit: claims.metadata_policy_crit }),
          }),
        ),
      { types },
    );
  }, {});
}

function changedParameters(before: Metadata, after: Metadata): string[] {
  return Object.entries(after).flatMap(([type, parameters]) => {
    const was = before[type] ?? {};
    const names = new Set([...Object.keys(was), ...Object.keys(parameters)]);
    return [...names]
      .filter((name) => !jsonEqual(was[name], parameters[name]))
      .map((name) => `${type}.${name}`);
  });
}

/**
 * The subject's metadata as the chain lets it stand (OpenID Federation section 6.1.4): what the immediate superior states
 * about it, types that are allowed, then the merged policy. `superiors` are the subordinate statements, the lowest first.
 */
export function chainMetadata(
  run: Deliberation,
  subject: EntityStatement,
  superiors: readonly EntityStatement[],
): Metadata {
  const entity = subject.claims.sub;
  const own = subject.claims.metadata ?? {};
  const immediate = superiors[0]?.claims.metadata;
  const stated = immediate ? overlay(own, immediate) : own;
  if (immediate) run.step('superior-metadata', entity, { changed: changedParameters(own, stated) });
  const allowed = allowTypes(
    stated,
    superiors.flatMap(({ claims }) => (claims.constraints ? [claims.constraints] : [])),
  );
  const removed = Object.keys(stated).filter((type) => !Object.hasOwn(allowed, type));
  run.step('entity-types', entity, { allowed: Object.keys(allowed), removed });
  const policy = chainPolicy(run, superiors);
  return run.check(
    'policy-applied',
    entity,
    () => applyPolicy(policy, allowed),
    (resolved) => ({
      changed: changedParameters(allowed, resolved),
    }),
  );
}
