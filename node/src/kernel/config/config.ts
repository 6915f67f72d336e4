import type { NodeProfile } from '../database/tables/partners.ts';
import type { LoginSettings } from '../login/settings.ts';

/** Settings of one node, read once from the environment by `readConfig` (see docs/configuration.md). */
export interface Config {
  /** Origin URL without trailing slash: the name of the node for everyone else, never changed. */
  origin: string;
  /** Host and port of the origin. */
  host: string;
  port: number;
  /** Address that the server binds to. */
  listen: string;
  /** Absolute path. */
  dataDir: string;
  databaseUrl: string | undefined;
  schema: string;
  masterKey: Uint8Array | undefined;
  logLevel: string;
  /** IANA zone in which pages show times; the machine's own where it is not set. */
  timeZone?: string | undefined;
  /** Outgoing requests may go to loopback addresses: the demo and tests only. */
  allowLoopback: boolean;
  demo: boolean;
  production: boolean;
  trustProxy: boolean;
  /** Removing a partner, rotating a key and erasing a record wait until a second person confirms them. */
  fourEyes: boolean;
  /** How people log in; without it only staff tokens and guests do. */
  login?: LoginSettings | undefined;
  /** Who runs the node, for its first start; afterwards the database knows. */
  profile?: NodeProfile | undefined;
}
