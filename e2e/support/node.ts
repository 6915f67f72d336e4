import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { koinon, type Running, startScript } from './process.ts';
import { until } from './until.ts';

export interface NodeOptions {
  /** Where its data directory is made. */
  folder: string;
  name: string;
  port: number;
  /** PostgreSQL; without it the node runs on PGlite. */
  databaseUrl?: string | undefined;
  schema?: string;
}

/** One real node of its own: a data directory, a database, a port, and as many `koinon serve` processes as a test starts. */
export class TestNode {
  readonly url: string;
  readonly host: string;
  readonly data: string;
  adminToken = '';
  running: Running | undefined;
  readonly #options: NodeOptions;

  constructor(options: NodeOptions) {
    this.#options = options;
    this.host = `127.0.0.1:${options.port}`;
    this.url = `http://${this.host}`;
    this.data = join(options.folder, options.name);
  }

  get environment(): Record<string, string> {
    const { port, databaseUrl, schema, name } = this.#options;
    return {
      KOINON_ORIGIN: this.url,
      KOINON_PORT: String(port),
      KOINON_DATA: this.data,
      KOINON_ALLOW_LOOPBACK: 'true',
      KOINON_LOG_LEVEL: 'warn',
      KOINON_PROFILE: JSON.stringify({ name }),
      ...(databaseUrl ? { DATABASE_URL: databaseUrl, KOINON_DB_SCHEMA: schema ?? name } : {}),
    };
  }

  command(...args: string[]) {
    return this.commandWith({}, ...args);
  }

  commandWith(environment: Record<string, string>, ...args: string[]) {
    return koinon(args, { ...this.environment, ...environment });
  }

  /** What every process of the node needs to open its keys. */
  masterKey(): string {
    return readFileSync(join(this.data, 'master.key'), 'utf8').trim();
  }

  /** Starts `koinon serve` and waits until it answers; the first time it also makes a token for the test. */
  async start(): Promise<Running> {
    mkdirSync(this.data, { recursive: true });
    this.running = await this.startProcess(this.url, {});
    if (this.adminToken === '') {
      const { code, stdout, stderr } = await this.command('token', 'add', 'test', '--json');
      if (code !== 0) throw new Error(`no token: ${stdout}${stderr}`);
      this.adminToken = JSON.parse(stdout).token;
    }
    return this.running;
  }

  /** One more process on the same database, on a port of its own. */
  async startProcess(url: string, environment: Record<string, string>): Promise<Running> {
    const process = startScript('node/src/cli.ts', ['serve'], {
      env: { ...this.environment, ...environment },
    });
    try {
      await until(
        `${url} answers`,
        async () => {
          const ended = process.child.exitCode !== null;
          return ended || process.output().includes(`listening on ${url}`);
        },
        120_000,
      );
      if (process.child.exitCode !== null) throw new Error('it ended');
      return process;
    } catch (error) {
      await process.end('SIGKILL');
      throw new Error(`${this.#options.name} did not start: ${process.output()}`, { cause: error });
    }
  }

  async kill(): Promise<void> {
    await this.running?.end('SIGKILL');
    this.running = undefined;
  }

  async stop(): Promise<void> {
    await this.running?.end('SIGTERM');
    this.running = undefined;
  }
}

/** Has two running nodes follow and cosign each other. */
export async function befriend(one: TestNode, other: TestNode): Promise<void> {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const { code, stdout, stderr } = await from.command('partner', 'add', to.url);
    if (code !== 0) throw new Error(`partner add failed: ${stdout}${stderr}`);
  }
}
