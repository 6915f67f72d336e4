import type { TrustDecision } from '@koinon/trust';
import { KoinonError } from '../../error.ts';
import type { Level } from '../../identity/level.ts';

/** A login at a home node did not come about; nobody was logged in. `home` is shown to the person. */
export abstract class HomeLoginError extends KoinonError {
  override readonly status: number = 502;
  readonly home: string;
  override readonly args: Record<string, string>;
  constructor(home: string, why: string, args: Record<string, string> = {}) {
    super(why);
    this.home = home;
    this.args = { home: new URL(home).host, ...args };
  }
}

/** No chain of trust leads to the home node, or this node stopped working with it. */
export class HomeNotTrusted extends HomeLoginError {
  readonly code = 'login-home-not-trusted';
  override readonly status = 403;
  readonly decision: TrustDecision | null;
  readonly stopped: 'removed' | 'frozen' | null;
  constructor(home: string, decision: TrustDecision | null, stopped: 'removed' | 'frozen' | null) {
    super(home, `${home} is not trusted: ${stopped ?? decision?.reason?.cause ?? 'not known'}`);
    this.decision = decision;
    this.stopped = stopped;
  }
}

/** It is trusted, but does not log people in for others, or not in a way that this node understands. */
export class HomeWithoutLogin extends HomeLoginError {
  readonly code = 'login-home-without-login';
}

/** It does not answer. */
export class HomeUnreachable extends HomeLoginError {
  readonly code = 'login-home-unreachable';
}

/** It answers, and does not trust this node. */
export class HomeDistrustsUs extends HomeLoginError {
  readonly code = 'login-home-distrusts-us';
}

/** It refused for another reason; its own code goes to the log. */
export class HomeRefused extends HomeLoginError {
  readonly code = 'login-home-refused';
  override readonly detail: Record<string, unknown>;
  constructor(home: string, error: string, why: string | undefined) {
    super(home, `${home} refused: ${error}`);
    this.detail = { error, why };
  }
}

/** The person decided at home that nothing is passed. */
export class HomeDeclined extends HomeLoginError {
  readonly code = 'login-home-declined';
  override readonly status = 403;
}

/** What came back is not what a home node may say: another issuer, a wrong signature, another nonce. */
export class HomeAnswerInvalid extends HomeLoginError {
  readonly code = 'login-home-answer-invalid';
  override readonly status = 403;
  override readonly detail: Record<string, unknown>;
  constructor(home: string, cause: unknown) {
    super(home, `the answer of ${home} is not valid`);
    const { code, message } = cause as { code?: unknown; message?: unknown };
    this.detail = { error: code, why: message };
  }
}

/** The login at home is surer of nobody than this node asks. */
export class HomeLevelTooLow extends HomeLoginError {
  readonly code = 'login-home-level-too-low';
  override readonly status = 403;
  constructor(home: string, has: Level, needs: Level) {
    super(home, `${has} is not enough: ${needs}`, { has, needs });
  }
}

/** No login of this browser waits for this answer: it was used, is too old, or began in another browser. */
export class LoginNotBegun extends KoinonError {
  readonly code = 'login-not-begun';
  override readonly status = 403;
}
