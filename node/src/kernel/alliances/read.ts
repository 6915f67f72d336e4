import { pinnedJwks } from '@koinon/trust';
import { unixSeconds } from '../clock.ts';
import { readPins } from '../federation/pins.ts';
import type { Kernel } from '../kernel.ts';
import { allianceJwks, type HostedAlliance, listHosted } from './hosted.ts';

/** An alliance as commands show it. */
export interface AllianceFacts {
  id: string;
  title: HostedAlliance['charter']['title'];
  /** What this node is in it. */
  role: 'host' | 'member';
  state: string;
  members: string[];
  invited: string[];
  marks: { node: string; name: string }[];
  /** Keys by which it is known here: its own, or those that we pinned. */
  kids: string[];
  successor: string | null;
  problem: string | null;
}

async function hostedFacts(kernel: Kernel, alliance: HostedAlliance): Promise<AllianceFacts> {
  const { id, charter, state, successor } = alliance;
  const { db } = kernel;
  const [members, invited, marks, jwks] = await Promise.all([
    db.selectFrom('subordinate').select('subject').where('issuer', '=', id).orderBy('subject').execute(),
    db.selectFrom('alliance_invitation').select('node').where('alliance', '=', id).orderBy('node').execute(),
    db
      .selectFrom('alliance_mark')
      .select(['node', 'name'])
      .where('alliance', '=', id)
      .orderBy('node')
      .orderBy('name')
      .execute(),
    allianceJwks(db, kernel, id),
  ]);
  return {
    id,
    title: charter.title,
    role: 'host',
    state,
    members: members.map(({ subject }) => subject),
    invited: invited.map(({ node }) => node),
    marks,
    kids: jwks.keys.map(({ kid }) => kid),
    successor,
    problem: null,
  };
}

/** All alliances that this node hosts or belongs to. */
export async function allianceFacts(kernel: Kernel): Promise<AllianceFacts[]> {
  const hosted = await Promise.all((await listHosted(kernel.db)).map((one) => hostedFacts(kernel, one)));
  const rows = await kernel.db.selectFrom('membership').selectAll().orderBy('alliance').execute();
  const pins = await readPins(kernel.db);
  const now = unixSeconds(kernel.clock);
  const pinnedKids = (id: string) =>
    pins
      .filter(({ entityId }) => entityId === id)
      .flatMap((pin) => pinnedJwks(pin, now).keys.map(({ kid }) => kid));
  const elsewhere = rows.filter(({ alliance }) => !hosted.some(({ id }) => id === alliance));
  return [
    ...hosted,
    ...elsewhere.map(
      ({ alliance, title, state, problem }): AllianceFacts => ({
        id: alliance,
        title,
        role: 'member',
        state,
        members: [],
        invited: [],
        marks: [],
        kids: pinnedKids(alliance),
        successor: null,
        problem,
      }),
    ),
  ];
}
