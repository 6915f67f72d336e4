import { KoinonError } from '../error.ts';

/** The running node is of another version than the command. */
export class UnknownMethod extends KoinonError {
  readonly code = 'unknown-method';
  override readonly status = 404;
  constructor(method: string) {
    super(`the running node has no method ${method}`);
  }
}

export class InvalidParams extends KoinonError {
  readonly code = 'invalid-params';
  override readonly status = 400;
  constructor(method: string, problems: string) {
    super(`${method}: ${problems}`);
  }
}

/** No node answers at the control socket of this data directory. */
export class NoRunningNode extends KoinonError {
  readonly code = 'no-running-node';
  constructor(dataDir: string) {
    super(`no node runs on ${dataDir}`);
  }
}

/** A node holds the control socket and does not answer in time. */
export class SilentNode extends KoinonError {
  readonly code = 'silent-node';
  constructor(dataDir: string) {
    super(`The node on ${dataDir} runs, but does not answer.`);
  }
}

/** What went wrong inside the node, as it told us. */
export class ControlFailed extends KoinonError {
  readonly code: string;
  override readonly args: Record<string, string | number>;
  constructor(code: string, message: string, args: Record<string, string | number> = {}) {
    super(message);
    this.code = code;
    this.args = args;
  }
}
