import { isIP } from 'node:net';
import type { Config } from '../../kernel/config/config.ts';
import type { MethodOf, MethodSettings } from '../../kernel/login/settings.ts';
import { CannotTell } from '../framework/error.ts';
import { openWeb } from '../sources/http.ts';
import type { Check } from './check.ts';

/** Whether each way to log in that is set up can work here, and why not. */
export async function checkLogin(config: Config): Promise<Check[]> {
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
  const look = async (method: MethodSettings): Promise<Check> => {
    if (method.type === 'passkey') return checkPasskeys(config);
    if (method.type === 'email') return await checkMail(config);
    if (method.type === 'openid') return await checkProvider(method);
    return {
      about,
      state: config.production ? 'bad' : 'ok',
      found: 'the test eID of the demo lets anybody in',
    };
  };
  return await Promise.all(methods.map(look));
}

async function checkProvider({ id, issuer }: MethodOf<'openid'>): Promise<Check> {
  const about = `login by ${id}`;
  try {
    const web = await openWeb(issuer);
    const found = (await web.json(`${issuer}/.well-known/openid-configuration`)) as { issuer?: unknown };
    if (found?.issuer === issuer) return { about, state: 'ok', found: `${issuer} answers` };
    return { about, state: 'bad', found: `${issuer} says that it is ${String(found?.issuer)}` };
  } catch (error) {
    if (!(error instanceof CannotTell)) throw error;
    return { about, state: 'bad', found: error.message, advice: 'Nobody can log in with it meanwhile.' };
  }
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

async function checkMail({ login, demo }: Config): Promise<Check> {
  const about = 'login by e-mail';
  if (login?.smtpUrl !== undefined) {
    const { host } = new URL(login.smtpUrl);
    try {
      const { greetMailServer } = await import('../../kernel/login/mail/mailer.ts');
      await greetMailServer(login.smtpUrl);
      return { about, state: 'ok', found: `${host} takes letters` };
    } catch (error) {
      return {
        about,
        state: 'bad',
        found: `the mail server ${host} does not take letters: ${(error as Error).message}`,
        advice: 'See that it runs, and that KOINON_SMTP_URL has the right name, port and password.',
      };
    }
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
