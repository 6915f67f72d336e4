import type { Logger } from 'pino';
import type { Bell } from './bell.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config/config.ts';
import type { Control } from './control/methods.ts';
import type { OpenDatabase } from './database/open.ts';
import type { Db } from './database/tables.ts';
import type { OwnEntity, TrustResolver } from './federation/index.ts';
import type { Fetcher } from './fetch/fetcher.ts';
import type { Health } from './health/health.ts';
import type { I18n } from './i18n/i18n.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Keys } from './keys/keys.ts';
import type { TileReader } from './log/tile-reader.ts';
import type { LoginService } from './login/index.ts';
import type { Metrics } from './metrics.ts';
import type { ModuleRegistry } from './module/registry.ts';
import type { NodeIdentity } from './node-identity.ts';
import type { RecordsService } from './records/record.ts';
import type { TrustStore } from './trust/trust-store.ts';

/** The services of one running node, made once in `start.ts` and handed to modules, commands and jobs. */
export interface Kernel {
  readonly config: Config;
  readonly identity: NodeIdentity;
  readonly clock: Clock;
  readonly log: Logger;
  readonly database: OpenDatabase;
  /** Short for `database.db`. Never use it inside a transaction (see `Tx`). */
  readonly db: Db;
  readonly keys: Keys;
  readonly records: RecordsService;
  readonly trust: TrustStore;
  /** This node as others see it in the federation. */
  readonly entity: OwnEntity;
  /** Whether an entity is to be trusted, by a chain to a pinned anchor, and why. */
  readonly resolver: TrustResolver;
  readonly fetcher: Fetcher;
  readonly login: LoginService;
  readonly jobs: Jobs;
  readonly i18n: I18n;
  readonly modules: ModuleRegistry;
  readonly metrics: Metrics;
  /** Id of the row of our own log. */
  readonly ownLog: number;
  /** Tiles and entries of every log that we hold. */
  readonly tiles: TileReader;
  /** Rings after each new checkpoint of ours. */
  readonly publishing: Pick<Bell, 'next'>;
  readonly health: Health;
  readonly control: Control;
}
