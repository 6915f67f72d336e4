import { parseNote } from '@koinon/transparency-log';
import { type RawBuilder, sql } from 'kysely';
import type { Kernel } from '../kernel.ts';

/**
 * Whether half of the witnesses of others have cosigned a note whose lines were verified: what `ownPolicy` asks of a
 * reader. `author` is the witness of the log's own node, which does not count.
 */
export async function hasQuorum(
  { trust, identity }: Pick<Kernel, 'trust' | 'identity'>,
  note: string,
  author: string,
): Promise<boolean> {
  const witnesses = new Set([identity.witnessName, ...(await trust.witnesses()).map(({ name }) => name)]);
  witnesses.delete(author);
  const cosigners = new Set(parseNote(note).signatures.map(({ name }) => name));
  const counted = [...witnesses].filter((name) => cosigners.has(name)).length;
  return counted >= Math.ceil(witnesses.size / 2);
}

/** What else an update of `log.note` sets. */
export function keepIfCosigned(cosigned: boolean, note: string, size: number): RawBuilder<unknown> {
  return cosigned ? sql`, cosigned_note = ${note}, cosigned_size = ${size}` : sql``;
}
