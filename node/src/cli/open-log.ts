import { type Policy, parsePolicy, parseVerifierKey } from '@koinon/transparency-log';
import { UsageError } from './framework/error.ts';
import { askNode } from './node-statement.ts';
import { directorySource } from './sources/directory.ts';
import { looksLikeUrl, openWeb, webAddress, webSource } from './sources/http.ts';
import type { LogSource } from './sources/log-source.ts';
import { readPolicy } from './trust-files.ts';

export interface OpenLog {
  source: LogSource;
  policy: Policy;
  /** Where the keys come from, as a sentence. */
  keys: string;
}

/** Finds a log and the keys to hold it against. */
export async function openLog(
  place: string,
  options: { policy: string | undefined; vkey: readonly string[] },
): Promise<OpenLog> {
  const given = await givenPolicy(options);
  if (!looksLikeUrl(place)) {
    const source = await directorySource(place);
    if (given) return { source, ...given };
    const own = await source.read('policy', 1 << 20);
    if (own === null)
      throw new UsageError('no-keys', `Whose keys? ${place} names none: give --policy FILE or --vkey KEY.`);
    return {
      source,
      policy: readOwnPolicy(own, place),
      keys: `Keys as the directory itself states them (${place}/policy).`,
    };
  }
  const url = webAddress(place, 'a log');
  const web = await openWeb(url.href);
  const prefix = url.pathname === '/' ? undefined : new URL(url.pathname.replace(/\/?$/, '/'), url).href;
  if (given && prefix !== undefined) return { source: webSource(web, prefix), ...given };
  const stated = await askNode(web, url.origin);
  const source = webSource(web, prefix ?? stated.logPrefix);
  return given
    ? { source, ...given }
    : { source, policy: stated.policy, keys: `Keys as the node states them today (${url.origin}).` };
}

async function givenPolicy(options: { policy: string | undefined; vkey: readonly string[] }) {
  if (options.policy !== undefined && options.vkey.length > 0) {
    throw new UsageError('two-policies', 'Give either --policy or --vkey, not both.');
  }
  if (options.policy !== undefined)
    return { policy: await readPolicy(options.policy), keys: 'Keys from the policy given.' };
  if (options.vkey.length === 0) return undefined;
  for (const vkey of options.vkey) {
    try {
      parseVerifierKey(vkey);
    } catch (error) {
      throw new UsageError('bad-vkey', `--vkey ${vkey} is not a verifier key: ${(error as Error).message}.`);
    }
  }
  const logs = options.vkey.map((vkey) => ({ vkey }));
  return {
    policy: { logs, witnesses: [], groups: [], quorum: 'none' } as Policy,
    keys: 'Keys given with --vkey.',
  };
}

function readOwnPolicy(bytes: Uint8Array, place: string): Policy {
  try {
    return parsePolicy(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new UsageError('bad-policy', `${place}/policy is not a trust policy: ${(error as Error).message}.`);
  }
}
