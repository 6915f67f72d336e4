import { type KeysBody, keysBodySchema } from '@koinon/records';
import { z } from 'zod';
import type { RecordKind } from '../module/module.ts';

/** The record keys that are valid from this entry on (decision 4 of the design). */
export const KEYS = 'kernel/keys@1';
/** A subject is taken back; its content stays provable. */
export const WITHDRAW = 'kernel/withdraw@1';
/** Personal fields and blobs of records are deleted by everyone who holds them. */
export const ERASE = 'kernel/erase@1';

export const withdrawBodySchema = z.looseObject({ reason: z.string().max(2000) });
export type WithdrawBody = z.infer<typeof withdrawBodySchema>;

export const eraseBodySchema = z.looseObject({
  records: z.array(z.uuid()).min(1).max(1000),
  reason: z.enum(['person-request', 'legal-order', 'mistake', 'retention']),
  /** The law or rule that asks for it. */
  basis: z.string().max(2000),
});
export type EraseBody = z.infer<typeof eraseBodySchema>;

const nothing = async () => {};
const keys: RecordKind<KeysBody> = {
  kind: KEYS,
  schema: keysBodySchema,
  project: nothing,
  headline: () => null,
};
const withdraw: RecordKind<WithdrawBody> = {
  kind: WITHDRAW,
  schema: withdrawBodySchema,
  project: nothing,
  headline: () => null,
};
const erase: RecordKind<EraseBody> = {
  kind: ERASE,
  schema: eraseBodySchema,
  project: nothing,
  headline: () => null,
};

/** Kinds whose effect is on the kernel's own tables; `projectRecord` carries them out. */
// biome-ignore lint/suspicious/noExplicitAny: kinds with different bodies
export const recordKinds: readonly RecordKind<any>[] = [keys, withdraw, erase];
