import { sql } from 'kysely';
import type { Kernel } from '../kernel.ts';

const FIRST_RETRY_MS = 10_000;
const LONGEST_RETRY_MS = 10 * 60 * 1000;

/** Says when the witnesses should be asked again about a checkpoint that some of them have not cosigned yet. */
export interface MissingCosignatures {
  /** `age`: milliseconds since the checkpoint was signed last. */
  shouldAsk(kernel: Kernel, size: number, age: number): Promise<boolean>;
}

/** Waits twice as long after each round without success; a larger tree, or a witness more, begins anew. */
export function makeMissingCosignatures(): MissingCosignatures {
  let about = '';
  let wait = FIRST_RETRY_MS;
  return {
    async shouldAsk(kernel, size, age) {
      if (age < FIRST_RETRY_MS) return false;
      const missing = await witnessesWithout(kernel, size);
      const now = `${size} ${missing.join(' ')}`;
      if (now !== about) wait = FIRST_RETRY_MS;
      about = now;
      if (missing.length === 0 || age < wait) return false;
      wait = Math.min(2 * wait, LONGEST_RETRY_MS);
      return true;
    },
  };
}

async function witnessesWithout(kernel: Kernel, size: number): Promise<string[]> {
  const asked = (await kernel.trust.witnesses()).filter(
    ({ name, url }) => url !== null && name !== kernel.identity.witnessName,
  );
  const rows = await sql<{ witness: string }>`
    select distinct witness from cosignature where log = ${kernel.ownLog} and size = ${size}`.execute(
    kernel.db,
  );
  const cosigned = new Set(rows.rows.map(({ witness }) => witness));
  return asked.map(({ name }) => name).filter((name) => !cosigned.has(name));
}
