import { MAX_NOTE, openCheckpoint, originHash, parseVerifierKey } from '@koinon/transparency-log';
import { sql } from 'kysely';
import type { Kernel } from '../kernel.ts';
import { logSigners } from '../keys/vkeys.ts';
import type { AskWitnesses, AskWitnessSize } from '../log/ask-witnesses.ts';
import type { Witness } from '../trust/trust-store.ts';
import { askOne } from './ask-one.ts';

const TIMEOUT_MS = 2000;

/** Asks all witnesses in the policy at once for cosignatures on our newest checkpoint. */
export const askWitnesses: AskWitnesses = async (kernel, { checkpoint, note, proof, heard }) => {
  const witnesses = (await kernel.trust.witnesses()).filter(
    (witness): witness is Witness & { url: string } =>
      witness.url !== null && witness.name !== kernel.identity.witnessName,
  );
  const known = await cosignedSizes(
    kernel,
    witnesses.map(({ name }) => name),
  );
  await Promise.all(
    witnesses.map(async (witness) => {
      try {
        const lines = await askOne(
          kernel,
          witness,
          { checkpoint, note, proof },
          known.get(witness.name) ?? 0,
        );
        if (lines.length > 0) await heard(lines);
        else kernel.log.info({ witness: witness.name, size: checkpoint.size }, 'no cosignature');
      } catch (error) {
        kernel.log.debug({ err: error, witness: witness.name }, 'a witness could not be asked');
      }
    }),
  );
};

/** Largest size of our log that each witness is known to have cosigned: where the next proof starts. */
async function cosignedSizes(kernel: Kernel, names: readonly string[]): Promise<Map<string, number>> {
  const rows = await sql<{ witness: string; size: number }>`
    select w.witness, latest.size::float8 as size
    from unnest(${sql.val(names)}::text[]) as w (witness)
    cross join lateral (
      select size from cosignature c where c.log = ${kernel.ownLog} and c.witness = w.witness
      order by size desc limit 1
    ) latest`.execute(kernel.db);
  return new Map(rows.rows.map(({ witness, size }) => [witness, size]));
}

/** What a witness last cosigned of our log, from its monitoring endpoint. */
export const askWitnessSize: AskWitnessSize = async (kernel, witness, logOrigin) => {
  if (witness.url === null) return 'unreachable';
  try {
    const answer = await kernel.fetcher.fetch(
      `${witness.url.replace(/\/$/, '')}/${originHash(logOrigin)}/checkpoint`,
      {
        maxBytes: MAX_NOTE,
        timeoutMs: TIMEOUT_MS,
      },
    );
    if (answer.status === 404) return 'unknown';
    if (answer.status !== 200) return 'unreachable';
    const note = new TextDecoder().decode(answer.body);
    const logVerifiers = logSigners(kernel.keys, kernel.identity).map(({ vkey }) => parseVerifierKey(vkey));
    const { checkpoint } = openCheckpoint(note, { origin: logOrigin, logVerifiers });
    return { size: checkpoint.size, root: checkpoint.root, note };
  } catch (error) {
    kernel.log.debug({ err: error, witness: witness.name }, 'a witness did not say what it knows of us');
    return 'unreachable';
  }
};
