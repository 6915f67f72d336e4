import { isIP } from 'node:net';
import type { Config } from '../../kernel/config/config.ts';
import type { Check } from './check.ts';

/** Whether each way to log in that is set up can work here, and why not. */
export function checkLogin(config: Config): Check[] {
  const about = 'login';
  const methods = config.login?.methods ?? [];
  if (methods.length === 0) {
    return [
      {
        about,
        state: 'warn',
        found: 'the node offers its own people no way to log in; staff use tokens, guests their home node',
        advice: 'Set KOINON_LOGIN_METHODS; docs/login.md says how.',
      },
    ];
  }
  return methods.map((method): Check => {
    if (method.type === 'passkey') return checkPasskeys(config);
    if (method.type === 'email') return checkMail(config);
    if (method.type === 'openid') return { about, state: 'ok', found: `${method.id}, by ${method.issuer}` };
    return {
      about,
      state: config.production ? 'bad' : 'ok',
      found: 'the test eID of the demo lets anybody in',
    };
  });
}

function checkPasskeys({ origin }: Config): Check {
  const about = 'passkeys';
  const { hostname, protocol } = new URL(origin);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) {
    return {
      about,
      state: 'warn',
      found: `hidden, because ${hostname} is a number: browsers make passkeys for names only`,
      advice: 'Give the node a name; on this machine alone http://localhost will do.',
    };
  }
  return protocol === 'https:' || hostname === 'localhost'
    ? { about, state: 'ok', found: `for ${hostname}` }
    : {
        about,
        state: 'bad',
        found: 'browsers make passkeys over https only',
        advice: 'Serve the node by https.',
      };
}

function checkMail({ login, demo }: Config): Check {
  const about = 'login by e-mail';
  if (login?.smtpUrl !== undefined) {
    return { about, state: 'ok', found: `by ${new URL(login.smtpUrl).hostname}` };
  }
  return demo
    ? { about, state: 'ok', found: 'letters are written to files, in the demo only' }
    : {
        about,
        state: 'warn',
        found: 'hidden, because there is no mail server',
        advice: 'Set KOINON_SMTP_URL, and KOINON_MAIL_FROM.',
      };
}
