import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { befriend, TestNode } from '../../../e2e/support/node.ts';
import { freePorts } from '../../../e2e/support/ports.ts';
import { TestBrowser } from '../../../node/src/testing/browser.ts';
import { quantile } from './load.ts';
import { bestStorage, type Storage } from './storage.ts';
import type { Figure } from './table.ts';

const ALONE = 30;
const TOGETHER = 12;
const SECONDS = 15;
const UNKNOWN = 1000;
const PEOPLE = Array.from({ length: 50 }, (_, i) => ({ code: `p${i}`, name: `Person ${i}` }));

/** Complete logins between two nodes, each a process of its own, and a spray of clients that nobody knows. */
export async function logins(): Promise<Figure[]> {
  const storages = await Promise.all([bestStorage(), bestStorage()]);
  const [home, away] = (await Promise.all(storages.map(loginNode))) as [TestNode, TestNode];
  try {
    await befriend(home, away);
    await login(home, away, 0);
    const times: number[] = [];
    for (let n = 0; n < ALONE; n++) times.push(await login(home, away, n));
    times.sort((a, b) => a - b);
    const rate = await together(home, away);
    const spray = await sprayClients(home, away);
    const on = storages[0]?.name ?? 'PGlite';
    return [
      {
        what: 'login across a border: all requests of both nodes, p50',
        on,
        value: quantile(times, 0.5),
        unit: 'ms',
        goal: 150,
      },
      { what: `complete logins, ${TOGETHER} at a time`, on, value: rate, unit: '/s', goal: 30 },
      {
        what: `spray of ${UNKNOWN} unknown clients: requests it causes, busiest second (30 at most)`,
        on,
        value: spray.busiest,
        unit: '/s',
      },
      { what: 'a login meanwhile, p50', on, value: spray.meanwhile, unit: 'ms' },
    ];
  } finally {
    await Promise.all([home.stop(), away.stop()]);
    await Promise.all(storages.map((storage) => storage.drop()));
  }
}

async function loginNode({ folder, databaseUrl }: Storage, i: number): Promise<TestNode> {
  const node = new TestNode({ folder, name: `measured${i}`, port: await freePorts(1), databaseUrl });
  node.running = await node.startProcess(node.url, {
    KOINON_DEMO: 'true',
    // Each browser comes from an address of its own: limits are for one.
    KOINON_TRUST_PROXY: 'true',
    KOINON_LOGIN_METHODS: JSON.stringify([{ type: 'test-eid', people: PEOPLE }]),
  });
  return node;
}

const addressOf = (n: number) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

/** One person, from the choice of home to the page of the other node; the time from one end to the other, in ms. */
async function login(home: TestNode, away: TestNode, n: number): Promise<number> {
  const browser = new TestBrowser({ 'x-forwarded-for': addressOf(n) });
  const start = performance.now();
  const signIn = await browser.get(`${away.url}/login/home/${home.host}?to=/sign-in`);
  const eid = await browser.press(signIn, /^\/login\/test-eid/);
  const consent = await browser.send(eid, '/login/test-eid', { person: `p${n % PEOPLE.length}` });
  const back = await browser.send(consent, new URL(consent.url).pathname, { answer: 'yes' });
  const arrived = await browser.press(back, /^\/oidc\/auth\//);
  if (arrived.url !== `${away.url}/sign-in`) throw new Error(`ended at ${arrived.url} (${arrived.status})`);
  return performance.now() - start;
}

async function together(home: TestNode, away: TestNode): Promise<number> {
  let done = 0;
  let next = 1000;
  const start = performance.now();
  const end = start + SECONDS * 1000;
  const person = async () => {
    while (performance.now() < end) {
      await login(home, away, next++);
      done++;
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, person));
  return done / ((performance.now() - start) / 1000);
}

/** Names a thousand clients as fast as the node answers, each from another address, with assertions that could be good. */
async function sprayClients(home: TestNode, away: TestNode): Promise<{ busiest: number; meanwhile: number }> {
  const seconds = new Map<number, number>();
  const server = createServer((_, response) => {
    const second = Math.floor(performance.now() / 1000);
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
    response.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const strangers = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let next = 0;
  const attacker = async () => {
    while (next < UNKNOWN) await name(home, `${strangers}/${next}`, next++);
  };
  const attack = Promise.all(Array.from({ length: 20 }, attacker));
  const times: number[] = [];
  let over = false;
  void attack.then(() => {
    over = true;
  });
  for (let n = 0; !over || times.length < 5; n++) times.push(await login(home, away, 500_000 + n));
  await attack;
  server.close();
  times.sort((a, b) => a - b);
  return { busiest: Math.max(0, ...seconds.values()), meanwhile: quantile(times, 0.5) };
}

async function name(node: TestNode, client: string, n: number): Promise<void> {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + 60;
  const claims = { iss: client, sub: client, aud: node.url, jti: String(n), exp };
  const answer = await fetch(`${node.url}/oidc/par`, {
    method: 'POST',
    headers: { 'x-forwarded-for': addressOf(n + 1_000_000) },
    body: new URLSearchParams({
      client_id: client,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: `${part({ alg: 'EdDSA' })}.${part(claims)}.${'A'.repeat(86)}`,
    }),
  });
  await answer.text();
}
