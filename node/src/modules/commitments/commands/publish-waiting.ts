import type { z } from 'zod';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { commitmentInput } from '../commitment.ts';
import { NotReady } from '../error.ts';
import { planInput } from '../plan.ts';
import { readWaiting } from '../read.ts';
import { zoneOf } from '../zone.ts';
import { publishCommitment, publishPlan } from './publish.ts';

/**
 * Publishes a part of a file of ours as it stands there, under the id that it has waited with, so that it is published
 * once. What lacks something is opened on its page, where it can be completed. @throws NotFound, NotReady
 */
export async function publishWaiting(kernel: Kernel, actor: Actor, id: string): Promise<Act> {
  require(actor, 'commitments.publish');
  const waiting = await readWaiting(kernel, id);
  if (waiting === null) throw new NotFound('waiting');
  return waiting.thing === 'plan'
    ? await publishPlan(kernel, actor, { id, body: ready(planInput, waiting.body) })
    : await publishCommitment(kernel, actor, {
        id,
        body: ready(commitmentInput, { zone: zoneOf(kernel), ...waiting.body }),
      });
}

function ready<Body>(schema: z.ZodType<Body>, body: unknown): Body {
  const read = schema.safeParse(body);
  if (!read.success) throw new NotReady(read.error.issues.map(({ path }) => path.join('.')));
  return read.data;
}
