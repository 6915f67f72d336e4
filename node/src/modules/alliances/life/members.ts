import type { AllianceRecords } from '../../../kernel/alliances/index.ts';
import type { Hosting } from './seen.ts';

/** How long a node belonged to an alliance: from the moment on, up to the other and without it. */
export interface Period {
  node: string;
  from: Date;
  until: Date | null;
}

interface Event {
  at: number;
  node: string;
  what: 'joined' | 'admitted' | 'ended';
}

const ORDER = { joined: 0, admitted: 1, ended: 2 } as const;

/**
 * Who was a member when. A membership begins when the host has admitted the node and the node has said that it joins, and
 * ends with the word of either. A host that admits a node which never joined admits nobody; of a node whose log is not
 * held here (`held`), the host's word is all that there is.
 */
export function membershipPeriods(
  { memberships }: Pick<AllianceRecords, 'memberships'>,
  lineage: readonly Hosting[],
  held: ReadonlySet<string>,
): Period[] {
  const events = memberships.flatMap(({ log, at, body: { alliance, node, action } }): Event[] => {
    const hosting = lineage.find(({ id }) => id === alliance);
    if (hosting === undefined) return [];
    const time = at.getTime();
    const host = log.node === hosting.node && (hosting.until === null || at < hosting.until);
    if (host && action === 'admitted') return [{ at: time, node, what: 'admitted' }];
    if (host && action === 'removed') return [{ at: time, node, what: 'ended' }];
    if (log.node !== node) return [];
    if (action === 'joined') return [{ at: time, node, what: 'joined' }];
    return action === 'left' || action === 'ended' ? [{ at: time, node, what: 'ended' }] : [];
  });
  events.sort((a, b) => a.at - b.at || ORDER[a.what] - ORDER[b.what]);
  const periods: Period[] = [];
  const state = new Map<string, { joined: boolean; admitted: boolean; open: Period | null }>();
  for (const { at, node, what } of events) {
    const now = state.get(node) ?? { joined: !held.has(node), admitted: false, open: null };
    if (what === 'ended') {
      if (now.open !== null) now.open.until = new Date(at);
      state.set(node, { joined: !held.has(node), admitted: false, open: null });
      continue;
    }
    const next = { ...now, [what]: true };
    if (next.joined && next.admitted && next.open === null) {
      next.open = { node, from: new Date(at), until: null };
      periods.push(next.open);
    }
    state.set(node, next);
  }
  return periods;
}

/** Members at a moment, in the order in which they were admitted. */
export function membersAt(periods: readonly Period[], at: Date): string[] {
  return periods
    .filter(({ from, until }) => from <= at && (until === null || at < until))
    .map(({ node }) => node);
}

export function isMemberAt(periods: readonly Period[], node: string, at: Date): boolean {
  return membersAt(periods, at).includes(node);
}
