import type { ParticipantActor } from '../participation/scope.ts';
import type { Assurance } from './level.ts';

/** Who does something. Commands take an actor and ask `can`; where actors come from is no concern of theirs. */
export type Actor =
  | { type: 'staff'; id: string; name: string; permissions: readonly string[] }
  | PersonActor
  | GuestActor
  | ParticipantActor
  | { type: 'partner'; node: string }
  | { type: 'system'; reason: string }
  | { type: 'anonymous' };

/** One of the node's own people, logged in. */
export interface PersonActor {
  type: 'person';
  /** Id of the account. */
  account: string;
  /** Origin of this node. */
  issuer: string;
  name: string | null;
  assurance: Assurance;
  /** What the person's roles allow everywhere on the node. */
  permissions: readonly string[];
  /** What roles for one resource allow there, by the path of the resource. */
  permissionsAt?: Readonly<Record<string, readonly string[]>>;
  /** The person in whose name an assistant acts; both are stored with the act. */
  actingFor?: string;
}

/** Somebody whom a partner node lets in: a pseudonym and a level, nothing else. */
export interface GuestActor {
  type: 'guest';
  account: string;
  /** Entity identifier of the home node. */
  issuer: string;
  assurance: Assurance;
}

export const ANONYMOUS: Actor = { type: 'anonymous' };

/** A stable name of an actor for idempotency keys, audit and logs; holds no personal data but the token's own name. */
export function actorId(actor: Actor): string {
  switch (actor.type) {
    case 'staff':
      return `staff:${actor.id}`;
    case 'person':
      return `person:${actor.account}`;
    case 'guest':
      return `guest:${actor.account}`;
    case 'participant':
      return `participant:${actor.pseudonym}`;
    case 'partner':
      return `partner:${actor.node}`;
    case 'system':
      return `system:${actor.reason}`;
    case 'anonymous':
      return 'anonymous';
  }
}
