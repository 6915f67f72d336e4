import {
  MAX_NOTE,
  openCheckpoint,
  originHash,
  type Policy,
  parseVerifierKey,
} from '@koinon/transparency-log';
import type { PartnerFacts } from '../partner-list.ts';
import { openWeb } from '../sources/http.ts';
import type { Check } from './check.ts';

const CLOCK_WARN_MS = 5000;
const CLOCK_BAD_MS = 60_000;

/** Each partner: is it reached, does it state the keys we trust, is its checkpoint signed; and do our clocks agree. */
export async function checkPartners(partners: readonly PartnerFacts[], policy: Policy): Promise<Check[]> {
  const live = partners.filter(({ state }) => state !== 'removed');
  if (live.length === 0) {
    return [
      {
        about: 'partners',
        state: 'warn',
        found: 'none: nobody checks this log',
        advice: 'koinon partner add <url>',
      },
    ];
  }
  return (await Promise.all(live.map((partner) => checkPartner(partner, policy)))).flat();
}

async function checkPartner(partner: PartnerFacts, policy: Policy): Promise<Check[]> {
  const about = `partner ${partner.host}`;
  if (partner.state === 'frozen') {
    return [
      {
        about,
        state: 'bad',
        found: `alarm (${partner.frozenCode}): it is neither followed nor cosigned`,
        advice: `Read /partners/${partner.host}. Once it is explained: koinon partner resume ${partner.host} --reason "…"`,
      },
    ];
  }
  const checks: Check[] = [...checkChain(about, partner)];
  try {
    const web = await openWeb(partner.node);
    const stated = (await web.json(`${partner.node}/.well-known/koinon`)) as {
      log?: { origin?: string; prefix?: string; vkeys?: string[] };
    };
    const origin = stated.log?.origin ?? '';
    const trusted = policy.logs
      .map(({ vkey }) => parseVerifierKey(vkey))
      .filter(({ name }) => name === origin);
    const fresh = (stated.log?.vkeys ?? []).filter((vkey) => !trusted.some((key) => key.vkey === vkey));
    if (fresh.length > 0) {
      checks.push({
        about,
        state: 'warn',
        found: 'it states a log key that we do not trust',
        advice:
          'A key that its trust chain vouches for is taken within ten minutes. If this stays, ask the partner.',
      });
    }
    const note = await web.get(`${partner.node}${stated.log?.prefix ?? '/log/'}checkpoint`, MAX_NOTE);
    if (note === null) checks.push({ about, state: 'bad', found: 'it serves no checkpoint' });
    else {
      const { checkpoint } = openCheckpoint(note, { origin, logVerifiers: trusted });
      checks.push({
        about,
        state: 'ok',
        found: `reached; its log of ${checkpoint.size} entries is signed with a key that we trust`,
      });
    }
    checks.push(...compareClocks(partner.host, web.clock));
  } catch (error) {
    const since = partner.lastOkAt
      ? `; last reached ${partner.lastOkAt.slice(0, 16).replace('T', ' ')} UTC`
      : '; never reached yet';
    checks.push({ about, state: 'bad', found: `${reason(error)}${since}`, advice: UNREACHED });
  }
  return checks;
}

/** Whether its trust chain holds, and tells the same as its log. */
function checkChain(about: string, { trust, host }: PartnerFacts): Check[] {
  if (!trust) return [];
  const advice = `Read /partners/${host}: it says what to do. Keys that we knew before still count.`;
  if (!trust.trusted)
    return [
      { about, state: 'bad', found: `its trust chain does not hold (${trust.failed.at(-1) ?? ''})`, advice },
    ];
  const against = trust.failed.filter((step) => /^(log|node|record)-keys: /.test(step));
  if (against.length > 0)
    return [
      { about, state: 'warn', found: `its log and its trust chain differ (${against.join(', ')})`, advice },
    ];
  return [{ about, state: 'ok', found: 'its trust chain holds' }];
}

export function compareClocks(host: string, clock: { theirs: Date; ours: Date } | null): Check[] {
  if (clock === null) return [];
  // The header has whole seconds.
  const apart = Math.max(0, Math.abs(clock.ours.getTime() - clock.theirs.getTime()) - 1000);
  const about = 'clock';
  if (apart < CLOCK_WARN_MS) return [{ about, state: 'ok', found: `agrees with ${host}` }];
  const found = `${Math.round(apart / 1000)} s apart from ${host}`;
  const advice = 'Let NTP set the clock. Records dated more than 60 s ahead are refused by everyone.';
  return [{ about, state: apart < CLOCK_BAD_MS ? 'warn' : 'bad', found, advice }];
}

/** Each witness that we ask: does it know our log, and how far has it cosigned. */
export async function checkWitnesses(
  policy: Policy,
  logOrigin: string,
  ownWitness: string,
): Promise<Check[]> {
  const urls = new Map<string, string>();
  for (const { vkey, url } of policy.witnesses) {
    const { name } = parseVerifierKey(vkey);
    if (name !== ownWitness && url !== undefined) urls.set(name, url);
  }
  return await Promise.all([...urls].map(([name, url]) => checkWitness(name, url, logOrigin)));
}

async function checkWitness(name: string, url: string, logOrigin: string): Promise<Check> {
  const about = `witness ${name}`;
  try {
    const note = await (await openWeb(url)).get(`${url}/${originHash(logOrigin)}/checkpoint`, MAX_NOTE);
    if (note !== null) {
      const size = new TextDecoder().decode(note).split('\n')[1];
      return { about, state: 'ok', found: `has cosigned our log up to ${size} entries` };
    }
    return {
      about,
      state: 'warn',
      found: 'has not cosigned our log',
      advice: 'Its operator has to add our log: koinon partner add, or koinon witness add with our log key.',
    };
  } catch (error) {
    return { about, state: 'bad', found: reason(error), advice: UNREACHED };
  }
}

const UNREACHED =
  'What was checked before stays, and the node goes on trying by itself. If it lasts: look at DNS and firewall here, then ask the operator there.';

function reason(error: unknown): string {
  return (error as Error).message.replace(/\.$/, '');
}
