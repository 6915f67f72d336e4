import { sql } from 'kysely';
import { FetchRefused } from '../../../kernel/fetch/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { JobDefinition } from '../../../kernel/module/module.ts';
import { sha256Hex } from '../../../kernel/sha256.ts';
import { commitmentsDb } from '../schema.ts';
import type { EvidenceCheck } from './checks.ts';

const MAX_BYTES = 8 * 1024 * 1024;
const TIMEOUT_MS = 20_000;
/** Addresses asked in one run; those that were asked longest ago come first. */
const MOST = 500;
/** Hosts asked at once, so that one that does not answer keeps only its own addresses waiting. */
const HOSTS = 8;

/** Once a day this node asks again for evidence of every report and assessment that it shows, partners' included. */
export const checkEvidenceJob: JobDefinition = {
  name: 'commitments.check-evidence',
  cron: '23 3 * * *',
  run: async (kernel) => {
    await checkEvidence(kernel);
  },
};

/** How many addresses answered in each way. */
export type EvidenceCount = Record<EvidenceCheck['outcome'], number>;

/** Asks for what is due, the addresses of one host one after another. */
export async function checkEvidence(kernel: Kernel): Promise<EvidenceCount> {
  const count: EvidenceCount = { same: 0, changed: 0, gone: 0, unreachable: 0 };
  const hosts = Map.groupBy(await dueEvidence(kernel), ({ url }) => URL.parse(url)?.host ?? '').values();
  const askHosts = async () => {
    // The hosts are one iterator: each goes to whoever is free.
    for (const addresses of hosts) {
      for (const address of addresses) count[await askAgain(kernel, address)]++;
    }
  };
  await Promise.all(Array.from({ length: HOSTS }, askHosts));
  return count;
}

async function askAgain(kernel: Kernel, { url, sha256 }: Due): Promise<EvidenceCheck['outcome']> {
  const { outcome, seen } = await ask(kernel, url, sha256);
  const checked = { outcome, seen, checked_at: kernel.clock.now() };
  await commitmentsDb(kernel.db)
    .insertInto('commitments_evidence')
    .values({ url, sha256, ...checked })
    .onConflict((conflict) => conflict.columns(['sha256', 'url']).doUpdateSet(checked))
    .execute();
  return outcome;
}

interface Due {
  url: string;
  sha256: string;
}

async function dueEvidence(kernel: Kernel): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select e.url, e.sha256 from (
      select distinct e->>'url' as url, e->>'sha256' as sha256
      from (
        select body from commitments_report where state = 'live'
        union all select body from commitments_assessment where state = 'live'
      ) said, jsonb_array_elements(coalesce(said.body->'evidence', '[]'::jsonb)) e
      where e->>'url' is not null and e->>'sha256' is not null
    ) e
    left join commitments_evidence c on c.sha256 = e.sha256 and c.url = e.url
    order by c.checked_at nulls first, e.url
    limit ${MOST}`.execute(kernel.db);
  return rows;
}

async function ask(
  { fetcher }: Pick<Kernel, 'fetcher'>,
  url: string,
  expected: string,
): Promise<Pick<EvidenceCheck, 'outcome' | 'seen'>> {
  try {
    const answer = await fetcher.fetch(url, { maxBytes: MAX_BYTES, timeoutMs: TIMEOUT_MS });
    if (answer.status === 404 || answer.status === 410) return { outcome: 'gone', seen: null };
    if (answer.status !== 200) return { outcome: 'unreachable', seen: null };
    const seen = sha256Hex(answer.body);
    return seen === expected ? { outcome: 'same', seen: null } : { outcome: 'changed', seen };
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    // More than we kept is other than we kept.
    return error.code === 'too-large'
      ? { outcome: 'changed', seen: null }
      : { outcome: 'unreachable', seen: null };
  }
}
