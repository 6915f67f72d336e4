import { z } from 'zod';
import { joinTexts } from '../i18n/join-texts.ts';
import { langText } from '../i18n/lang-text.ts';
import type { RecordKind } from '../module/module.ts';

/** An alliance that a node hosts: what it is for, who chairs it, its keys, and where it went. */
export const ALLIANCE = 'kernel/alliance@1';
/** A node and an alliance, in the log of whichever of the two acted. */
export const MEMBERSHIP = 'kernel/membership@1';
/** A trust mark was granted or withdrawn. */
export const TRUST_MARK = 'kernel/trust-mark@1';

const entity = z.string().max(2048);

export const charterSchema = z.object({
  title: langText(200),
  text: langText(20_000),
  principles: z.array(langText(500)).max(20),
});

export const policySchema = z.record(
  z.string().max(256),
  z.record(z.string().max(256), z.record(z.string().max(64), z.unknown())),
);

export const allianceBodySchema = z.looseObject({
  action: z.enum(['created', 'changed', 'keys', 'prepared', 'took-over', 'handed-over']),
  entity,
  charter: charterSchema,
  chair: entity,
  marks: z.array(z.string().max(64)).max(64),
  policy: policySchema.nullable(),
  keys: z.looseObject({ keys: z.array(z.looseObject({})).max(32) }),
  predecessor: entity.optional(),
  successor: entity.optional(),
  /** The signed hand-over. */
  hand_over: z.string().max(16_384).optional(),
});
export type AllianceBody = z.infer<typeof allianceBodySchema>;

export const membershipBodySchema = z.looseObject({
  action: z.enum(['invited', 'admitted', 'keys', 'removed', 'joined', 'left', 'ended', 'moved']),
  alliance: entity,
  title: langText(200),
  node: entity,
  /** Names of keys: of the node where the alliance acted, of the alliance where the node did. */
  kids: z.array(z.string().max(256)).max(64).optional(),
  successor: entity.optional(),
  reason: z.string().max(2000).optional(),
});
export type MembershipBody = z.infer<typeof membershipBodySchema>;

export const trustMarkBodySchema = z.looseObject({
  action: z.enum(['granted', 'withdrawn']),
  alliance: entity,
  title: langText(200),
  node: entity,
  type: z.string().max(2048),
});
export type TrustMarkBody = z.infer<typeof trustMarkBodySchema>;

/** What they change is in tables that only the node's own commands write; statements and pins say what counts. */
const project = async () => {};

const FOUNDED = new Set<AllianceBody['action']>(['created', 'took-over']);

/** Search finds an alliance where it lives, and people follow it there. */
const allianceKind: RecordKind<AllianceBody> = {
  kind: ALLIANCE,
  schema: allianceBodySchema,
  project,
  by: 'alliance-by',
  headline: ({ sub, body: { action, charter } }) =>
    FOUNDED.has(action) || action === 'handed-over'
      ? { message: `headline.alliance-${action}`, title: charter.title, sub: new URL(sub).pathname }
      : null,
  search({ body: { action, charter } }) {
    if (action === 'prepared' || action === 'handed-over') return null;
    return { title: charter.title, text: joinTexts(charter.text, charter.principles) };
  },
};

/** That a node belongs is said by both sides; the host's word is the one that others are told of. */
const membershipKind: RecordKind<MembershipBody> = {
  kind: MEMBERSHIP,
  schema: membershipBodySchema,
  project,
  headline: ({ iss, body: { action, alliance, title } }) =>
    (action === 'admitted' || action === 'removed') && URL.parse(alliance)?.origin === iss
      ? { message: `headline.alliance-${action}`, title, sub: new URL(alliance).pathname }
      : null,
  concerns: ({ body: { alliance } }) => ({ subjects: [alliance] }),
};

const trustMarkKind: RecordKind<TrustMarkBody> = {
  kind: TRUST_MARK,
  schema: trustMarkBodySchema,
  project,
  headline: () => null,
};

// biome-ignore lint/suspicious/noExplicitAny: kinds with different bodies
export const allianceKinds: readonly RecordKind<any>[] = [allianceKind, membershipKind, trustMarkKind];
