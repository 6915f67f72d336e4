import { z } from 'zod';
import type { Actor } from '../identity/actor.ts';
import type { Kernel } from '../kernel.ts';
import { PURPOSES } from '../keys/purposes.ts';
import { rotateKey } from '../keys/rotate.ts';
import { removePartner } from '../trust/remove-partner.ts';

/** An act that cannot be taken back, or that others will notice at once. */
export interface DangerousAct<Params> {
  permission: string;
  params: z.ZodType<Params>;
  /** What it is done to, for lists. */
  subject(params: Params): string;
  /** Does it; a transaction of its own. Answers what the one who asks is told. */
  run(kernel: Kernel, actor: Actor, params: Params, reason: string): Promise<unknown>;
}

const partnerRemove: DangerousAct<{ host: string }> = {
  permission: 'kernel.partners',
  params: z.strictObject({ host: z.string().min(1).max(300) }),
  subject: ({ host }) => host,
  run: (kernel, actor, { host }, reason) =>
    removePartner(kernel, actor, { host, ...(reason === '' ? {} : { reason }) }),
};

const keyRotate: DangerousAct<{ purpose: (typeof PURPOSES)[number] }> = {
  permission: 'kernel.keys',
  params: z.strictObject({ purpose: z.enum(PURPOSES) }),
  subject: ({ purpose }) => purpose,
  run: (kernel, actor, { purpose }) => rotateKey(kernel, actor, purpose),
};

const recordErase: DangerousAct<{ jti: string; why: 'person-request' | 'legal-order' | 'mistake' }> = {
  permission: 'kernel.erase',
  params: z.strictObject({ jti: z.uuid(), why: z.enum(['person-request', 'legal-order', 'mistake']) }),
  subject: ({ jti }) => `/records/${jti}`,
  run: (kernel, actor, { jti, why }, reason) =>
    kernel.database.transaction((tx) => kernel.records.erase(tx, actor, [jti], why, reason)),
};

/** By name. A node can ask that a second person confirms each of them (`KOINON_FOUR_EYES`). */
export const DANGEROUS_ACTS = {
  'partner.remove': partnerRemove,
  'key.rotate': keyRotate,
  'record.erase': recordErase,
} as const;
export type DangerousActName = keyof typeof DANGEROUS_ACTS;
export const DANGEROUS_ACT_NAMES = Object.keys(DANGEROUS_ACTS) as DangerousActName[];

// biome-ignore lint/suspicious/noExplicitAny: a registry of acts with different parameters
export function dangerousAct(name: DangerousActName): DangerousAct<any> {
  return DANGEROUS_ACTS[name];
}
