import type { NodeProfile } from '../database/tables/partners.ts';
import type { Formats, Locale, Translate } from '../i18n/locale.ts';

/** The five doors of a node's navigation, in their order. A module names its door and never adds a sixth. */
export const DOORS = ['take-part', 'commitments', 'shared-work', 'data-and-facts', 'partners'] as const;
export type Door = (typeof DOORS)[number];

/** A node as pages name it: this node, or a partner. */
export interface NodeFace {
  /** Origin URL. */
  node: string;
  host: string;
  name: string;
  profile: NodeProfile;
  /** Id of the mark's `<symbol>` on the page. */
  markId: string;
}

/** The thread under the masthead: what is held in common, and whether it holds. */
export interface ThreadState {
  state: 'alone' | 'agrees' | 'waiting' | 'alarm';
  partners: ReadonlyArray<
    NodeFace & {
      state: 'agrees' | 'waiting' | 'unreachable' | 'alarm';
      code: string | null;
      lastOkAt: Date | null;
    }
  >;
}

export interface NavigationLink {
  door: Door;
  /** Message key of the label. */
  label: string;
  path: string;
  /** Message key of one sentence: what one finds or does there. Shown on the home page and behind the door. */
  about?: string;
}

/** All that the layout of a page needs; made once per request, kept in `c.var.page`. */
export interface PageContext {
  locale: Locale;
  dir: 'ltr' | 'rtl';
  t: Translate;
  format: Formats;
  now: Date;
  self: NodeFace;
  thread: ThreadState;
  navigation: readonly NavigationLink[];
  /** Path of this request, for language links and forms. */
  path: string;
  /** Its query with the question mark (or empty), without `lang` and `scheme`: links append their own. */
  query: string;
  scheme: 'auto' | 'light' | 'dark';
  /** Who is signed in, or null. */
  person: { type: 'staff' | 'person' | 'guest'; name: string } | null;
  /** Whether the person holds a permission, to offer or hide an action (commands check again). */
  may(permission: string, resource?: string): boolean;
  /** Value of the hidden field `csrf` that every form that posts must have (`CSRF_FIELD`). */
  readonly csrf: string;
  requestId: string;
  stylesheet: string;
  /** PGlite: the node says that it is a trial. */
  trialStorage: boolean;
  demo: boolean;
}

/** State of one record for the provenance component (guide to pages, section 5): author, us, others. */
export interface Provenance {
  origin: NodeFace;
  /** True where the record is our own. */
  own: boolean;
  /** Claimed by the signer (`iat`). */
  signedAt: Date;
  state: 'pending' | 'logged' | 'failed' | 'withdrawn' | 'erased';
  /** Why the check failed, or why it was withdrawn. */
  code: string | null;
  reason: string | null;
  stateAt: Date | null;
  /** When we checked signature and place in the log; null for our own records and before the check. */
  checkedAt: Date | null;
  /** Place in its log, null while pending. */
  index: number | null;
  /** Every witness expected to cosign the log, other than its author. */
  cosigners: ReadonlyArray<{
    face: NodeFace;
    cosigned: boolean;
    /** Its first cosignature on a tree that holds the record, and the size of that tree. */
    at: Date | null;
    size: number | null;
    /** Its latest cosignature on the log at all. */
    lastSeenAt: Date | null;
  }>;
  /** Address of the record's page at this node. */
  recordPath: string;
}
