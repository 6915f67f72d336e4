import type { Tx } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
import { contextOf } from './process.ts';
import { pseudonymOf } from './scope.ts';

/** Where one person took part, as the person may see it while the key of the process exists. */
export interface Trace {
  process: string;
  pseudonym: string;
  objectionUntil: Date | null;
  /** Records that the person published there. */
  jtis: string[];
}

/**
 * What a person did under pseudonyms. No table says it: each living key is asked what the person would be called there,
 * so it can be told to nobody but who is logged in, and to nobody at all once the keys are destroyed.
 */
export async function tracesOf(
  tx: Tx,
  { keys, identity }: Pick<Kernel, 'keys' | 'identity'>,
  person: { issuer: string; subject: string },
): Promise<Trace[]> {
  const processes = await tx
    .selectFrom('participation_process')
    .select(['process', 'wrapped', 'objection_until'])
    .where('wrapped', 'is not', null)
    .orderBy('process')
    .execute();
  if (processes.length === 0) return [];
  const names = processes.map(({ process, wrapped }) => {
    const key = keys.unseal(wrapped as Uint8Array, contextOf(process));
    return pseudonymOf(key, `${identity.origin}${process}`, person);
  });
  const [took, published] = [
    await tx.selectFrom('participation').selectAll().where('pseudonym', 'in', names).execute(),
    await tx.selectFrom('participation_record').selectAll().where('pseudonym', 'in', names).execute(),
  ];
  return processes.flatMap(({ process, objection_until }, i) => {
    const pseudonym = names[i] ?? '';
    if (!took.some((row) => row.process === process && row.pseudonym === pseudonym)) return [];
    const jtis = published.filter((row) => row.process === process && row.pseudonym === pseudonym);
    return [{ process, pseudonym, objectionUntil: objection_until, jtis: jtis.map((row) => row.jti) }];
  });
}
