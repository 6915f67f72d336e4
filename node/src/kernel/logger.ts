import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';

/** Members that must never reach a log, wherever they stand. */
const SECRETS = [
  'token',
  'password',
  'passphrase',
  'secret',
  'authorization',
  'cookie',
  'masterKey',
  'databaseUrl',
];

/** The log of the node: JSON lines on standard output. */
export function makeLogger(
  level: string,
  fields: Record<string, string>,
  destination?: DestinationStream,
): Logger {
  const options = {
    level,
    base: fields,
    timestamp: stdTimeFunctions.isoTime,
    redact: {
      paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `req.headers.${name}`]),
      censor: '[secret]',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
