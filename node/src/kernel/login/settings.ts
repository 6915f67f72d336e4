import { z } from 'zod';
import type { Assurance, MinimumAssurance } from '../identity/level.ts';
import { LEVELS } from '../identity/level.ts';

const level = z.enum(LEVELS);
const notified = z.boolean().default(false);
/** A name in several languages by BCP 47 tag, or the same in all. */
const name = z.union([z.string().min(1).max(80), z.record(z.string(), z.string().min(1).max(80))]);
const https = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''));

const email = z.strictObject({ type: z.literal('email'), level: level.default('none'), notified });
const passkey = z.strictObject({ type: z.literal('passkey'), level: level.default('low'), notified });
const openid = z.strictObject({
  type: z.literal('openid'),
  /** Ends the callback's address and begins the identifiers of its people: never changed. */
  id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
  name,
  issuer: https,
  clientId: z.string().min(1),
  /** Without it the node proves itself with its own key (`private_key_jwt`). */
  clientSecret: z.string().min(1).optional(),
  scope: z.string().default('openid'),
  /** `acr_values` to ask for. */
  acrValues: z.string().optional(),
  level,
  notified,
  /** Levels by the `acr` that comes back; where it is not listed, or none comes, nobody is let in. */
  levels: z.record(z.string(), z.strictObject({ level, notified })).optional(),
});
const testEid = z.strictObject({
  type: z.literal('test-eid'),
  level: level.default('substantial'),
  notified,
  people: z.array(z.strictObject({ code: z.string().regex(/^[a-z0-9-]{1,40}$/), name: z.string() })).min(1),
});

export const methodsShape = z
  .array(z.discriminatedUnion('type', [email, passkey, openid, testEid]))
  .refine((methods) => new Set(methods.map(methodId)).size === methods.length, 'a method is there twice');

export type MethodSettings = z.output<typeof methodsShape>[number];
export type MethodOf<Type extends MethodSettings['type']> = Extract<MethodSettings, { type: Type }>;

/** How a method is called in sessions and addresses. */
export function methodId(method: { type: string; id?: string }): string {
  return method.id ?? method.type;
}

export function assuranceOfMethod({ level, notified }: MethodSettings): Assurance {
  return { level, notified };
}

/** How people of this node log in, and what is asked of guests. */
export interface LoginSettings {
  methods: readonly MethodSettings[];
  /** The least level of guests. */
  guests: MinimumAssurance;
  /** Where letters are handed in; without it they are written to files in the demo, and not sent elsewhere. */
  smtpUrl?: string | undefined;
  mailFrom?: string | undefined;
}
