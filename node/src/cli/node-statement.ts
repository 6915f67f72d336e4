import { type Policy, PolicyError, parsePolicy, parseVerifierKey } from '@koinon/transparency-log';
import { z } from 'zod';
import { CannotTell } from './framework/error.ts';
import type { Web } from './sources/http.ts';

const MAX_POLICY = 1 << 20;

const statementSchema = z.looseObject({
  name: z.string(),
  origin: z.string(),
  log: z.looseObject({
    origin: z.string(),
    prefix: z.string(),
    vkeys: z.array(z.string()).min(1),
    /** Whom the node asks to cosign its log, as a tlog-policy file. */
    policy: z.string().optional(),
  }),
});

/** What a node says of itself at `/.well-known/koinon`, as far as checking its log needs it. */
export interface NodeStatement {
  name: string;
  origin: string;
  /** URL, ends in a slash. */
  logPrefix: string;
  policy: Policy;
}

/** Asks a node for its keys and its witnesses. They are what it says today: nobody else vouches for them. */
export async function askNode(web: Web, origin: string): Promise<NodeStatement> {
  const address = `${origin}/.well-known/koinon`;
  const parsed = statementSchema.safeParse(await web.json(address));
  if (!parsed.success)
    throw new CannotTell('not-a-node', `${address} is not what a Koinon node says of itself.`);
  const { name, log } = parsed.data;
  if (parsed.data.origin !== origin) {
    throw new CannotTell('other-origin', `${address} says that it belongs to ${parsed.data.origin}.`);
  }
  return {
    name,
    origin,
    logPrefix: new URL(log.prefix.replace(/\/?$/, '/'), origin).href,
    policy: await statedPolicy(web, origin, log.vkeys, log.policy),
  };
}

async function statedPolicy(
  web: Web,
  origin: string,
  vkeys: string[],
  path: string | undefined,
): Promise<Policy> {
  const alone: Policy = { logs: vkeys.map((vkey) => ({ vkey })), witnesses: [], groups: [], quorum: 'none' };
  try {
    for (const vkey of vkeys) parseVerifierKey(vkey);
    if (path === undefined) return alone;
    const address = new URL(path, origin).href;
    const body = await web.get(address, MAX_POLICY);
    if (body === null) throw new CannotTell('not-found', `${address} does not exist.`);
    const stated = parsePolicy(new TextDecoder().decode(body));
    return { ...stated, logs: alone.logs };
  } catch (error) {
    if (error instanceof CannotTell) throw error;
    const what = error instanceof PolicyError ? 'its witnesses' : 'its keys';
    throw new CannotTell(
      'bad-keys',
      `What ${origin} states as ${what} cannot be read: ${(error as Error).message}`,
    );
  }
}
