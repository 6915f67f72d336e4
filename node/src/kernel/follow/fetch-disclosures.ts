import { disclosureDigest, parseRecord, readDisclosures } from '@koinon/records';
import { z } from 'zod';
import { FetchRefused } from '../fetch/index.ts';
import type { Kernel } from '../kernel.ts';

const answerSchema = z.looseObject({ disclosures: z.array(z.string().max(65536)).max(256) });
const MAX_ANSWER = 1024 * 1024;
const TIMEOUT_MS = 10_000;

export type Personal =
  | { state: 'present'; fields: Record<string, unknown> }
  /** They were erased, or the record has none. */
  | { state: 'gone' }
  | { state: 'unreachable' };

/**
 * The personal fields of a partner's record, which are no part of its log: asked for only when they are needed, held
 * against the commitments in the record, and kept until an erasure. @throws where the record is not held here
 */
export async function fetchDisclosures(kernel: Kernel, log: number, jti: string): Promise<Personal> {
  const entry = await kernel.db
    .selectFrom('entry as e')
    .innerJoin('log as l', 'l.id', 'e.log')
    .select(['e.body', 'l.node'])
    .where('e.log', '=', log)
    .where('e.jti', '=', jti)
    .where('e.flag', 'is', null)
    .executeTakeFirstOrThrow();
  const sd = parseRecord(entry.body).payload._sd ?? [];
  if (sd.length === 0 || (await isErased(kernel, log, jti))) return { state: 'gone' };
  const held = await kernel.db
    .selectFrom('disclosure')
    .select('disclosure')
    .where('log', '=', log)
    .where('jti', '=', jti)
    .execute();
  if (held.length > 0) {
    return {
      state: 'present',
      fields: readDisclosures(
        sd,
        held.map((row) => row.disclosure),
      ),
    };
  }
  const answer = await ask(kernel, `${entry.node}/records/${jti}/disclosures`);
  if (typeof answer === 'string') return { state: answer };
  const fields = readDisclosures(sd, answer);
  await kernel.db
    .insertInto('disclosure')
    .values(answer.map((disclosure) => ({ log, jti, digest: disclosureDigest(disclosure), disclosure })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { state: 'present', fields };
}

/** An erasure that names the record may come before we asked for its fields: then nothing is fetched any more. */
async function isErased(kernel: Kernel, log: number, jti: string): Promise<boolean> {
  const row = await kernel.db
    .selectFrom('entry as e')
    .innerJoin('subject as s', (join) => join.onRef('s.log', '=', 'e.log').onRef('s.sub', '=', 'e.sub'))
    .select('s.state')
    .where('e.log', '=', log)
    .where('e.jti', '=', jti)
    .executeTakeFirst();
  return row?.state === 'erased';
}

async function ask(kernel: Kernel, url: string): Promise<string[] | 'gone' | 'unreachable'> {
  try {
    const answer = await kernel.fetcher.fetch(url, {
      maxBytes: MAX_ANSWER,
      timeoutMs: TIMEOUT_MS,
      accept: ['application/json'],
    });
    if (answer.status === 410 || answer.status === 404) return 'gone';
    if (answer.status !== 200) return 'unreachable';
    const parsed = answerSchema.safeParse(JSON.parse(new TextDecoder().decode(answer.body)));
    if (!parsed.success) return 'unreachable';
    return parsed.data.disclosures.length === 0 ? 'gone' : parsed.data.disclosures;
  } catch (error) {
    if (error instanceof FetchRefused || error instanceof SyntaxError) return 'unreachable';
    throw error;
  }
}
