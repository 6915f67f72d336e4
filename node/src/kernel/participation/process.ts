import { randomBytes } from 'node:crypto';
import type { Tx } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
import { type Admission, admissionSchema } from './admission.ts';
import { ProcessNotOpen } from './error.ts';

type Services = Pick<Kernel, 'clock' | 'keys'>;

export interface OpenProcess {
  key: Uint8Array;
  admits: Admission;
}

/** Lets people take part in a process from now on; makes the key of its pseudonyms. */
export async function openProcess(
  tx: Tx,
  { clock, keys }: Services,
  process: string,
  admits: Admission,
): Promise<void> {
  await tx
    .insertInto('participation_process')
    .values({
      process,
      wrapped: keys.seal(randomBytes(32), contextOf(process)),
      opened_at: clock.now(),
      admits: JSON.stringify(admits),
    })
    .execute();
}

/** Says when the time for objections ends; from then on nobody can be linked to a pseudonym of the process. */
export async function setObjectionEnd(tx: Tx, process: string, until: Date): Promise<void> {
  const changed = await tx
    .updateTable('participation_process')
    .set({ objection_until: until })
    .where('process', '=', process)
    .where('wrapped', 'is not', null)
    .returning('process')
    .executeTakeFirst();
  if (!changed) throw new ProcessNotOpen(process);
}

/** Key and rule of a process. @throws ProcessNotOpen where it was never opened, or its key is destroyed */
export async function readProcess(tx: Tx, { clock, keys }: Services, process: string): Promise<OpenProcess> {
  const row = await tx
    .selectFrom('participation_process')
    .select(['wrapped', 'admits', 'objection_until'])
    .where('process', '=', process)
    .forKeyShare()
    .executeTakeFirst();
  const over = row?.objection_until != null && row.objection_until <= clock.now();
  if (!row?.wrapped || over) throw new ProcessNotOpen(process);
  return { key: keys.unseal(row.wrapped, contextOf(process)), admits: admissionSchema.parse(row.admits) };
}

export function contextOf(process: string): string {
  return `participation ${process}`;
}
