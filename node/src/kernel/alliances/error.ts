import { KoinonError } from '../error.ts';

export type AllianceProblem =
  /** No alliance of that name is hosted here, or this node is no member of it. */
  | 'no-such-alliance'
  /** The name is taken. */
  | 'alliance-exists'
  /** The node was not invited, or its invitation is over. */
  | 'not-invited'
  /** The node does not name the alliance as its superior: it has not accepted. */
  | 'not-accepted'
  | 'already-member'
  | 'not-a-member'
  /** The keys of the alliance are not those that the invitation names. */
  | 'other-alliance-keys'
  /** What the entity says of itself does not hold, or it is no alliance. */
  | 'not-an-alliance'
  /** It has been handed over to another host. */
  | 'handed-over'
  /** The host of an alliance hands it over before it leaves. */
  | 'host-stays'
  /** The alliance has no trust mark of that name. */
  | 'no-such-mark'
  | 'not-prepared';

const STATUS: Partial<Record<AllianceProblem, number>> = {
  'no-such-alliance': 404,
  'not-a-member': 404,
  'no-such-mark': 404,
  'other-alliance-keys': 422,
  'not-an-alliance': 422,
};

/** An act of an alliance was not done; `code` says why. Nothing was changed. */
export class AllianceRefused extends KoinonError {
  readonly code: AllianceProblem;
  override readonly status: number;
  override readonly args: Record<string, string>;
  constructor(code: AllianceProblem, alliance: string, who = '') {
    super(`${alliance} ${who}: ${code}`);
    this.code = code;
    this.status = STATUS[code] ?? 409;
    this.args = { alliance, who };
  }
}
