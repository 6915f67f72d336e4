import type { NodeProfile } from './database/tables/partners.ts';

/** Who this node is: fixed for its lifetime but for the profile. */
export interface NodeIdentity {
  /** Origin URL without trailing slash, `https://node.example` or `http://127.0.0.1:4101` in the demo. */
  readonly origin: string;
  /** Host and port of the origin. */
  readonly host: string;
  /** tlog origin and key name of our log: `<host>/log`. */
  readonly logOrigin: string;
  /** Key name of our witness: `<host>/witness`. */
  readonly witnessName: string;
  /** First 8 hex digits of SHA-256 of the origin: ends cookie names, so that nodes on one host do not share them. */
  readonly shortId: string;
  readonly profile: NodeProfile;
}
