import {
  COSIGNATURE_ED25519,
  COSIGNATURE_ML_DSA_44,
  ED25519,
  parseVerifierKey,
} from '@koinon/transparency-log';
import { z } from 'zod';
import type { NodeProfile } from '../database/tables/partners.ts';
import type { Fetcher } from '../fetch/index.ts';
import { Untrusted } from './error.ts';
import { sanitizeMark } from './mark.ts';

const text = z.string().trim().max(300);
const prefix = z.string().regex(/^\/(?:[A-Za-z0-9._~-]+\/)+$/);
const vkeys = z.array(z.string().max(4096)).min(1).max(16);

const statementSchema = z.looseObject({
  name: text.min(1),
  origin: z.string().max(300),
  log: z.looseObject({ origin: text, prefix, vkeys }),
  witness: z.looseObject({ name: text, prefix, vkeys }),
  kinds: z.array(z.string().max(200)).max(1000).default([]),
  profile: z
    .looseObject({
      nativeName: text.optional(),
      nativeLang: text.optional(),
      body: text.optional(),
      address: text.optional(),
      email: text.optional(),
      mark: z.unknown().optional(),
    })
    .optional(),
});

/** What a node says of itself at `/.well-known/koinon`, after its parts were held against each other. */
export interface NodeStatement {
  node: string;
  host: string;
  name: string;
  profile: NodeProfile;
  log: { origin: string; prefix: string; vkeys: string[] };
  witness: { name: string; prefix: string; vkeys: string[] };
  kinds: string[];
}

const MAX_STATEMENT = 256 * 1024;
const TIMEOUT_MS = 15_000;

/** @throws Untrusted where it cannot be read, or is not consistent in itself */
export async function fetchStatement(fetcher: Fetcher, node: string): Promise<NodeStatement> {
  const url = `${node}/.well-known/koinon`;
  const answer = await fetcher
    .fetch(url, { maxBytes: MAX_STATEMENT, timeoutMs: TIMEOUT_MS, accept: ['application/json'] })
    .catch((error: Error) => {
      throw new Untrusted('not-reached', node, error.message);
    });
  if (answer.status !== 200) throw new Untrusted('not-a-node', node, `${url} answers ${answer.status}`);
  return readStatement(node, new TextDecoder().decode(answer.body));
}

export function readStatement(node: string, json: string): NodeStatement {
  let stated: z.infer<typeof statementSchema>;
  try {
    stated = statementSchema.parse(JSON.parse(json));
  } catch (error) {
    throw new Untrusted(
      'not-a-node',
      node,
      error instanceof z.ZodError ? z.prettifyError(error) : 'not JSON',
    );
  }
  if (stated.origin !== node)
    throw new Untrusted('other-origin', node, `it says that it is ${stated.origin}`);
  const { host } = new URL(node);
  requireName(node, stated.log.origin, host, stated.log.prefix);
  requireName(node, stated.witness.name, host, stated.witness.prefix);
  requireKeys(node, stated.log.vkeys, stated.log.origin, [ED25519], ED25519);
  const witnessTypes = [COSIGNATURE_ED25519, COSIGNATURE_ML_DSA_44];
  requireKeys(node, stated.witness.vkeys, stated.witness.name, witnessTypes, COSIGNATURE_ED25519);
  return {
    node,
    host,
    name: stated.name,
    profile: profileOf(stated),
    log: { origin: stated.log.origin, prefix: stated.log.prefix, vkeys: stated.log.vkeys },
    witness: { name: stated.witness.name, prefix: stated.witness.prefix, vkeys: stated.witness.vkeys },
    kinds: stated.kinds,
  };
}

/** A log or witness is called as the address it is served at, without scheme. */
function requireName(node: string, name: string, host: string, path: string): void {
  const expected = `${host}${path.slice(0, -1)}`;
  if (name !== expected) throw new Untrusted('inconsistent-keys', node, `${name} is served at ${expected}`);
}

function requireKeys(
  node: string,
  keys: readonly string[],
  name: string,
  types: readonly number[],
  first: number,
): void {
  for (const [i, vkey] of keys.entries()) {
    const key = readKey(node, vkey);
    if (key.name !== name)
      throw new Untrusted('inconsistent-keys', node, `a key of ${name} is called ${key.name}`);
    if (!types.includes(key.type) || (i === 0 && key.type !== first)) {
      throw new Untrusted('inconsistent-keys', node, `a key of ${name} is of type ${key.type}`);
    }
  }
}

function readKey(node: string, vkey: string) {
  try {
    return parseVerifierKey(vkey);
  } catch (error) {
    throw new Untrusted('inconsistent-keys', node, (error as Error).message);
  }
}

/** Of what a partner states about itself, only what pages show; a mark that is not strokes alone counts as none. */
function profileOf({ name, profile = { mark: undefined } }: z.infer<typeof statementSchema>): NodeProfile {
  const { nativeName, nativeLang, body, address, email } = profile;
  const mark = sanitizeMark(profile.mark);
  const known = { nativeName, nativeLang, body, address, email };
  return {
    name,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined && value !== '')),
    ...(mark === null ? {} : { mark }),
  };
}
