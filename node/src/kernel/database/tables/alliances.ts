import type { LangText } from '../../i18n/locale.ts';
import type { Json, Timestamp } from './columns.ts';

/** What an alliance is for, in as many languages as it likes. */
export interface Charter {
  title: LangText;
  text: LangText;
  principles: LangText[];
}

/** Metadata policy by entity type, parameter and operator. */
export type AlliancePolicy = Record<string, Record<string, Record<string, unknown>>>;

/** An alliance that this node hosts. */
export interface AllianceTable {
  /** Entity identifier. */
  id: string;
  /** Last part of its address. */
  slug: string;
  /** `prepared`: made to take over one that another node hosts. */
  state: 'active' | 'prepared' | 'handed-over';
  charter: Json<Charter>;
  /** Node whose operator chairs it. */
  chair: string;
  /** Names of the trust marks that it may grant. */
  mark_names: Json<string[]>;
  policy: Json<AlliancePolicy | null> | null;
  /** The signed hand-over to `successor`. */
  hand_over: string | null;
  successor: string | null;
  predecessor: string | null;
  created_at: Timestamp;
  changed_at: Timestamp;
}

/** Keys of hosted alliances, sealed by the master key. */
export interface AllianceKeyTable {
  kid: string;
  alliance: string;
  sealed: Uint8Array;
  created_at: Timestamp;
  retired_at: Timestamp | null;
}

/** Nodes that a hosted alliance has asked to join. */
export interface AllianceInvitationTable {
  alliance: string;
  node: string;
  invited_at: Timestamp;
  expires_at: Timestamp;
}

/** Trust marks that a hosted alliance has granted. */
export interface AllianceMarkTable {
  alliance: string;
  node: string;
  name: string;
  granted_at: Timestamp;
}

/** An alliance that this node is, or was, a member of. */
export interface MembershipTable {
  alliance: string;
  title: Json<LangText>;
  /** `joined`: not admitted yet. `former`: stated no more. `moved`: it has another host now. */
  state: 'joined' | 'member' | 'former' | 'left' | 'moved';
  since: Timestamp;
  changed_at: Timestamp;
  checked_at: Timestamp | null;
  /** Why the last look failed. */
  problem: string | null;
}

/** Trust marks that this node was granted and shows, each good for a day. */
export interface OwnMarkTable {
  alliance: string;
  type: string;
  jws: string;
  expires_at: Timestamp;
}

export interface AllianceTables {
  alliance: AllianceTable;
  alliance_key: AllianceKeyTable;
  alliance_invitation: AllianceInvitationTable;
  alliance_mark: AllianceMarkTable;
  membership: MembershipTable;
  own_mark: OwnMarkTable;
}
