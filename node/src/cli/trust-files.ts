import { keysFromJwks } from '@koinon/records';
import { type Policy, PolicyError, parsePolicy } from '@koinon/transparency-log';
import { readText } from './files.ts';
import { UsageError } from './framework/error.ts';

/** Reads a tlog-policy file that the command line names. @throws UsageError */
export async function readPolicy(path: string): Promise<Policy> {
  try {
    return parsePolicy(await readText(path, 'a trust policy'));
  } catch (error) {
    if (error instanceof PolicyError)
      throw new UsageError('bad-policy', `${path} is not a trust policy: ${error.message}.`);
    throw error;
  }
}

/** Reads record keys (a JWK set) from a file that the command line names. @throws UsageError */
export async function readJwks(path: string): Promise<unknown> {
  const text = await readText(path, 'record keys (a JWK set)');
  let jwks: unknown;
  try {
    jwks = JSON.parse(text);
    if (keysFromJwks(jwks).length > 0) return jwks;
  } catch {
    throw new UsageError('bad-jwks', `${path} is not a JWK set: it should be JSON with "keys".`);
  }
  throw new UsageError('bad-jwks', `${path} holds no Ed25519 key.`);
}
