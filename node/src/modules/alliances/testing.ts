import { allianceKinds, createAlliance, MEMBERSHIP } from '../../kernel/alliances/index.ts';
import type { OpenDatabase } from '../../kernel/database/open.ts';
import type { Actor } from '../../kernel/identity/actor.ts';
import { makeTrustStore } from '../../kernel/trust/index.ts';
import { alone, type Fixture, moduleNode, PartnerLog, type TestNodeOptions } from '../../testing/index.ts';
import { practices } from '../practices/index.ts';
import { alliances } from './index.ts';

const operator: Actor = { type: 'system', reason: 'test' };

export const SLUG = 'north';
export const TITLE = { source: 'en', en: 'The North' };

/** A node that hosts an alliance, and says who was admitted. */
export async function alliancesNode(options: TestNodeOptions = {}): Promise<Fixture & { alliance: string }> {
  const peering = { ...alone, kinds: allianceKinds, trust: ({ db }: OpenDatabase) => makeTrustStore(db) };
  const fixture = await moduleNode([alliances, practices], { peering, ...options });
  const charter = { title: TITLE, text: { source: 'en', en: 'For all.' }, principles: [] };
  const { id } = await createAlliance(fixture.kernel, operator, { slug: SLUG, charter });
  return { ...fixture, alliance: id };
}

/** The host's word on a node, as its commands would publish it after they have asked the node. */
export async function hostSays(
  { kernel }: Pick<Fixture, 'kernel'>,
  action: 'admitted' | 'removed',
  node: string,
  alliance: string,
): Promise<void> {
  const sub = `/alliances/${SLUG}/members/${new URL(node).host}`;
  await kernel.database.transaction(async (tx) => {
    const latest = await tx
      .selectFrom('subject')
      .select('latest')
      .where('log', '=', kernel.ownLog)
      .where('sub', '=', kernel.identity.origin + sub)
      .executeTakeFirst();
    const body = { action, alliance, title: TITLE, node };
    await kernel.records.publish(tx, operator, { kind: MEMBERSHIP, sub, prev: latest?.latest ?? null, body });
  });
}

/** A partner that is, or is not, a member. */
export class Partner extends PartnerLog {
  #membership: string | null = null;

  /** Says in its own log that it joins, or leaves. */
  async belong(action: 'joined' | 'left', alliance: string) {
    const { host, pathname } = new URL(alliance);
    const body = { action, alliance, title: TITLE, node: this.node };
    const said = await this.say(
      MEMBERSHIP,
      `${this.node}/memberships/${host}${pathname}`,
      body,
      this.#membership,
    );
    this.#membership = said.jti;
  }

  async tell(
    kind: string,
    place: string,
    alliance: string,
    body: object,
    id: string,
    prev: string | null = null,
  ) {
    const whole = { ...body, alliance: { id: alliance, title: TITLE } };
    return await this.say(kind, `${this.node}/alliances/${place}/${id}`, whole, prev);
  }
}
