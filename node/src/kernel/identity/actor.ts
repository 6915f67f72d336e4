/** Who does something. Commands take an actor and ask `can`; where actors come from is no concern of theirs. */
export type Actor =
  | { type: 'staff'; id: string; name: string; permissions: readonly string[] }
  | { type: 'partner'; node: string }
  | { type: 'system'; reason: string }
  | { type: 'anonymous' };

export const ANONYMOUS: Actor = { type: 'anonymous' };

/** A stable name of an actor for idempotency keys, audit and logs; holds no personal data but the token's own name. */
export function actorId(actor: Actor): string {
  switch (actor.type) {
    case 'staff':
      return `staff:${actor.id}`;
    case 'partner':
      return `partner:${actor.node}`;
    case 'system':
      return `system:${actor.reason}`;
    case 'anonymous':
      return 'anonymous';
  }
}
