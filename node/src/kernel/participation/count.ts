import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../database/tables.ts';
import type { Actor } from '../identity/actor.ts';
import { LEVELS } from '../identity/level.ts';
import type { Kernel } from '../kernel.ts';
import type { RecordKind } from '../module/module.ts';
import type { Act } from '../records/record.ts';
import { readSubject } from '../records/subjects.ts';
import { admissionSchema, excludesDuplicates } from './admission.ts';
import { ProcessNotOpen } from './error.ts';

/** How many took part: the one thing that is published of them. */
export const PARTICIPATION = 'kernel/participation@1';

const bodySchema = z.looseObject({
  /** Address of the process. */
  process: z.url(),
  participants: z.number().int().nonnegative(),
  admits: z.looseObject({ level: z.enum(LEVELS), notified: z.boolean(), guests: z.boolean() }),
  /** False where the rule lets one person take part twice. */
  duplicatesExcluded: z.boolean(),
});
type CountBody = z.infer<typeof bodySchema>;

export const participationKind: RecordKind<CountBody> = {
  kind: PARTICIPATION,
  schema: bodySchema,
  project: async () => {},
  headline: () => null,
};

/** Publishes how many took part in a process until now, and what the rule of the process can promise. */
export async function publishCount(tx: Tx, kernel: Kernel, actor: Actor, process: string): Promise<Act> {
  const row = await tx
    .selectFrom('participation_process')
    .select(['admits', 'participants'])
    .where('process', '=', process)
    .executeTakeFirst();
  if (!row) throw new ProcessNotOpen(process);
  const admits = admissionSchema.parse(row.admits);
  const sub = `/participation${process}`;
  const subject = await readSubject(tx, kernel.ownLog, `${kernel.identity.origin}${sub}`);
  const body: CountBody = {
    process: `${kernel.identity.origin}${process}`,
    participants: row.participants ?? (await countNow(tx, process)),
    admits,
    duplicatesExcluded: excludesDuplicates(admits),
  };
  return await kernel.records.publish(tx, actor, {
    kind: PARTICIPATION,
    sub,
    prev: subject?.latest ?? null,
    body,
  });
}

export async function countNow(tx: Tx, process: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from participation where process = ${process}`.execute(tx);
  return rows[0]?.count ?? 0;
}
