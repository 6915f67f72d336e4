import { lookup as dnsLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './address.ts';
import { FetchRefused } from './error.ts';

export interface GuardOptions {
  /** Lets requests reach this machine, at any port and over plain http. */
  allowLoopback: boolean;
  /** Ports beside 443 that partners may use. */
  ports?: readonly number[];
  /** Every address of a name; the system's resolver unless a test brings its own. */
  resolve?: (name: string) => Promise<readonly string[]>;
}

export interface Guard {
  /** Reads a URL that may be asked for at all. Says nothing yet of the address behind its name. */
  url(text: string): URL;
  /** The addresses of a host that may be connected to over `protocol` at `port`. */
  addresses(host: string, protocol: string, port: number): Promise<string[]>;
}

async function systemResolve(name: string): Promise<string[]> {
  return (await dnsLookup(name, { all: true, verbatim: true })).map(({ address }) => address);
}

export function makeGuard(options: GuardOptions): Guard {
  const resolve = options.resolve ?? systemResolve;
  const ports = new Set([443, ...(options.ports ?? [])]);
  const mayConnect = (address: string, protocol: string, port: number): boolean =>
    (options.allowLoopback && isLoopbackAddress(address)) ||
    (protocol === 'https:' && ports.has(port) && isPublicAddress(address));
  return {
    url(text) {
      if (!URL.canParse(text)) throw new FetchRefused('bad-url', text, 'not a URL');
      const url = new URL(text);
      const scheme = url.protocol === 'https:' || (options.allowLoopback && url.protocol === 'http:');
      if (!scheme) throw new FetchRefused('bad-url', text, 'only https is asked for');
      if (url.username !== '' || url.password !== '')
        throw new FetchRefused('bad-url', text, 'holds a password');
      // Plain http reaches loopback alone, so its port is judged with the address.
      if (url.protocol === 'https:' && !options.allowLoopback && !ports.has(Number(url.port || 443))) {
        throw new FetchRefused('bad-url', text, `port ${url.port} is not allowed`);
      }
      return url;
    },
    async addresses(host, protocol, port) {
      const bare = host.replace(/^\[(.*)\]$/, '$1');
      const found = isIP(bare) ? [bare] : await resolve(bare);
      const allowed = found.filter((address) => mayConnect(address, protocol, port));
      if (allowed.length === 0) {
        throw new FetchRefused('forbidden-address', host, `leads to ${found.join(', ') || 'nothing'}`);
      }
      return allowed;
    },
  };
}

/** A `lookup` for `net.connect` that knows nothing but addresses already checked: no second resolution can differ. */
export function pinnedLookup(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_name, options, answer) => {
    if (options.all) answer(null, all);
    else answer(null, all[0]?.address ?? '', all[0]?.family ?? 0);
  };
}
