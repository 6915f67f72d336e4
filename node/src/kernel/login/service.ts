import type { Kernel } from '../kernel.ts';
import { Consent } from './consent.ts';
import { MailLinks } from './mail/mail-link.ts';
import { type Mailer, makeMailer } from './mail/mailer.ts';
import { Passkeys } from './passkey/passkeys.ts';
import { LoginProvider } from './provider/provider.ts';
import { HomeLogin } from './relying-party/home-login.ts';
import type { MethodOf } from './settings.ts';
import { UpstreamLogin } from './upstream/upstream-login.ts';

/** All ways in which people log in at this node; none of them loads anything before it is used. */
export interface LoginService {
  /** Logs the node's own people in at others. */
  readonly provider: LoginProvider;
  readonly consent: Consent;
  /** Logs people of others in here. */
  readonly home: HomeLogin;
  /** Null where letters cannot be sent. */
  readonly mailer: Mailer | null;
  /** Null where the method is not set up, or letters cannot be sent. */
  readonly mail: MailLinks | null;
  readonly passkey: Passkeys | null;
  readonly upstream: readonly UpstreamLogin[];
}

export function makeLogin(kernel: Kernel): LoginService {
  const provider = new LoginProvider(kernel);
  const methods = kernel.config.login?.methods ?? [];
  const mailer = makeMailer(kernel.config);
  const byMail = methods.some(({ type }) => type === 'email');
  const passkey = methods.find((method): method is MethodOf<'passkey'> => method.type === 'passkey');
  return {
    provider,
    consent: new Consent(kernel, provider),
    home: new HomeLogin(kernel),
    mailer,
    mail: mailer && byMail ? new MailLinks(kernel, mailer) : null,
    passkey: passkey ? new Passkeys(kernel, passkey) : null,
    upstream: methods
      .filter((method): method is MethodOf<'openid'> => method.type === 'openid')
      .map((method) => new UpstreamLogin(kernel, method)),
  };
}
