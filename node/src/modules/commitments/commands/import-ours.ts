import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { sha256Hex } from '../../../kernel/sha256.ts';
import { pathOf } from '../../../kernel/subjects/index.ts';
import { AlreadyImported, NeverOurs } from '../error.ts';
import { commitmentsDb } from '../schema.ts';
import { SUBJECTS } from '../subjects.ts';
import { readFile } from './reference.ts';

/**
 * Takes a plan of this node's own out of a file: the plan and each commitment wait until a person opens, reads and
 * publishes them, because publishing is signing. Each keeps its id from here on, so that it is published once.
 * @throws UnreadableFile, NeverOurs, AlreadyImported
 */
export async function importOurs(
  kernel: Kernel,
  actor: Actor,
  { text }: { text: string },
): Promise<{ commitments: number }> {
  require(actor, 'commitments.import');
  const read = readFile(text);
  // It holds the codes of its assessor.
  if (read.format === 'ogp-irm') throw new NeverOurs();
  const file = sha256Hex(Buffer.from(text, 'utf8'));
  const created_at = kernel.clock.now();
  const plan = uuidv7();
  const sub = kernel.identity.origin + pathOf(SUBJECTS.plan, plan);
  const bodies = [
    { id: plan, thing: 'plan' as const, body: read.file.plan as Record<string, unknown> },
    ...read.file.commitments.map((body) => ({
      id: uuidv7(),
      thing: 'commitment' as const,
      body: { ...body, plan: sub },
    })),
  ];
  return await kernel.database.transaction(async (tx) => {
    const rows = bodies.map(({ body, ...row }, place) => ({
      ...row,
      file,
      place,
      body: JSON.stringify(body),
      created_at,
    }));
    const added = await commitmentsDb(tx)
      .insertInto('commitments_waiting')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['file', 'place']).doNothing())
      .returning('id')
      .execute();
    if (added.length < rows.length) throw new AlreadyImported();
    return { commitments: read.file.commitments.length };
  });
}
