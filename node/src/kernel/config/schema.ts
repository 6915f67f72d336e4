import { z } from 'zod';
import { LEVELS } from '../identity/level.ts';
import { methodsShape } from '../login/settings.ts';

/** One environment variable: what it is for, what it accepts, what holds without it. */
interface Variable {
  schema: z.ZodType;
  /** What a correct value is; completes the sentence "NAME should be …". */
  expects: string;
  describe: string;
  /** The default, in words or as it would be written. */
  fallback: string;
  example?: string;
  secret?: boolean;
}

const flag = z
  .enum(['true', 'false', '1', '0', 'yes', 'no'])
  .transform((value) => value === 'true' || value === '1' || value === 'yes');

const origin = z.string().transform((value, context) => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const bare = url !== undefined && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (url && bare && (url.protocol === 'https:' || url.protocol === 'http:')) return url.origin;
  context.addIssue({ code: 'custom', message: 'not an origin' });
  return z.NEVER;
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const databaseUrl = z.string().refine((value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value));

const masterKey = z
  .string()
  .regex(/^([0-9a-fA-F]{64}|[A-Za-z0-9_-]{43})$/)
  .transform((value) => Uint8Array.from(Buffer.from(value, value.length === 64 ? 'hex' : 'base64url')));

/** Which facts about a node its pages and partners show. */
export const profileShape = z.strictObject({
  name: z.string().min(1),
  nativeName: z.string().exactOptional(),
  nativeLang: z.string().exactOptional(),
  body: z.string().exactOptional(),
  address: z.string().exactOptional(),
  email: z.string().exactOptional(),
  mark: z.array(z.string()).exactOptional(),
});

const json = z.string().transform((value, context) => {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});

/** Every setting of a node, in the order of docs/configuration.md. */
export const variables = {
  KOINON_ORIGIN: {
    schema: origin,
    expects: 'an http or https origin without a path, such as https://node.example',
    describe: 'Address of the node as everyone else knows it. It names the log for good: choose it once.',
    fallback: '`http://127.0.0.1:` and the port',
    example: 'https://node.example',
  },
  KOINON_PORT: {
    schema: z.coerce.number().int().min(0).max(65535),
    expects: 'a port number from 0 (any free one) to 65535',
    describe: 'Port that the server listens on.',
    fallback: '4100',
  },
  KOINON_LISTEN: {
    schema: z.string().regex(/^[0-9a-zA-Z.:_-]+$/),
    expects: 'an IP address or host name, such as 127.0.0.1 or 0.0.0.0',
    describe: 'Address that the server binds to. Behind a proxy on the same machine leave it as it is.',
    fallback: '127.0.0.1',
  },
  KOINON_DATA: {
    schema: z.string().min(1),
    expects: 'a path to a directory that the node may write to',
    describe: 'Directory of the trial database, the master key and the control socket.',
    fallback: '.koinon/node',
  },
  DATABASE_URL: {
    schema: databaseUrl,
    expects: 'a URL that begins with postgres:// or postgresql://',
    describe: 'PostgreSQL 15 or newer. Without it the node runs on PGlite, for trial only.',
    fallback: 'none (PGlite in the data directory)',
    example: 'postgres://koinon@127.0.0.1:5432/koinon',
    secret: true,
  },
  KOINON_DB_SCHEMA: {
    schema: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
    expects: 'lower-case letters, digits and _, at most 40, beginning with a letter',
    describe: 'Schema of the tables. Several nodes can share a database, each in its own schema.',
    fallback: 'koinon',
  },
  KOINON_MASTER_KEY: {
    schema: masterKey,
    expects: '32 bytes as 64 hexadecimal digits or as base64url',
    describe: 'Key that wraps all other keys of the node in its database.',
    fallback: '`master.key` in the data directory, made at the first start',
    secret: true,
  },
  KOINON_PRODUCTION: {
    schema: flag,
    expects: 'true or false',
    describe: 'Marks the node as one that people rely on: it then requires PostgreSQL and an https origin.',
    fallback: 'false',
  },
  KOINON_TRUST_PROXY: {
    schema: flag,
    expects: 'true or false',
    describe: 'Take the client address from X-Forwarded-For: only behind a proxy that sets it.',
    fallback: 'false',
  },
  KOINON_FOUR_EYES: {
    schema: flag,
    expects: 'true or false',
    describe:
      'Removing a partner, rotating a key and erasing a record wait until a second person confirms them on the page “Acts that wait”.',
    fallback: 'false',
  },
  KOINON_LOGIN_METHODS: {
    schema: json.pipe(methodsShape),
    expects: 'a JSON array of login methods, as docs/login.md describes them',
    describe:
      'How people of this node log in, each with the level of assurance that it gives: e-mail link, passkey, an OpenID Provider such as the national eID.',
    fallback: '`[]`: nobody but staff with a token, and guests who log in at their home node',
    example: '[{"type":"email"},{"type":"passkey","level":"low"}]',
    secret: true,
  },
  KOINON_GUEST_LEVEL: {
    schema: z.enum(LEVELS),
    expects: 'none, low, substantial or high',
    describe: 'The least level of assurance at which people of partner nodes may log in here.',
    fallback: 'none',
  },
  KOINON_SMTP_URL: {
    schema: z.string().refine((value) => /^smtps?:\/\//.test(value) && URL.canParse(value)),
    expects: 'a URL that begins with smtp:// or smtps://',
    describe: 'Mail server that sends the letters of the node. Without it nobody can log in by e-mail.',
    fallback: 'none (in the demo letters are written to `outbox` in the data directory)',
    example: 'smtps://koinon:password@mail.example',
    secret: true,
  },
  KOINON_MAIL_FROM: {
    schema: z
      .string()
      .min(3)
      .max(200)
      .regex(/^[^\r\n]+@[^\r\n]+$/),
    expects: 'an address, or a name with an address in angle brackets',
    describe: 'Sender of the letters of the node.',
    fallback: '`no-reply@` and the host of the origin',
    example: 'Kaldavere <no-reply@node.example>',
  },
  KOINON_LOG_LEVEL: {
    schema: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
    expects: 'trace, debug, info, warn, error or silent',
    describe: 'How much the node writes to its log (JSON lines on standard output).',
    fallback: 'info',
  },
  KOINON_TIME_ZONE: {
    schema: z.string().refine(isTimeZone),
    expects: 'a time zone by its IANA name, such as Europe/Tallinn',
    describe: 'Zone in which pages show times.',
    fallback: 'the zone of the machine',
    example: 'Europe/Tallinn',
  },
  KOINON_ALLOW_LOOPBACK: {
    schema: flag,
    expects: 'true or false',
    describe: 'Let outgoing requests reach this machine itself and plain http: for the demo and tests.',
    fallback: 'false',
  },
  KOINON_DEMO: {
    schema: flag,
    expects: 'true or false',
    describe: 'Marks pages as those of the demo alliance.',
    fallback: 'false',
  },
  KOINON_PROFILE: {
    schema: json.pipe(profileShape),
    expects: 'a JSON object with at least "name"',
    describe:
      'Who runs the node, for its first start: name, nativeName, nativeLang, body, address, email, mark.',
    fallback: 'the host of the origin as the name',
    example: '{"name":"Kaldavere","body":"Ministry of Digital Affairs"}',
  },
} satisfies Record<string, Variable>;

export type VariableName = keyof typeof variables;
/** The values after parsing, by variable; undefined where not set. */
export type Settings = { [Name in VariableName]?: z.output<(typeof variables)[Name]['schema']> };
