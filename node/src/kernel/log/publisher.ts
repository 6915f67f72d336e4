import { sql } from 'kysely';
import type { Kernel } from '../kernel.ts';
import { type Loop, startLoop } from '../loop.ts';
import type { AskWitnesses } from './ask-witnesses.ts';
import { publishHead } from './publish.ts';

/** A checkpoint is signed again after this time even where nothing was added, so that readers see it is not frozen. */
export const REPUBLISH_MS = 10 * 60 * 1000;
const EVERY_MS = 1000;
/** Witnesses that did not cosign the newest checkpoint are asked again after 1, 2, 4 … 30 seconds. */
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;

/** What is waited for from witnesses that have not cosigned the newest checkpoint. */
interface Retry {
  /** Size and names that are missing: with either, the waiting begins anew. */
  of: string;
  delay: number;
  at: number;
}

/** Signs what has been committed while `may` says so, and goes on asking witnesses that were silent. */
export function startPublisher(
  kernel: Kernel,
  askWitnesses: AskWitnesses,
  may: () => boolean,
  failed: (error: unknown) => void,
): Loop {
  let retry: Retry = { of: '', delay: 0, at: 0 };

  async function run(): Promise<void> {
    if (!may()) return;
    const head = await readHead(kernel);
    if (head.size === 0) return;
    const age = kernel.clock.now().getTime() - (head.noteAt?.getTime() ?? 0);
    if (head.size > head.noteSize || age >= REPUBLISH_MS || isDue(head.noteSize, head.missing)) {
      await publishHead(kernel, askWitnesses);
    }
  }

  function isDue(size: number, missing: readonly string[]): boolean {
    if (missing.length === 0) return false;
    const of = `${size} ${missing.join(' ')}`;
    const now = performance.now();
    if (of !== retry.of) retry = { of, delay: FIRST_RETRY_MS, at: now + FIRST_RETRY_MS };
    if (now < retry.at) return false;
    const delay = Math.min(retry.delay * 2, LONGEST_RETRY_MS);
    retry = { of, delay, at: now + delay };
    return true;
  }

  return startLoop(run, EVERY_MS, failed);
}

interface Head {
  size: number;
  noteSize: number;
  noteAt: Date | null;
  /** Names of witnesses that we may ask and that have not cosigned the newest checkpoint. */
  missing: string[];
}

async function readHead(kernel: Kernel): Promise<Head> {
  const rows = await sql<Head>`select l.size, l.note_size as "noteSize", l.note_at as "noteAt",
      array(select distinct w.name from witness_key w
        where w.url is not null and w.name <> ${kernel.identity.witnessName}
          and not exists (select 1 from cosignature c where c.log = l.id and c.witness = w.name and c.size = l.note_size)
        order by w.name) as missing
    from log l where l.id = ${kernel.ownLog}`.execute(kernel.db);
  return rows.rows[0] as Head;
}
