/** Settings of one node, read once from the environment by `readConfig` (see docs/configuration.md). */
export interface Config {
  origin: string;
  host: string;
  port: number;
  listen: string;
  dataDir: string;
  databaseUrl: string | undefined;
  schema: string;
  masterKey: Uint8Array | undefined;
  logLevel: string;
  /** Outgoing requests may go to loopback addresses: the demo and tests only. */
  allowLoopback: boolean;
  demo: boolean;
  production: boolean;
  trustProxy: boolean;
}
