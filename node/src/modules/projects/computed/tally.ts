import type { Decision } from '../decision.ts';

/** A member's signature under one option of a decision. */
export interface CastVote {
  node: string;
  option: string;
  /** The version of the decision that it has signed. */
  decision: string;
  signedAt: Date;
  jti: string;
}

export interface Tally {
  /** `open`: not enough have signed. `taken`: an option has what the rule asks. `failed`: none can have it any more. */
  state: 'open' | 'taken' | 'failed';
  option: string | null;
  /** Who signed which option, in the order in which members were asked. */
  votes: ReadonlyArray<{ node: string; option: string | null; jti: string | null }>;
  counts: ReadonlyArray<{ option: string; count: number }>;
  /** How many an option needs. */
  needed: number;
}

/** What members' own records say of a decision; votes of others, of another text or for no option count for nothing. */
export function tallyOf(decision: Decision & { jti: string }, cast: readonly CastVote[]): Tally {
  const asked = [...new Set(decision.members.map(({ node }) => new URL(node).origin))];
  const known = new Set(decision.options.map(({ key }) => key));
  const votes = asked.map((node) => {
    const latest = cast
      .filter((vote) => vote.node === node && vote.decision === decision.jti && known.has(vote.option))
      .sort((a, b) => a.signedAt.getTime() - b.signedAt.getTime() || (a.jti < b.jti ? -1 : 1))
      .at(-1);
    return { node, option: latest?.option ?? null, jti: latest?.jti ?? null };
  });
  const counts = decision.options.map(({ key }) => ({
    option: key,
    count: votes.filter(({ option }) => option === key).length,
  }));
  const needed = decision.rule === 'all' ? asked.length : Math.floor(asked.length / 2) + 1;
  const silent = votes.filter(({ option }) => option === null).length;
  const won = counts.find(({ count }) => count >= needed);
  const possible = counts.some(({ count }) => count + silent >= needed);
  const state = won !== undefined ? 'taken' : possible ? 'open' : 'failed';
  return { state, option: won?.option ?? null, votes, counts, needed };
}
