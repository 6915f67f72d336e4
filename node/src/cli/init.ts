import { chmod, mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import type { Config } from '../kernel/config/config.ts';
import { openPostgres } from '../kernel/database/open-postgres.ts';
import type { NodeProfile } from '../kernel/database/tables/partners.ts';
import { withStoppedNode } from './ask-node.ts';
import { readText, writeOutput } from './files.ts';
import { command, type OptionSpec, type OptionValues } from './framework/command.ts';
import { Failed, UsageError } from './framework/error.ts';
import { EXIT } from './framework/exit.ts';
import { MARKS } from './marks.ts';
import { dataOption, envFile, nodeConfig, SETTINGS_FILE } from './settings.ts';

const options = {
  origin: {
    type: 'string',
    value: 'URL',
    describe: 'Address of the node, such as https://node.example. It names the log for good. Required.',
  },
  name: {
    type: 'string',
    value: 'TEXT',
    describe: 'What the node is called: a country, region, city or body. Required.',
  },
  'native-name': {
    type: 'string',
    value: 'TEXT',
    describe: 'The name in the language of the place, where it differs.',
  },
  'native-lang': { type: 'string', value: 'TAG', describe: 'That language, as a BCP 47 tag such as et.' },
  body: { type: 'string', value: 'TEXT', describe: 'The body that is responsible for the node.' },
  address: { type: 'string', value: 'TEXT', describe: 'Its postal address.' },
  email: { type: 'string', value: 'TEXT', describe: 'Where people can write to.' },
  mark: {
    type: 'string',
    value: 'NAME',
    describe: `Its mark: ${Object.keys(MARKS).join(', ')}; or a file with one stroke (SVG path data on a 32 × 32 grid) per line.`,
  },
  port: { type: 'string', value: 'N', describe: 'Port to listen on (4100).' },
  listen: { type: 'string', value: 'ADDRESS', describe: 'Address to bind to (127.0.0.1).' },
  production: { type: 'boolean', describe: 'People will rely on it: needs DATABASE_URL and https.' },
  ...dataOption,
} as const satisfies Record<string, OptionSpec>;

export const init = command({
  name: 'init',
  summary: 'Make a new node: data directory, keys, first admin token',
  description: [
    `Writes the settings to ${SETTINGS_FILE} in the data directory (and DATABASE_URL with them, where it is set), the key that wraps all others to master.key, makes all keys and the log, and shows the first admin token once. Keep a copy of master.key apart from the database: without it the node cannot sign again.`,
    'A directory that holds a node already is never touched.',
  ],
  options,
  examples: [
    'koinon init --origin https://kaldavere.example --name Kaldavere --native-lang et --mark boat --body "Government Office" --data /var/lib/koinon',
  ],
  async run({ options: given, io, env }) {
    const settings = await settingsOf(given, env.DATABASE_URL);
    // Bad values are found before anything is written.
    const config = await nodeConfig({ ...env, ...settings }, given.data);
    await requireEmpty(config);
    await requireEmptyDatabase(config);
    await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
    await chmod(config.dataDir, 0o700);
    io.progress('Making the database and the keys …');
    const token = await firstToken(config);
    await writeOutput(join(config.dataDir, SETTINGS_FILE), envFile(settings), { mode: 0o600 });
    const { name } = JSON.parse(settings.KOINON_PROFILE ?? '{}') as NodeProfile;
    const lines = [
      `${name} is ready in ${config.dataDir}.`,
      `  ${SETTINGS_FILE}  its settings`,
      ...(config.masterKey
        ? []
        : ['  master.key  the key that wraps all others: copy it to a safe place, apart from the database']),
      '',
      'The first admin token, shown only now:',
      token,
      '',
      `Next: koinon serve --data ${config.dataDir}`,
      ...(config.databaseUrl
        ? []
        : [
            'This is trial storage (PGlite). Set DATABASE_URL and begin anew, or move with "koinon backup", before people rely on it.',
          ]),
    ];
    return io.answer(
      EXIT.ok,
      {
        origin: config.origin,
        dataDir: config.dataDir,
        adminToken: token,
        trialStorage: !config.databaseUrl,
      },
      lines,
    );
  },
});

async function settingsOf(
  given: OptionValues<typeof options>,
  databaseUrl: string | undefined,
): Promise<Record<string, string>> {
  const missing = (['origin', 'name'] as const).filter((name) => !given[name]?.trim());
  if (missing.length > 0) {
    throw new UsageError(
      'missing-option',
      `Give ${missing.map((name) => `--${name}`).join(' and ')}: "koinon init --help" shows an example.`,
    );
  }
  const profile: NodeProfile = {
    name: given.name?.trim() ?? '',
    ...(given['native-name'] && { nativeName: given['native-name'] }),
    ...(given['native-lang'] && { nativeLang: given['native-lang'] }),
    ...(given.body && { body: given.body }),
    ...(given.address && { address: given.address }),
    ...(given.email && { email: given.email }),
    ...(given.mark && { mark: await readMark(given.mark) }),
  };
  return {
    KOINON_ORIGIN: given.origin ?? '',
    KOINON_PROFILE: JSON.stringify(profile),
    ...(given.port && { KOINON_PORT: given.port }),
    ...(given.listen && { KOINON_LISTEN: given.listen }),
    ...(given.production && { KOINON_PRODUCTION: 'true' }),
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
  };
}

async function readMark(text: string): Promise<string[]> {
  const known = MARKS[text];
  if (Object.hasOwn(MARKS, text) && known) return [...known];
  if (!/[./\\]/.test(text)) {
    throw new UsageError(
      'bad-mark',
      `There is no mark "${text}". Choose ${Object.keys(MARKS).join(', ')}, or name a file.`,
    );
  }
  const { sanitizeMark } = await import('../kernel/trust/mark.ts');
  const strokes = (await readText(text, 'a mark'))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const mark = sanitizeMark(strokes);
  if (mark === null) {
    throw new UsageError(
      'bad-mark',
      `${text} is no mark: it should hold 1 to 12 lines of SVG path data within 32 × 32.`,
    );
  }
  return mark;
}

/** @throws Failed where a node, or anything else, lies there */
async function requireEmpty(config: Config): Promise<void> {
  const entries = await readdir(config.dataDir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] as string[];
    throw error;
  });
  if (entries.length === 0) return;
  const what =
    entries.includes('master.key') || entries.includes('db') ? 'holds a node already' : 'is not empty';
  throw new Failed(
    'exists',
    `${resolve(config.dataDir)} ${what}, and is left as it is. Name another directory with --data.`,
  );
}

/** Before anything is written: the database answers, and holds no node. @throws Failed, UnusableDatabase, OldPostgres */
async function requireEmptyDatabase({ databaseUrl, schema }: Config): Promise<void> {
  if (databaseUrl === undefined) return;
  const { db, close } = await openPostgres(databaseUrl, schema, 1);
  try {
    const { rows } = await sql<{ there: boolean }>`
      select to_regclass(${`"${schema}".key`}) is not null as there`.execute(db);
    if (rows[0]?.there && (await db.selectFrom('key').select('id').limit(1).execute()).length > 0) {
      throw new Failed(
        'exists',
        `The database holds a node already (schema ${schema}), and is left as it is. Name another schema with KOINON_DB_SCHEMA, or another database with DATABASE_URL.`,
      );
    }
  } finally {
    await close();
  }
}

async function firstToken(config: Config): Promise<string> {
  return await withStoppedNode(config, async (kernel) => {
    const made = await kernel.control.call('token.add', { name: 'First administrator', permissions: ['*'] });
    return (made as { token: string }).token;
  });
}
