import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import { FetchRefused } from './error.ts';
import { type Guard, pinnedLookup } from './guard.ts';

/** Opens connections for undici, each to an address that the guard has seen and let through. */
export function guardedConnector(guard: Guard, timeoutMs: number): buildConnector.connector {
  return (options, callback) => {
    const https = options.protocol === 'https:';
    const port = Number(options.port || (https ? 443 : 80));
    const host = options.hostname.replace(/^\[(.*)\]$/, '$1');
    guard.addresses(host, options.protocol, port).then(
      (addresses) => {
        // `net` asks no lookup for a literal address: the guard has judged it all the same.
        const connect = buildConnector({
          timeout: timeoutMs,
          allowH2: false,
          lookup: pinnedLookup(addresses),
          autoSelectFamily: addresses.length > 1,
        });
        connect(
          { ...options, hostname: host, ...(https && isIP(host) === 0 ? { servername: host } : {}) },
          callback,
        );
      },
      (error: Error) => callback(error instanceof FetchRefused ? error : new NameNotFound(host, error), null),
    );
  };
}

class NameNotFound extends Error {
  constructor(host: string, cause: Error) {
    super(`${host}: ${cause.message}`, { cause });
  }
}
