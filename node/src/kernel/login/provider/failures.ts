import { KoinonError } from '../../error.ts';

/** A login that another node asked for cannot go on; nothing was passed, and nobody is sent anywhere. */
export class LoginRequestFailed extends KoinonError {
  readonly code: string;
  override readonly status: number;
  override readonly detail: Record<string, unknown>;
  constructor(code: string, status: number, cause: Error) {
    super(cause.message, { cause });
    this.code = code;
    this.status = status;
    this.detail = { why: (cause as { error_description?: string }).error_description };
  }
}

/** What people read of an error of oidc-provider, by its OAuth code. */
const CODES: Readonly<Record<string, string>> = {
  invalid_trust_chain: 'login-node-not-trusted',
  invalid_client: 'login-node-not-trusted',
  invalid_request_uri: 'login-request-expired',
  invalid_redirect_uri: 'login-request-refused',
  temporarily_unavailable: 'login-too-many',
};

/** The page that a person sees where the provider stops a login. */
export function loginRequestFailed(error: Error): KoinonError {
  const { statusCode = 500 } = error as { statusCode?: number };
  if (statusCode >= 500) return new LoginRequestFailed('login-failed', 500, error);
  // The cookie of this browser, or the request itself, has expired.
  if (error.name === 'SessionNotFound') return new LoginRequestFailed('login-request-expired', 400, error);
  return new LoginRequestFailed(CODES[error.message] ?? 'login-request-refused', 400, error);
}
