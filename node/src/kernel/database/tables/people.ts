import type { Generated } from 'kysely';
import type { Level } from '../../identity/level.ts';
import type { Role, RoleGrant } from '../../identity/roles.ts';
import type { Big, Json, Timestamp } from './columns.ts';

/** Somebody who can log in: one of the node's own people (issuer is the node) or a guest. */
export interface AccountTable {
  id: string;
  issuer: string;
  /** Random for own people, pairwise for guests; null once the account is erased. */
  subject: string | null;
  display_name: string | null;
  created_at: Timestamp;
  last_login_at: Timestamp | null;
  erased_at: Timestamp | null;
}

/** Which account an identifier belongs to that a login method has verified; only a keyed hash of it is kept. */
export interface AccountIdentifierTable {
  /** HMAC-SHA-256, lower-case hex. */
  hash: string;
  /** Kept when the account is erased, so that registering again gives the same subject. */
  subject: string;
  account: string | null;
  /** It names one person for good (an eID, not an e-mail address): kept for a while when the account is erased. */
  lasting: boolean;
  /** The person took it off the account: it logs nobody in until the account takes it back. */
  removed_at: Timestamp | null;
  /** After an erasure: when the row goes. */
  until: Timestamp | null;
}

export interface SessionTable {
  /** SHA-256 of the cookie's value. */
  id: string;
  /** A session belongs to a token or to an account. */
  token: string | null;
  account: string | null;
  created_at: Timestamp;
  expires_at: Timestamp;
  seen_at: Timestamp;
  /** How, how surely and when the person logged in; null for a token. */
  method: string | null;
  level: Level | null;
  notified: boolean | null;
  authenticated_at: Timestamp | null;
  /** Kind of browser and system, for the list of a person's sessions. */
  browser: string | null;
}

/** Staff tokens; only the hash is kept. */
export interface TokenTable {
  id: string;
  name: string;
  hash: string;
  permissions: Json<string[]>;
  created_at: Timestamp;
  expires_at: Timestamp | null;
  last_used_at: Timestamp | null;
  revoked_at: Timestamp | null;
  /** Id of the actor who made it; null where it was made on the machine itself. */
  made_by: string | null;
}

/** A role of a person, for the node or for one resource. */
export interface RoleGrantTable {
  id: string;
  account: string;
  role: Role;
  /** Path of the resource; null: the whole node. */
  resource: string | null;
  granted_at: Timestamp;
  granted_by: string;
}

/** An invitation to work at this node; only the hash of its secret is kept. */
export interface InvitationTable {
  id: string;
  hash: string;
  grants: Json<RoleGrant[]>;
  /** Whom it is for, in the words of the inviter. */
  invitee: string;
  invited_by: string;
  created_at: Timestamp;
  expires_at: Timestamp;
  accepted_at: Timestamp | null;
  accepted_by: string | null;
  revoked_at: Timestamp | null;
}

/** An act that waits for a second person, or has waited. */
export interface ApprovalTable {
  id: string;
  /** Name of the act, such as `partner.remove`. */
  act: string;
  params: Json<Record<string, unknown>>;
  /** What it is about, for people. */
  subject: string;
  reason: string;
  asked_by: string;
  asked_at: Timestamp;
  expires_at: Timestamp;
  outcome: 'confirmed' | 'refused' | null;
  decided_by: string | null;
  decided_at: Timestamp | null;
}

/** What staff did: who, what, when, on what. Append-only but for its retention. */
export interface AuditTable {
  id: Generated<Big>;
  at: Timestamp;
  actor: string;
  acting_for: string | null;
  act: string;
  subject: string;
  detail: Json<Record<string, unknown>>;
}

/** Records that an account caused under its own name; never those under a pseudonym. */
export interface AuthorshipTable {
  account: string;
  jti: string;
  at: Timestamp;
}

/** A process in which each person takes part once, and its key. */
export interface ParticipationProcessTable {
  /** Path of the process. */
  process: string;
  /** Its key, wrapped by the master key; null once destroyed. */
  wrapped: Uint8Array | null;
  opened_at: Timestamp;
  /** End of the objection period; null while it is not known. */
  objection_until: Timestamp | null;
  key_destroyed_at: Timestamp | null;
  /** Who may take part (`Admission`). */
  admits: Json<unknown>;
  /** Final number; null while the pseudonyms can be counted. */
  participants: number | null;
}

/** Pseudonyms that took part. No account is named here. */
export interface ParticipationTable {
  process: string;
  pseudonym: string;
}

/** Records of a pseudonym. */
export interface ParticipationRecordTable {
  process: string;
  pseudonym: string;
  jti: string;
}

/** Who can log in, what they may do and did, and who took part in which process. */
export interface PeopleTables {
  account: AccountTable;
  account_identifier: AccountIdentifierTable;
  session: SessionTable;
  token: TokenTable;
  role_grant: RoleGrantTable;
  invitation: InvitationTable;
  approval: ApprovalTable;
  audit: AuditTable;
  authorship: AuthorshipTable;
  participation_process: ParticipationProcessTable;
  participation: ParticipationTable;
  participation_record: ParticipationRecordTable;
}
