/** What a project knows of who takes part, from the records of both sides. */
export interface MemberFacts {
  /** Origin of the node that leads it. */
  lead: string;
  /** Whom its latest version invites, and whom any version did. */
  listed: readonly string[];
  everInvited: readonly string[];
  /** Every node's word that it joins, from its own log; `live` where it was not taken back. */
  joined: ReadonlyArray<{ node: string; live: boolean }>;
}

/**
 * `member`: invited, and has said yes. `invited`: has not answered. `left`: took its word back. `dropped`: said yes, and is
 * listed no more. `uninvited`: said yes, and nobody asked it.
 */
export type MemberState = 'lead' | 'member' | 'invited' | 'left' | 'dropped' | 'uninvited';

export interface Member {
  node: string;
  state: MemberState;
}

const ORDER: readonly MemberState[] = ['lead', 'member', 'invited', 'left', 'dropped', 'uninvited'];

/** Everybody who has to do with a project: the lead first, then by state, then by address. */
export function membersOf(facts: MemberFacts): Member[] {
  const { lead, listed, joined } = facts;
  return [...new Set([lead, ...listed, ...joined.map(({ node }) => node)])]
    .map((node) => ({ node, state: stateOf(facts, node) }))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.node < b.node ? -1 : 1));
}

function stateOf({ lead, listed, everInvited, joined }: MemberFacts, node: string): MemberState {
  if (node === lead) return 'lead';
  const words = joined.filter((word) => word.node === node);
  if (words.length > 0 && !everInvited.includes(node)) return 'uninvited';
  if (words.some(({ live }) => live)) return listed.includes(node) ? 'member' : 'dropped';
  return words.length > 0 ? 'left' : 'invited';
}

/** Who acts in the project now. */
export function activeMembers(members: readonly Member[]): string[] {
  return members.flatMap(({ node, state }) => (state === 'lead' || state === 'member' ? [node] : []));
}

/** Whose entries the ledger takes: who was invited and has joined, whatever came later. */
export function ledgerMembers({ lead, everInvited, joined }: MemberFacts): string[] {
  const invited = new Set(everInvited);
  return [lead, ...new Set(joined.flatMap(({ node }) => (invited.has(node) ? [node] : [])))];
}
