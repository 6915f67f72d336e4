import { resolve } from 'node:path';
import type { z } from 'zod';
import type { Config } from './config.ts';
import { BadConfiguration } from './error.ts';
import { type Settings, type VariableName, variables } from './schema.ts';

/**
 * Reads the settings of a node from an environment. Empty variables count as not set.
 * @throws BadConfiguration naming every bad variable, and every `KOINON_` variable that does not exist.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const problems: string[] = [];
  const settings: Record<string, unknown> = {};
  for (const [name, variable] of Object.entries(variables)) {
    const text = env[name];
    if (text === undefined || text === '') continue;
    const result = variable.schema.safeParse(text);
    if (result.success) settings[name] = result.data;
    else
      problems.push(
        `${name} should be ${variable.expects}${'secret' in variable ? placeOf(result.error) : `, not "${text}"`}`,
      );
  }
  for (const name of unknownNames(env))
    problems.push(`${name} is not a setting of Koinon${suggestion(name)}`);
  const config = compose(settings as Settings, process.cwd());
  if (config.production && !config.databaseUrl) {
    problems.push('DATABASE_URL should be set: KOINON_PRODUCTION is true, and PGlite is for trial only');
  }
  if (config.production && settings.KOINON_ORIGIN !== undefined && !config.origin.startsWith('https:')) {
    problems.push('KOINON_ORIGIN should begin with https:// because KOINON_PRODUCTION is true');
  }
  if (config.production && !env.KOINON_ORIGIN) {
    problems.push('KOINON_ORIGIN should be set because KOINON_PRODUCTION is true');
  }
  if (!config.demo && config.login?.methods.some(({ type }) => type === 'test-eid')) {
    problems.push(
      'KOINON_LOGIN_METHODS should not have test-eid: it lets anybody in, and is for the demo only',
    );
  }
  if (problems.length > 0) throw new BadConfiguration(problems);
  return config;
}

/** Where within a JSON value the fault is; what stands there may be a secret. */
function placeOf({ issues }: z.ZodError): string {
  const path = issues[0]?.path ?? [];
  return path.length === 0 ? '' : `; look at ${path.join('.')}`;
}

function compose(settings: Settings, directory: string): Config {
  const port = settings.KOINON_PORT ?? 4100;
  const origin = settings.KOINON_ORIGIN ?? `http://127.0.0.1:${port}`;
  return {
    origin,
    host: new URL(origin).host,
    port,
    listen: settings.KOINON_LISTEN ?? '127.0.0.1',
    dataDir: resolve(directory, settings.KOINON_DATA ?? '.koinon/node'),
    databaseUrl: settings.DATABASE_URL,
    schema: settings.KOINON_DB_SCHEMA ?? 'koinon',
    masterKey: settings.KOINON_MASTER_KEY,
    logLevel: settings.KOINON_LOG_LEVEL ?? 'info',
    timeZone: settings.KOINON_TIME_ZONE,
    allowLoopback: settings.KOINON_ALLOW_LOOPBACK ?? false,
    demo: settings.KOINON_DEMO ?? false,
    production: settings.KOINON_PRODUCTION ?? false,
    trustProxy: settings.KOINON_TRUST_PROXY ?? false,
    fourEyes: settings.KOINON_FOUR_EYES ?? false,
    profile: settings.KOINON_PROFILE,
    login: {
      methods: settings.KOINON_LOGIN_METHODS ?? [],
      guests: { level: settings.KOINON_GUEST_LEVEL ?? 'none' },
      smtpUrl: settings.KOINON_SMTP_URL,
      mailFrom: settings.KOINON_MAIL_FROM,
    },
  };
}

/** Variables of the demo and of the tests, which are no settings of a node. */
const ELSEWHERE = /^KOINON_(TEST_|BACKUP_PASSPHRASE$|REQUIRE$|SHARED$|DEMO_|CACHE$)/;

function unknownNames(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(env).filter(
    (name) => name.startsWith('KOINON_') && !(name in variables) && !ELSEWHERE.test(name),
  );
}

function suggestion(name: string): string {
  const near = (Object.keys(variables) as VariableName[]).find(
    (known) => known.startsWith(name) || name.startsWith(known) || letters(known) === letters(name),
  );
  return near ? ` (did you mean ${near}?)` : '';
}

function letters(name: string): string {
  return [...name.replaceAll('_', '')].sort().join('');
}
