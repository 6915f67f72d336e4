import type { Kernel } from '../../../kernel/kernel.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One of the two signed notes of an alert about this partner. */
export async function loadEvidence(
  kernel: Kernel,
  host: string,
  id: string,
  side: 'ours' | 'theirs',
): Promise<string | null> {
  if (!UUID.test(id)) return null;
  const partner = await kernel.trust.partner(host);
  if (partner === null) return null;
  const alert = await kernel.db
    .selectFrom('alert')
    .select(['note_ours', 'note_theirs'])
    .where('id', '=', id)
    .where('origin', '=', partner.logOrigin)
    .executeTakeFirst();
  return (side === 'ours' ? alert?.note_ours : alert?.note_theirs) ?? null;
}
