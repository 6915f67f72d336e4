import { parseAmount } from './amount.ts';
import type { LoggedEntry } from './entry.ts';

/**
 * Accounts of one project, one set for each unit. Debits are positive, credits negative. What a node promised and what
 * became of it, what it handed over, and what the project holds and has used.
 */
export const NODE_ACCOUNTS = ['pledged', 'outstanding', 'fulfilled', 'contributed', 'in-transit'] as const;
export type Account =
  | { kind: (typeof NODE_ACCOUNTS)[number]; node: string }
  | { kind: 'available' }
  | { kind: 'spent'; workPackage: string };

export interface Posting {
  account: Account;
  unit: string;
  value: bigint;
}

/** Work that belongs to no work package. */
export const GENERAL = '';

/** The name of an account, by which it is summed. */
export function accountName(account: Account): string {
  if (account.kind === 'available') return account.kind;
  return account.kind === 'spent'
    ? `${account.kind} ${account.workPackage}`
    : `${account.kind} ${account.node}`;
}

/** What an entry moves. Of a reversal: of what it reverses, the other way round. */
export function postingsOf({ node, body }: LoggedEntry, lead: string, of?: LoggedEntry): Posting[] {
  const { unit } = body;
  const value = parseAmount(body.amount);
  const move = (to: Account, from: Account): Posting[] => [
    { account: to, unit, value },
    { account: from, unit, value: -value },
  ];
  const own = (kind: (typeof NODE_ACCOUNTS)[number], whose = node): Account => ({ kind, node: whose });
  const available: Account = { kind: 'available' };
  switch (body.type) {
    case 'pledge':
      return move(own('outstanding'), own('pledged'));
    case 'contribution':
      return [
        // What the lead gives itself needs no way.
        ...move(node === lead ? available : own('in-transit'), own('contributed')),
        ...(body.of === undefined ? [] : move(own('fulfilled'), own('outstanding'))),
      ];
    case 'acknowledgement':
      return of === undefined ? [] : move(available, own('in-transit', of.node));
    case 'spending':
      return move({ kind: 'spent', workPackage: body.workPackage ?? GENERAL }, available);
    default:
      return [];
  }
}

export function reversed(postings: readonly Posting[]): Posting[] {
  return postings.map((posting) => ({ ...posting, value: -posting.value }));
}
