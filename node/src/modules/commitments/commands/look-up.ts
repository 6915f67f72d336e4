import type { Tx } from '../../../kernel/database/tables.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { NotConfirmed, WithdrawnSubject } from '../../../kernel/records/error.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import type { Commitment } from '../commitment.ts';
import { NotYourStep, UnknownStep } from '../error.ts';
import { stepsOfMilestones } from '../read/said.ts';
import type { Report } from '../report.ts';
import { commitmentsDb } from '../schema.ts';

/** A commitment that something is said of, and the reference to it that goes into the record. */
export interface FoundCommitment {
  reference: Report['commitment'];
  body: Commitment;
  own: boolean;
  /** Whether this node is one of the leads that it names. */
  named: boolean;
  /** Whether this node's word on its progress counts. */
  leads: boolean;
  /** The milestones that this node took on; null: all of it. */
  tookOn: readonly string[] | null;
}

/** Finds a live commitment of ours or of a partner whose log holds. @throws NotFound, WithdrawnSubject, NotConfirmed */
export async function lookUp(kernel: Kernel, tx: Tx, sub: string): Promise<FoundCommitment> {
  const row = await commitmentsDb(tx)
    .selectFrom('commitments_commitment as c')
    .innerJoin('log as l', 'l.id', 'c.log')
    .leftJoin('partner', 'partner.log', 'c.log')
    .select(['c.sub', 'c.jti', 'c.title', 'c.state', 'c.body', 'c.leads', 'l.node', 'l.role'])
    .select(['partner.name', 'partner.state as trust'])
    .select((eb) =>
      eb
        .selectFrom('commitments_lead as d')
        .select('d.body')
        .whereRef('d.commitment', '=', 'c.sub')
        .where('d.log', '=', kernel.ownLog)
        .where('d.state', '=', 'live')
        .limit(1)
        .as('accepted'),
    )
    .where('c.sub', '=', sub)
    .where((eb) => eb.or([eb('l.role', '=', 'own'), eb('partner.state', '!=', 'removed')]))
    // Two acts on one commitment at once: the second waits here and sees what the first did.
    .forUpdate('c')
    .executeTakeFirst();
  if (row === undefined) throw new NotFound('commitment');
  if (row.state !== 'live') throw new WithdrawnSubject(row.state);
  if (row.trust === 'frozen') throw new NotConfirmed(row.node);
  const own = row.role === 'own';
  const named = row.leads.includes(kernel.identity.origin);
  const origin = { node: row.node, name: row.name ?? kernel.identity.profile.name };
  return {
    reference: { sub: row.sub, jti: row.jti, title: row.title, origin },
    body: row.body,
    own,
    named,
    leads: own || (named && row.accepted !== null),
    tookOn: own ? null : (row.accepted?.milestones ?? null),
  };
}

/** @throws NotYourStep where a lead speaks of a milestone that it has not taken on, or of an indicator of one */
export function requireOwnSteps({ body, tookOn }: FoundCommitment, keys: readonly string[]): void {
  if (tookOn === null) return;
  const own = stepsOfMilestones(body.milestones, tookOn);
  const other = keys.find((key) => !own.has(key));
  if (other !== undefined) throw new NotYourStep(other);
}

/** @throws UnknownStep where a key is none of the commitment's milestones and indicators */
export function requireSteps({ milestones }: Commitment, keys: readonly string[]): void {
  const known = new Set(
    milestones.flatMap(({ key, indicators = [] }) => [key, ...indicators.map((one) => one.key)]),
  );
  const unknown = keys.find((key) => !known.has(key));
  if (unknown !== undefined) throw new UnknownStep(unknown);
}
