import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mustEncrypt } from '../../kernel/login/mail/mailer.ts';
import {
  MAIL_CERTIFICATE,
  type TestMailServer,
  testMailServer,
} from '../../kernel/login/testing/mail-server.ts';
import { modules } from '../../main.ts';
import { type OpenPage, TestBrowser, type TestNode, testNode } from '../../testing/index.ts';

const trusted = getCACertificates('default');
beforeAll(() => setDefaultCACertificates([...trusted, MAIL_CERTIFICATE]));
afterAll(() => setDefaultCACertificates(trusted));

const rateLimits = { signIn: { points: 100, seconds: 900 } };
const methods = [{ type: 'email', level: 'none', notified: false }] as const;

async function nodeWithMail(smtpUrl: string): Promise<TestNode> {
  const login = { methods: [...methods], guests: { level: 'none' } as const, smtpUrl };
  return await testNode({ modules, rateLimits, config: { login } });
}

async function ask(node: TestNode, email: string, browser = new TestBrowser()): Promise<OpenPage> {
  const page = await browser.get(`${node.url}/sign-in?to=/practices`);
  return await browser.send(page, '/login/mail', { email });
}

/** A letter as its reader sees it: nodemailer writes it as quoted-printable. */
const readable = (raw: string) =>
  raw
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

describe('by a real mail server', () => {
  let server: TestMailServer;
  let node: TestNode;
  beforeAll(async () => {
    server = await testMailServer();
    node = await nodeWithMail(server.url());
  }, 60_000);
  afterAll(async () => {
    await node?.stop();
    await server?.close();
  });

  test('a letter goes out encrypted and with a password, and its link logs in', async () => {
    const browser = new TestBrowser();
    expect((await ask(node, 'Mari@Example.org', browser)).html).toContain('mari@example.org');
    const [letter, ...more] = server.letters;
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ to: 'mari@example.org', encrypted: true });
    const link = /http\S+\/login\/mail\/\S+/.exec(readable(letter?.raw ?? ''))?.[0] ?? '';
    const arrived = await browser.get(link);
    expect(arrived.url).toBe(`${node.url}/practices`);
    expect(arrived.html).toContain('action="/sign-out"');
  });

  test('that refuses an address: the person hears so, and what they typed is kept', async () => {
    server.unknown.add('nobody@example.org');
    const page = await ask(node, 'Nobody@Example.org');
    expect(page.status).toBe(422);
    expect(page.html).toContain('takes no letters to this address');
    expect(page.html).toContain('value="Nobody@Example.org"');
    expect(page.html).toContain('name="to" value="/practices"');
  });
});

describe('a mail server that takes no letter', () => {
  let node: TestNode | undefined;
  let server: TestMailServer;
  beforeEach(async () => {
    server = await testMailServer();
  });
  afterEach(async () => {
    await node?.stop();
    await server.close();
  });

  const isSaid = (page: OpenPage) => {
    expect(page.status).toBe(502);
    expect(page.html).toContain('The letter could not be sent. Try again in a few minutes');
    expect(page.html).toContain('value="mari@example.org"');
    expect(server.letters).toEqual([]);
  };

  test('because the password is wrong', async () => {
    node = await nodeWithMail(server.url('wrong'));
    isSaid(await ask(node, 'mari@example.org'));
  });

  test('because its certificate is not trusted', async () => {
    setDefaultCACertificates(trusted);
    node = await nodeWithMail(server.url());
    isSaid(await ask(node, 'mari@example.org'));
    setDefaultCACertificates([...trusted, MAIL_CERTIFICATE]);
  });

  test('because somebody on the way takes its offer of encryption out', async () => {
    const plain = await testMailServer({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
    node = await nodeWithMail(plain.url());
    isSaid(await ask(node, 'mari@example.org'));
    expect(plain.letters).toEqual([]);
    await plain.close();
  });

  test('because it is down: no try counts against the mailbox, and the letter goes out once it is up', async () => {
    const { port } = server;
    await server.close();
    node = await nodeWithMail(`smtp://koinon:right@localhost:${port}`);
    for (let n = 0; n < 5; n++) isSaid(await ask(node, 'mari@example.org'));
    server = await testMailServer({}, port);
    expect((await ask(node, 'mari@example.org')).status).toBe(200);
    expect(server.letters).toHaveLength(1);
  });
});

test('no letter goes unencrypted to another machine', () => {
  expect(mustEncrypt('smtp://koinon:secret@mail.example')).toBe(true);
  expect(mustEncrypt('smtp://127.0.0.1.example:25')).toBe(true);
  expect(['localhost', '127.0.0.1', '[::1]'].some((host) => mustEncrypt(`smtp://${host}:25`))).toBe(false);
});
