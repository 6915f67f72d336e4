import type { Config } from '../../kernel/config/config.ts';
import { count } from '../checks/log-findings.ts';
import type { Web } from '../sources/http.ts';
import type { Check } from './check.ts';

/** What the control method `status` answers, as far as the doctor looks at it. */
export interface Status {
  version: string;
  origin: string;
  name: string;
  pid: number;
  database: 'postgres' | 'pglite';
  health: { ready: boolean; parts: Record<string, { state: string; detail: string | null }> };
  log: { size: number; published: number; publishedAt: string | null };
  deadJobs: { name: string; error: string }[];
}

const ADVICE: Readonly<Record<string, string>> = {
  'waiting-for-witness':
    'The node asks its witnesses whether they know a newer log than ours (after a restore, for example). It signs once one of them answers; acts are kept meanwhile.',
  recovering: 'It fetches entries that it lacks from a partner’s copy. Wait; nothing else is to be done.',
  recalling:
    'It was restored and may have forgotten what its witness cosigned since the backup. It cosigns again once every partner has said what it holds; remove a partner that is gone for good.',
  'catching-up':
    'It was restored and shows nothing until a partner has told it what happened since the backup. Wait; see that a partner can be reached.',
  forked:
    'A witness has cosigned another history than ours. Do not sign: restore the newest backup, and tell the partners.',
  failing: 'Its log says why: look for "level":50.',
};

/** How the running node says that it is. */
export function checkOwnNode(status: Status, running: boolean, config: Config): Check[] {
  return [
    running
      ? {
          about: 'process',
          state: 'ok',
          found: `${status.name} runs (process ${status.pid}, version ${status.version})`,
        }
      : {
          about: 'process',
          state: 'warn',
          found: `${status.name} does not run`,
          advice: `Start it: koinon serve --data ${config.dataDir}`,
        },
    checkDatabase(status, config),
    ...(running
      ? Object.entries(status.health.parts).flatMap(([part, report]) => checkPart(part, report))
      : []),
    checkOwnLog(status, running),
    status.deadJobs.length === 0
      ? { about: 'jobs', state: 'ok', found: 'none has given up' }
      : {
          about: 'jobs',
          state: 'warn',
          found: `${status.deadJobs.length} gave up, the last: ${status.deadJobs[0]?.name}: ${status.deadJobs[0]?.error}`,
        },
  ];
}

function checkDatabase({ database }: Status, { production }: Config): Check {
  if (database === 'postgres') return { about: 'database', state: 'ok', found: 'PostgreSQL answers' };
  return {
    about: 'database',
    state: production ? 'bad' : 'warn',
    found: 'trial storage (PGlite)',
    advice: 'Before people rely on the node: "koinon backup", set DATABASE_URL, "koinon restore".',
  };
}

function checkPart(part: string, { state, detail }: { state: string; detail: string | null }): Check[] {
  // The database is reported by its kind already.
  if (part === 'database' && (state === 'trial' || state === 'ok')) return [];
  if (state === 'ok') return [{ about: part, state: 'ok', found: 'works' }];
  const advice = ADVICE[state];
  return [
    {
      about: part,
      state: state === 'failing' || state === 'forked' ? 'bad' : 'warn',
      found: detail ? `${state}: ${detail}` : state,
      ...(advice === undefined ? {} : { advice }),
    },
  ];
}

function checkOwnLog({ log }: Status, running: boolean): Check {
  const about = 'own log';
  const behind = log.size - log.published;
  if (behind > 0 && running) {
    return {
      about,
      state: 'warn',
      found: `${count(log.size, 'entry', 'entries')}, ${behind} of them without a signed checkpoint yet`,
      advice: 'Run the doctor again: this should be over in seconds.',
    };
  }
  const signed = log.publishedAt
    ? `signed ${log.publishedAt.slice(0, 16).replace('T', ' ')} UTC`
    : 'not signed yet';
  return { about, state: 'ok', found: `${count(log.size, 'entry', 'entries')}, ${signed}` };
}

/** Whether others find the node at its address, and find this node there. */
export async function checkOrigin(
  config: Config,
  vkeys: readonly string[],
  web: Web,
  running: boolean,
): Promise<Check[]> {
  const about = 'address';
  const { origin } = config;
  if (!running)
    return [{ about, state: 'unknown', found: `${origin} is not asked, because the node does not run` }];
  const checks: Check[] = [];
  if (origin.startsWith('http:') && !config.allowLoopback) {
    checks.push({
      about,
      state: 'warn',
      found: `${origin} is not https: partners will not reach it`,
      advice:
        'Serve it behind a proxy with a certificate. The address names the log for good: begin anew with the right one.',
    });
  }
  try {
    const stated = (await web.json(`${origin}/.well-known/koinon`)) as {
      origin?: unknown;
      log?: { vkeys?: unknown };
    };
    const theirs = Array.isArray(stated.log?.vkeys) ? stated.log.vkeys : [];
    const same = stated.origin === origin && vkeys.some((vkey) => theirs.includes(vkey));
    checks.push(
      same
        ? { about, state: 'ok', found: `${origin} leads here` }
        : {
            about,
            state: 'bad',
            found: `${origin} leads to another node (${String(stated.origin)})`,
            advice: 'Set DNS or the proxy right, or KOINON_ORIGIN.',
          },
    );
  } catch (error) {
    checks.push({
      about,
      state: 'bad',
      found: (error as Error).message,
      advice: 'Look at DNS, firewall and proxy: partners see the same.',
    });
  }
  return checks;
}
