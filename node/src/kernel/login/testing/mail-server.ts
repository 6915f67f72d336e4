import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** Of `localhost` and 127.0.0.1, signed by itself and good for a hundred years. Nothing but tests trusts it. */
export const MAIL_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBnDCCAUGgAwIBAgIURsI46YY9t+rLiGY09ub1bmy1QuswCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNzAyMDIzOFoYDzIxMjYxMTAz
MDIwMjM4WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQ99djZPSxwnQiKsygooe/P+lxk6r5BLn7gXS25f9K+MvsISh5tTSLj
2qpRqtrscJtH6T8oSH0W3d16q0OcVpfGo28wbTAdBgNVHQ4EFgQU0tfgVMitfRev
4G46LAH0GJI+ur4wHwYDVR0jBBgwFoAU0tfgVMitfRev4G46LAH0GJI+ur4wDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSQAwRgIhAK875XWiBTlBpFdpz6XGTrK1ZbSEj+3//eqM/uxetYsuAiEA
m9hQj+/5IyxQwjeL6zbPiU/U4/YdD5QlgeAAssTdwm8=
-----END CERTIFICATE-----
`;
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgTPCImFr0FeQuimuu
SYInCXPE5FPuEaebivaRWioeB+ShRANCAAQ99djZPSxwnQiKsygooe/P+lxk6r5B
Ln7gXS25f9K+MvsISh5tTSLj2qpRqtrscJtH6T8oSH0W3d16q0OcVpfG
-----END PRIVATE KEY-----
`;

/** A mail server that takes letters over an encrypted connection, from one user with a password. */
export interface TestMailServer {
  port: number;
  /** `smtp:` with the user; `password` in place of the right one. */
  url(password?: string): string;
  /** Letters as they arrived, with the address in the envelope. */
  letters: { to: string; raw: string; encrypted: boolean }[];
  /** Addresses that it takes nothing for. */
  unknown: Set<string>;
  close(): Promise<void>;
}

export async function testMailServer(more: SMTPServerOptions = {}, at = 0): Promise<TestMailServer> {
  const letters: TestMailServer['letters'] = [];
  const unknown = new Set<string>();
  const server = new SMTPServer({
    key: KEY,
    cert: MAIL_CERTIFICATE,
    authMethods: ['PLAIN', 'LOGIN'],
    onAuth({ username, password }, _, answer) {
      if (username === 'koinon' && password === 'right') answer(null, { user: username });
      else answer(new Error('Invalid username or password'));
    },
    onRcptTo({ address }, _, answer) {
      const refusal = Object.assign(new Error('No such user here'), { responseCode: 550 });
      answer(unknown.has(address) ? refusal : null);
    },
    onData(stream, session, answer) {
      text(stream).then((raw) => {
        for (const { address } of session.envelope.rcptTo)
          letters.push({ to: address, raw, encrypted: session.secure });
        answer();
      }, answer);
    },
    ...more,
  });
  // Whoever hangs up in the middle is what some tests are about.
  server.on('error', () => {});
  await new Promise<void>((ready) => server.listen(at, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    url: (password = 'right') => `smtp://koinon:${password}@localhost:${port}?requireTLS=true`,
    letters,
    unknown,
    close: () => new Promise((done) => server.close(done)),
  };
}
