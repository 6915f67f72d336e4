import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/tables.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Act } from '../../../kernel/records/record.ts';
import type { CharterInput } from '../bodies/charter.ts';
import type { DeclarationInput } from '../bodies/declaration.ts';
import type { ExactRecord } from '../bodies/parts.ts';
import type { SignatureInput } from '../bodies/signature.ts';
import { AlreadySigned, NotChair, NothingToSign } from '../error.ts';
import type { CharterRow, DeclarationRow } from '../read/life.ts';
import { SUBJECTS } from '../subjects.ts';
import type { MemberOf } from './member.ts';
import { type Draft, publishAs } from './publish.ts';

/** Publishes the text of a charter; it binds whoever signs it. The act of the chair or the host. @throws NotChair */
export async function publishCharter(kernel: Kernel, actor: Actor, draft: Draft<CharterInput>): Promise<Act> {
  return await publishAs(kernel, actor, 'charter', draft, (member, _tx, body) => {
    const { chair, alliance, inForce } = member.life;
    if (chair?.node !== kernel.identity.origin && !alliance.host.own) throw new NotChair();
    return { ...body, ...(inForce && { replaces: exact(member, inForce.row) }) };
  });
}

/** Proposes a joint text. To propose is not to sign. */
export async function proposeDeclaration(
  kernel: Kernel,
  actor: Actor,
  draft: Draft<DeclarationInput>,
): Promise<Act> {
  return await publishAs(kernel, actor, 'declaration', draft, (_member, _tx, body) => body);
}

export interface Signing extends Draft<SignatureInput> {
  of: 'charter' | 'declaration';
  /** Subject of the text, and the record of it that was read. */
  sub: string;
  jti?: string | undefined;
}

/** Signs a charter or a declaration, word for word. @throws NothingToSign, AlreadySigned, NotConfirmed */
export async function sign(kernel: Kernel, actor: Actor, { of, sub, jti, ...draft }: Signing): Promise<Act> {
  return await publishAs(kernel, actor, 'signature', draft, async (member, tx, body) => {
    await waitFor(tx, of, sub);
    const texts = of === 'charter' ? member.life.charters : member.life.declarations;
    const found = texts.find(({ row }) => row.sub === sub);
    if (found === undefined || (jti !== undefined && jti !== found.row.jti)) throw new NothingToSign();
    const { row, standing } = found;
    if (row.state !== 'live' || standing.state === 'void') throw new NothingToSign();
    member.requireConfirmed(row.node);
    const own = await tx
      .selectFrom(sql<{ jti: string }>`alliances_signature`.as('s'))
      .select('s.jti')
      .where(sql<boolean>`s.log = ${kernel.ownLog} and s.state = 'live'`)
      .where(sql<boolean>`s.body #>> '{text,jti}' = ${row.jti}`)
      .executeTakeFirst();
    if (own !== undefined) throw new AlreadySigned();
    return { ...body, of, text: exact(member, row) };
  });
}

/** Of two who sign at once the second waits here, and sees what the first did. */
async function waitFor(tx: Tx, of: 'charter' | 'declaration', sub: string): Promise<void> {
  await sql`select 1 from ${sql.table(SUBJECTS[of].table)} where sub = ${sub} for update`.execute(tx);
}

/** A record by its address, its id, and the hash of its bytes. */
export function exact(
  { snapshot }: Pick<MemberOf, 'snapshot'>,
  { sub, jti, digest, node, body }: CharterRow | DeclarationRow,
): ExactRecord {
  return { sub, jti, digest, title: body.title, origin: snapshot(node) };
}
