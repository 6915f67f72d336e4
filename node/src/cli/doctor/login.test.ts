import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../../kernel/config/read.ts';
import { checkLogin } from './login.ts';

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return (server.address() as AddressInfo).port;
}

/** Greets as RFC 5321 has it, and knows no user. */
function mailServer(): Server {
  return createServer((socket) => {
    socket.on('error', () => {});
    socket.write('220 mail.test\r\n');
    socket.on('data', (line) => {
      const [word] = String(line).toUpperCase().split(/\W/);
      if (word === 'EHLO') socket.write('250-mail.test\r\n250 AUTH PLAIN\r\n');
      else socket.write(word === 'AUTH' ? '535 no such user\r\n' : '221 bye\r\n');
    });
  });
}

function check(methods: readonly object[], smtp?: string) {
  return checkLogin(
    readConfig({ KOINON_LOGIN_METHODS: JSON.stringify(methods), ...(smtp && { KOINON_SMTP_URL: smtp }) }),
  );
}

test('the doctor greets the mail server, and says what it answers where it takes no letters', async () => {
  const port = await listen(mailServer());
  expect(await check([{ type: 'email' }], `smtp://127.0.0.1:${port}`)).toEqual([
    { about: 'login by e-mail', state: 'ok', found: `127.0.0.1:${port} takes letters` },
  ]);
  expect(await check([{ type: 'email' }], 'smtp://127.0.0.1:1')).toMatchObject([
    { state: 'bad', found: expect.stringContaining('ECONNREFUSED') },
  ]);
  expect(await check([{ type: 'email' }], `smtp://liis:wrong@127.0.0.1:${port}`)).toMatchObject([
    { state: 'bad', found: expect.stringMatching(/^(?!.*wrong).*no such user/) },
  ]);
});

test('the doctor asks the national eID whether it is who it should be', async () => {
  let stated = '';
  const port = await listen(
    createHttpServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ issuer: stated }));
    }),
  );
  const issuer = `http://127.0.0.1:${port}`;
  const eid = { type: 'openid', id: 'eid', name: 'eID', issuer, clientId: 'us', level: 'high' };
  stated = issuer;
  expect(await check([eid])).toEqual([{ about: 'login by eid', state: 'ok', found: `${issuer} answers` }]);
  stated = 'https://evil.example';
  expect(await check([eid])).toMatchObject([
    { state: 'bad', found: expect.stringContaining('https://evil.example') },
  ]);
});

test('a fault in the methods is named by its place, without what stands there', () => {
  const methods = JSON.stringify([{ type: 'email' }, { type: 'openid', id: 'eid', clientSecret: 'hush' }]);
  expect(() => readConfig({ KOINON_LOGIN_METHODS: methods })).toThrow(/; look at 1\.name$/);
  expect(() => readConfig({ KOINON_LOGIN_METHODS: methods })).not.toThrow(/hush/);
});
