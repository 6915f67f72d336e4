import { z } from 'zod';
import type { RecordKind } from '../module/module.ts';

/** A node became a partner of ours, or ceased to be one. */
export const PARTNER = 'kernel/partner@1';
/** Keys of a partner that this node has accepted, or no longer counts. */
export const PARTNER_KEYS = 'kernel/partner-keys@1';
/** Evidence against a log: its origin is frozen here from now on. */
export const ALERT = 'kernel/alert@1';
/** An origin is cosigned and followed again; names the alert that it ends. */
export const RESUME = 'kernel/resume@1';

const keys = z.array(z.string().max(4096)).min(1).max(32);
export const partnerBodySchema = z.looseObject({
  action: z.enum(['added', 'removed']),
  node: z.string().max(300),
  name: z.string().max(300),
  log: z.looseObject({ origin: z.string().max(300), vkeys: keys }),
  witness: z.looseObject({ name: z.string().max(300), vkeys: keys }),
  /** Thumbprints of the record keys that entry 0 of its log is signed with. */
  pinned: z.array(z.string().max(64)).max(64),
  /** Federation keys that we state it with, by name. */
  federation: z.looseObject({ kids: z.array(z.string().max(256)).max(64) }).optional(),
  reason: z.string().max(2000).optional(),
  /** Its record that ended the partnership on its side. */
  because: z.uuid().optional(),
});
export type PartnerBody = z.infer<typeof partnerBodySchema>;

const keyNames = z.array(z.string().max(600)).max(64);
export const partnerKeysBodySchema = z.looseObject({
  node: z.string().max(300),
  name: z.string().max(300),
  /** Who ends the chain: this node itself, or an alliance. */
  anchor: z.string().max(2048),
  /** SHA-256 of the statements of the chain, one a line. */
  evidence: z.string().regex(/^[0-9a-f]{64}$/),
  changes: z
    .array(
      z.looseObject({ use: z.enum(['federation', 'log', 'witness']), added: keyNames, ending: keyNames }),
    )
    .min(1)
    .max(8),
});
export type PartnerKeysBody = z.infer<typeof partnerKeysBodySchema>;

export const alertBodySchema = z.looseObject({
  origin: z.string().max(300),
  code: z.enum(['two-histories', 'rolled-back', 'bad-tiles', 'bad-root', 'bad-signature']),
  /** What was found, for people who look into it: sizes, addresses, counts. */
  detail: z.record(z.string(), z.json()),
  /** Signed checkpoints: the one we held, and the one that does not fit. */
  notes: z.looseObject({ ours: z.string().max(65536).optional(), theirs: z.string().max(65536).optional() }),
});
export type AlertBody = z.infer<typeof alertBodySchema>;

export const resumeBodySchema = z.looseObject({
  origin: z.string().max(300),
  /** `jti` of the alert. */
  alert: z.uuid(),
  reason: z.string().min(1).max(2000),
});
export type ResumeBody = z.infer<typeof resumeBodySchema>;

/** What they change is in the tables of trust, which only the node's own commands write; pages name these acts themselves. */
function trustKind<Body>(kind: string, schema: z.ZodType<Body>): RecordKind<Body> {
  return { kind, schema, project: async () => {}, headline: () => null };
}

/** Public acts of trust. */
// biome-ignore lint/suspicious/noExplicitAny: kinds with different bodies
export const trustKinds: readonly RecordKind<any>[] = [
  trustKind(PARTNER, partnerBodySchema),
  trustKind(PARTNER_KEYS, partnerKeysBodySchema),
  trustKind(ALERT, alertBodySchema),
  trustKind(RESUME, resumeBodySchema),
];
