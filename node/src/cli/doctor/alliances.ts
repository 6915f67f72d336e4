import { checkTimes, configurationUrl, parseConfiguration, TrustError } from '@koinon/trust';
import type { AllianceFacts } from '../../kernel/alliances/index.ts';
import { CannotTell } from '../framework/error.ts';
import { openWeb } from '../sources/http.ts';
import type { Check } from './check.ts';

const MAX_STATEMENT = 64 * 1024;

const STATES: Readonly<Record<string, Omit<Check, 'about'>>> = {
  joined: {
    state: 'warn',
    found: 'we have asked to join and are not admitted yet',
    advice: 'Ask its host to admit this node.',
  },
  former: {
    state: 'bad',
    found: 'it states this node no more: nobody trusts us for its word',
    advice: 'Ask its host why; its log says so too.',
  },
};

/** Each alliance that counts: is it reached, does it speak with the key that we know, and does it still count us in. */
export async function checkAlliances(alliances: readonly AllianceFacts[]): Promise<Check[]> {
  const live = alliances.filter(({ state }) => !['left', 'moved', 'handed-over', 'prepared'].includes(state));
  return (await Promise.all(live.map(checkAlliance))).flat();
}

async function checkAlliance({ id, role, state, kids, problem }: AllianceFacts): Promise<Check[]> {
  const about = `alliance ${id}`;
  const standing = STATES[state];
  const checks: Check[] = standing === undefined ? [] : [{ about, ...standing }];
  if (problem !== null) checks.push({ about, state: 'warn', found: problem });
  try {
    const url = configurationUrl(id);
    const body = await (await openWeb(url)).get(url, MAX_STATEMENT);
    if (body === null)
      return [...checks, { about, state: 'bad', found: `${url} does not exist`, advice: GONE }];
    const { header, claims } = parseConfiguration(new TextDecoder().decode(body), id);
    checkTimes(claims, Math.floor(Date.now() / 1000));
    // A key is named by its thumbprint, so that the name says which key it is.
    return kids.includes(String(header.kid))
      ? [
          ...checks,
          {
            about,
            state: 'ok',
            found:
              role === 'host'
                ? 'hosted here; others reach it'
                : 'reached; it speaks with the key that we pinned',
          },
        ]
      : [
          ...checks,
          { about, state: 'bad', found: 'it speaks with a key that we do not know', advice: STRANGE },
        ];
  } catch (error) {
    if (!(error instanceof CannotTell || error instanceof TrustError)) throw error;
    return [...checks, { about, state: 'bad', found: error.message, advice: GONE }];
  }
}

const GONE =
  'Partners that we trust for its word stay trusted for a day at most, from what was checked before. Ask its host.';
const STRANGE =
  'Nothing is trusted for this key. Ask its host by another way; if its key was lost, join the alliance that takes its place.';
