import type { Tx } from '../../../kernel/database/tables.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { headlinesOf } from '../../../kernel/log/headline.ts';
import type { Contribution } from '../bodies/contribution.ts';
import { UnknownSubject } from '../error.ts';
import type { MemberOf } from './member.ts';

/** A live subject of any module, in any log that we hold, as a reference with its title. @throws UnknownSubject */
export async function referenceTo(
  kernel: Kernel,
  tx: Tx,
  { snapshot }: Pick<MemberOf, 'snapshot'>,
  sub: string,
): Promise<NonNullable<Contribution['about']>> {
  const subject = await tx
    .selectFrom('subject as s')
    .innerJoin('log as l', 'l.id', 's.log')
    .leftJoin('partner', 'partner.log', 's.log')
    .select(['s.log', 's.latest', 'l.node', 'l.role'])
    .where('s.sub', '=', sub)
    .where('s.state', '=', 'live')
    .where((eb) => eb.or([eb('l.role', '=', 'own'), eb('partner.state', '=', 'active')]))
    .executeTakeFirst();
  if (subject === undefined) throw new UnknownSubject();
  const record = await tx
    .selectFrom('entry')
    .select('body')
    .where('log', '=', subject.log)
    .where('jti', '=', subject.latest)
    .unionAll(tx.selectFrom('pending').select('body').where('jti', '=', subject.latest))
    .executeTakeFirst();
  if (record === undefined) throw new UnknownSubject();
  const own = subject.role === 'own';
  const [headline] = await headlinesOf({ db: tx, modules: kernel.modules }, [{ body: record.body, own }]);
  if (!headline) throw new UnknownSubject();
  return { sub, jti: subject.latest, title: headline.title, origin: snapshot(subject.node) };
}
