import { sql } from 'kysely';
import type { Actor } from '../../../kernel/identity/actor.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Act } from '../../../kernel/records/record.ts';
import type { ChairAnswerInput, HandOverInput } from '../bodies/chair.ts';
import { NotChair, NothingToAnswer, NotNext } from '../error.ts';
import { SUBJECTS } from '../subjects.ts';
import { type Draft, publishAs } from './publish.ts';

/** Offers the chair to the next in the order. The act of whoever has it. @throws NotChair, NotNext */
export async function handOverChair(kernel: Kernel, actor: Actor, draft: Draft<HandOverInput>): Promise<Act> {
  return await publishAs(kernel, actor, 'handOver', draft, (member, _tx, { to, ...body }) => {
    const { chair } = member.life;
    if (chair?.node !== kernel.identity.origin) throw new NotChair();
    if (chair.next === null || (to !== undefined && to !== chair.next)) throw new NotNext();
    return { ...body, to: member.snapshot(chair.next) };
  });
}

export interface Answering extends Draft<ChairAnswerInput> {
  /** Subject of the offer. */
  handOver: string;
}

/** Takes the chair that is offered, or declines it. The act of the node that it is offered to. @throws NothingToAnswer */
export async function answerChair(
  kernel: Kernel,
  actor: Actor,
  { handOver, ...draft }: Answering,
): Promise<Act> {
  return await publishAs(kernel, actor, 'chairAnswer', draft, async (member, tx, body) => {
    const { table } = SUBJECTS.handOver;
    await sql`select 1 from ${sql.table(table)} where sub = ${handOver} for update`.execute(tx);
    const offer = member.life.chair?.offers.find(({ row }) => row.sub === handOver);
    if (offer === undefined || offer.to !== kernel.identity.origin) throw new NothingToAnswer();
    member.requireConfirmed(offer.node);
    const { jti, digest, node } = offer;
    const title = member.alliance.title;
    const exact = { sub: handOver, jti, digest, title, origin: member.snapshot(node) };
    return { ...body, handOver: exact };
  });
}
