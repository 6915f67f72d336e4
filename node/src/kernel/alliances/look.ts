import { isEntityId } from '@koinon/trust';
import type { Charter } from '../database/tables/alliances.ts';
import { FetchRefused } from '../fetch/index.ts';
import type { Kernel } from '../kernel.ts';
import { sha256Hex } from '../sha256.ts';
import { readConfigurationOf } from '../trust/index.ts';
import { AllianceRefused } from './error.ts';
import { readAllianceMetadata } from './join.ts';
import { charterSchema } from './kinds.ts';

const CHARTER_BYTES = 512 * 1024;

/** What an alliance says of itself now, before anybody here trusts it. */
export interface AllianceSeenFromOutside {
  id: string;
  title: Charter['title'];
  /** Null where it cannot be had, or is not the one that the alliance signed. */
  charter: Charter | null;
}

/** Asks an alliance what it is. @throws AllianceRefused, Untrusted */
export async function lookAtAlliance(kernel: Kernel, alliance: string): Promise<AllianceSeenFromOutside> {
  if (!isEntityId(alliance)) throw new AllianceRefused('not-an-alliance', alliance);
  const configuration = await readConfigurationOf(kernel, alliance);
  if (configuration === null) throw new AllianceRefused('not-an-alliance', alliance);
  const { title, charter_uri, charter_digest } = readAllianceMetadata(configuration);
  const text = charter_uri === undefined ? null : await readSmallText(kernel, charter_uri);
  const genuine = text !== null && sha256Hex(text) === charter_digest;
  return {
    id: alliance,
    title,
    charter: genuine ? charterIn(text) : null,
  };
}

async function readSmallText(kernel: Kernel, url: string): Promise<string | null> {
  try {
    const answer = await kernel.fetcher.fetch(url, {
      maxBytes: CHARTER_BYTES,
      timeoutMs: 3_000,
      accept: ['application/json'],
    });
    return answer.status === 200 ? new TextDecoder().decode(answer.body) : null;
  } catch (error) {
    if (error instanceof FetchRefused) return null;
    throw error;
  }
}

/** The bytes are the alliance's own; that they hold a charter is not said by that. */
function charterIn(text: string): Charter | null {
  try {
    return charterSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
