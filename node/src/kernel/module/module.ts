import type { Hono } from 'hono';
import type { Migration } from 'kysely/migration';
import type { z } from 'zod';
import type { Tx } from '../database/tables.ts';
import type { MetadataContributor } from '../federation/index.ts';
import type { LangText, Locale } from '../i18n/locale.ts';
import type { Role } from '../identity/roles.ts';
import type { Kernel } from '../kernel.ts';
import type { RecordContext, SignedRecord } from '../records/record.ts';
import type { ApiRoute } from '../web/api-route.ts';
import type { AppEnv } from '../web/app-env.ts';
import type { NavigationLink } from '../web/page.ts';

/** How a table of a module relates to the log; a test fails where one is not declared. */
export type TableClass =
  | { kind: 'log-derived' }
  | { kind: 'cache' }
  /** What the node itself needs: keys, leases, settings. Nothing of a person. */
  | { kind: 'operational' }
  | {
      kind: 'private';
      /** How long rows are kept, in words and as an ISO 8601 duration (`P3Y`), or `while-active`. */
      retention: string;
      /** What it holds of an account, for the person; without secrets. */
      exportFor(tx: Tx, account: string): Promise<unknown[]>;
      eraseFor(tx: Tx, account: string, when: Erasure): Promise<void>;
      /** Removes what was kept for long enough; a job calls it every day. */
      expire?(tx: Tx, now: Date): Promise<void>;
    };

/** An account that is being erased. */
export interface Erasure {
  now: Date;
  /** Until when the node remembers a lasting identifier, so that nobody takes part twice. */
  rememberUntil: Date;
}

/** A kind of record: its schema, what it changes here, and how people read of it. */
export interface RecordKind<Body = unknown> {
  /** `<module>/<name>@<version>`, for example `practices/practice@1`. When a new version may be written: CONTRIBUTING.md. */
  kind: string;
  /** Loose objects: unknown fields are kept (additive changes within a version). */
  schema: z.ZodType<Body>;
  /**
   * Applies the record to the module's public tables. Runs for local and partner records alike, inside the transaction
   * that stores it, after signature, subject, predecessor and schema were checked. Idempotent; uses only `tx`.
   * Throws `RefusedRecord` where the body contradicts the module's rules: the record is then stored and flagged.
   */
  project(tx: Tx, record: SignedRecord<Body>, context: RecordContext): Promise<void>;
  /** Undoes or hides what `project` showed when the subject is withdrawn or erased. */
  retract?(tx: Tx, sub: string, context: RecordContext, how: 'withdrawn' | 'erased'): Promise<void>;
  /** One line for home pages, feeds and record pages; null where the act is not news for people. */
  headline(record: SignedRecord<Body>): Headline | null;
  /** Message key with `{who}` that says what the subject is and whose, such as "Practice from Montaluz". */
  by?: string;
  /** What a record concerns beside its own subject, for people who follow that. */
  concerns?(record: SignedRecord<Body>): Concerns;
  /** What full-text search finds it by; replaces earlier documents of the subject. */
  search?(record: SignedRecord<Body>): SearchDocument | null;
}

export interface Headline {
  /** Message key of a sentence with `{title}`, such as `practices.headline.published`. */
  message: string;
  title: LangText;
  /** Path of the subject at this node, without origin; the caller adds `~host` for partners. */
  sub: string;
}

export interface Concerns {
  /** Other subjects, as URLs at their origins: what it is part of, or speaks of. */
  subjects?: readonly string[];
  topics?: readonly string[];
}

export interface SearchDocument {
  title: LangText;
  /** Body text in as many languages as there are. */
  text: LangText;
}

export interface ProjectedEvent {
  kind: string;
  log: number;
  node: string;
  sub: string;
  jti: string;
  previous: string | null;
}

export interface JobDefinition<Data extends object = object> {
  /** `<module>.<verb>`; also the queue's name. */
  name: string;
  /** Cron line in UTC; without it the job runs only when sent. */
  cron?: string;
  /** Idempotent; may be killed at any point and run again. */
  run(kernel: Kernel, data: Data): Promise<void>;
}

/** A page about what is a person's own, such as their ways to log in. */
export interface AccountPage {
  /** Message key of the link. */
  label: string;
  /** Message key of one sentence: what one does there. */
  about: string;
  path: string;
  /** Guests have it too. */
  guests: boolean;
  /** Whether this node has it at all; by default it does. */
  offered?(kernel: Kernel): boolean;
}

/** The manifest of one capability: everything that the kernel must know of it. */
export interface Module {
  name: string;
  /** Loads `messages/<locale>.json`; keys become `<module>.<key>`. */
  messages(locale: Locale): Promise<Record<string, string>>;
  navigation?: readonly NavigationLink[];
  /** Pages of its own that belong to a person's account, listed on the page of that. */
  accountPages?: readonly AccountPage[];
  /** Pages, mounted at `/`; each module keeps to its own first path segment (home and partners: as the design says). */
  routes?(kernel: Kernel): Hono<AppEnv>;
  /** REST routes below `/api/v1`, described by zod so that OpenAPI follows from them. */
  api?(kernel: Kernel): readonly ApiRoute[];
  // biome-ignore lint/suspicious/noExplicitAny: a registry of kinds with different bodies
  kinds?: readonly RecordKind<any>[];
  tables?: Readonly<Record<string, TableClass>>;
  /** Forward only; names sort and start with the module's name. */
  migrations?: Readonly<Record<string, Migration>>;
  permissions?: readonly string[];
  /** Which of its permissions each role holds; an administrator holds all. */
  roles?: Partial<Readonly<Record<Role, readonly string[]>>>;
  /** What it adds to the entity configuration of the node, by entity type: `openid_provider` and the like. */
  entityMetadata?: MetadataContributor;
  /** Most bytes of a request body by path prefix, where forms or API calls may be larger than the 512 KiB of all others. */
  bodyLimits?: Readonly<Record<string, number>>;
  /** Registers what `koinon <module> …` asks of the node, running or opened for the moment. */
  control?(kernel: Kernel): void;
  // biome-ignore lint/suspicious/noExplicitAny: a registry of jobs with different data
  jobs?: readonly JobDefinition<any>[];
  /** Called in the transaction of the projection, by kind; slow work enqueues a job. */
  on?: Readonly<Record<string, (kernel: Kernel, tx: Tx, event: ProjectedEvent) => Promise<void>>>;
}
