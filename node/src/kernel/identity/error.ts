import { KoinonError } from '../error.ts';
import { type Actor, actorId } from './actor.ts';

/** The actor lacks a permission; 401 where nobody is signed in, so that pages can offer to. */
export class NotPermitted extends KoinonError {
  readonly code = 'not-permitted';
  override readonly status: number;
  override readonly args: Record<string, string>;
  constructor(actor: Actor, permission: string) {
    super(`${actorId(actor)} lacks ${permission}`);
    this.status = actor.type === 'anonymous' ? 401 : 403;
    this.args = { permission };
  }
}
