import * as z from 'zod';
import { endpointSchema, entityIdSchema } from './entity-id.ts';
import { secondsSchema } from './time.ts';

/** Names that a token may hold as members; `__proto__` would not be one in JavaScript. */
const name = z
  .string()
  .min(1)
  .max(256)
  .refine((text) => text !== '__proto__', 'is not a name');

const notNull = z.unknown().refine((value) => value !== null && value !== undefined, 'is null');
/** Metadata by entity type; null is not a value there (OpenID Federation section 5). */
export const metadataSchema = z.record(name, z.record(name, notNull));
export type Metadata = Record<string, Record<string, unknown>>;

/** Metadata policy: entity type, parameter, operator, value. What the operators mean is checked apart. */
export const metadataPolicySchema = z.record(name, z.record(name, z.record(name, z.unknown())));

/** A host, or a domain behind a leading dot (RFC 5280 section 4.2.1.10). */
const hostConstraint = z
  .string()
  .max(255)
  .regex(/^\.?[a-z0-9_-]+(\.[a-z0-9_-]+)*$|^\[[0-9a-f:.]+\]$/, 'is not a host or a domain');

export const constraintsSchema = z.looseObject({
  max_path_length: z.number().int().nonnegative().max(64).optional(),
  naming_constraints: z
    .strictObject({
      permitted: z.array(hostConstraint).max(1024).optional(),
      excluded: z.array(hostConstraint).max(1024).optional(),
    })
    .optional(),
  allowed_entity_types: z
    .array(name.refine((type) => type !== 'federation_entity', 'federation_entity is always allowed'))
    .max(256)
    .optional(),
});
export type Constraints = z.infer<typeof constraintsSchema>;

export const trustMarksSchema = z
  .array(z.looseObject({ trust_mark_type: name, trust_mark: z.string().min(1).max(16_384) }))
  .max(256);
export type TrustMarkEntry = z.infer<typeof trustMarksSchema>[number];

const hints = z.array(entityIdSchema).min(1);

/** Claims of every entity statement; `jwks` and the trust mark owners' keys are read by `parseJwks`. */
export const statementClaimsSchema = z.looseObject({
  iss: entityIdSchema,
  sub: entityIdSchema,
  iat: secondsSchema,
  exp: secondsSchema,
  jwks: z.unknown(),
  metadata: metadataSchema.optional(),
  crit: z.array(name).min(1).max(64).optional(),
  authority_hints: hints.optional(),
  trust_anchor_hints: hints.optional(),
  trust_marks: trustMarksSchema.optional(),
  trust_mark_issuers: z.record(name, z.array(entityIdSchema)).optional(),
  trust_mark_owners: z.record(name, z.looseObject({ sub: entityIdSchema, jwks: z.unknown() })).optional(),
  metadata_policy: metadataPolicySchema.optional(),
  metadata_policy_crit: z.array(name).min(1).max(64).optional(),
  constraints: constraintsSchema.optional(),
  source_endpoint: endpointSchema.optional(),
});

/** Claims that only the entity itself may state about itself. */
export const CONFIGURATION_ONLY = [
  'authority_hints',
  'trust_anchor_hints',
  'trust_marks',
  'trust_mark_issuers',
  'trust_mark_owners',
] as const;
/** Claims that only a superior may state. */
export const SUBORDINATE_ONLY = [
  'metadata_policy',
  'metadata_policy_crit',
  'constraints',
  'source_endpoint',
] as const;
/** Claims of answers to an explicit registration: such an answer is no link of a chain (section 12.2.3). */
export const REGISTRATION_ONLY = ['aud', 'trust_anchor'] as const;

/** Codes for claims that have one of their own. */
export const CLAIM_CODES = {
  metadata_policy: 'invalid-metadata-policy',
  metadata_policy_crit: 'invalid-metadata-policy',
  constraints: 'invalid-constraints',
  trust_marks: 'invalid-trust-marks',
  trust_mark_issuers: 'invalid-trust-marks',
  trust_mark_owners: 'invalid-trust-marks',
  crit: 'unsupported-crit',
  jwks: 'invalid-keys',
} as const;
