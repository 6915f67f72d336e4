import * as z from 'zod';

const integer = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
const digest = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).href === text;
}
function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}

/** `module/name@version`. */
export const kindSchema = z.string().regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*@[1-9]\d{0,3}$/);

/** The payload of every record. Unknown members are kept: within a version, changes only add. */
export const recordPayloadSchema = z
  .looseObject({
    /** Origin URL of the node whose log carries the record. */
    iss: z.string().refine(isOrigin, 'is not an origin URL'),
    /** Seconds since 1970, as the signer states it. Never selects a key. */
    iat: integer,
    jti: uuid,
    kind: kindSchema,
    /** Absolute URL of what the record is about. */
    sub: z.string().max(2048).refine(isHttpUrl, 'is not an absolute URL'),
    /** `jti` of the record of the same subject that this one follows. */
    prev: uuid.optional(),
    /** In the standard of its domain; the schema of its kind says more. */
    body: z.unknown().optional(),
    /** Base64url SHA-256 of a body that is too large for the log. */
    digest: digest.optional(),
    /** Bytes of that body. */
    size: integer.optional(),
    mediaType: z.string().min(1).max(255).optional(),
    /** Salted digests of personal fields. */
    _sd: z.array(digest).max(256).optional(),
    _sd_alg: z.literal('sha-256').optional(),
  })
  .refine((payload) => (payload.body === undefined) !== (payload.digest === undefined), {
    message: 'has either a body or a digest',
  })
  .refine(
    (payload) =>
      payload.digest === undefined || (payload.size !== undefined && payload.mediaType !== undefined),
    {
      message: 'a digest comes with size and mediaType',
    },
  );
export type RecordPayload = z.infer<typeof recordPayloadSchema>;

export const recordHeaderSchema = z.looseObject({
  alg: z.string(),
  kid: z.string().min(1).max(256),
  typ: z.string(),
  crit: z.unknown().optional(),
});
export type RecordHeader = z.infer<typeof recordHeaderSchema>;
