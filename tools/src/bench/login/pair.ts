import { befriend, TestNode } from '../../../../e2e/support/node.ts';
import { freePorts } from '../../../../e2e/support/ports.ts';
import { TestBrowser } from '../../../../node/src/testing/browser.ts';
import { bestStorage, type Storage } from '../storage.ts';

const PEOPLE = Array.from({ length: 50 }, (_, i) => ({ code: `p${i}`, name: `Person ${i}` }));

/** Two nodes that are partners, each a process of its own on a database of its own. */
export interface Pair {
  home: TestNode;
  away: TestNode;
  storages: readonly Storage[];
  stop(): Promise<void>;
}

/** `nodeOptions` go to Node itself, such as `--cpu-prof`. */
export async function startPair(nodeOptions = ''): Promise<Pair> {
  const storages = await Promise.all([bestStorage(), bestStorage()]);
  const [home, away] = (await Promise.all(
    storages.map((storage, i) => startNode(storage, i, nodeOptions)),
  )) as [TestNode, TestNode];
  await befriend(home, away);
  return {
    home,
    away,
    storages,
    async stop() {
      await Promise.all([home.stop(), away.stop()]);
      await Promise.all(storages.map((storage) => storage.drop()));
    },
  };
}

async function startNode(
  { folder, databaseUrl }: Storage,
  i: number,
  nodeOptions: string,
): Promise<TestNode> {
  const node = new TestNode({ folder, name: `measured${i}`, port: await freePorts(1), databaseUrl });
  node.running = await node.startProcess(node.url, {
    NODE_OPTIONS: nodeOptions,
    KOINON_DEMO: 'true',
    // Each browser comes from an address of its own: limits are for one.
    KOINON_TRUST_PROXY: 'true',
    KOINON_LOGIN_METHODS: JSON.stringify([{ type: 'test-eid', people: PEOPLE }]),
  });
  return node;
}

export const addressOf = (n: number) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

/** How long each request of a login took, by what it was for, in ms, in the order in which they were made. */
export type Steps = Map<string, number>;

/** One person, from the choice of home to the page of the other node. */
export async function logIn({ home, away }: Pick<Pair, 'home' | 'away'>, n: number): Promise<Steps> {
  const steps: Steps = new Map();
  const browser = new TestBrowser({ 'x-forwarded-for': addressOf(n) });
  browser.answered = ({ method, url, ms }) => {
    const { origin, pathname } = new URL(url);
    const path = pathname
      .replace(/^\/login\/home\/.*/, '/login/home/…')
      .replace(/^(\/login\/consent|\/oidc\/auth)\/.*/, '$1/…');
    steps.set(`${origin === home.url ? 'home' : 'away'}: ${method} ${path}`, ms);
  };
  const signIn = await browser.get(`${away.url}/login/home/${home.host}?to=/sign-in`);
  const eid = await browser.press(signIn, /^\/login\/test-eid/);
  const consent = await browser.send(eid, '/login/test-eid', { person: `p${n % PEOPLE.length}` });
  const back = await browser.send(consent, new URL(consent.url).pathname, { answer: 'yes' });
  const arrived = await browser.press(back, /^\/oidc\/auth\//);
  if (arrived.url !== `${away.url}/sign-in`) throw new Error(`ended at ${arrived.url} (${arrived.status})`);
  return steps;
}

export const sum = (steps: Steps): number => [...steps.values()].reduce((all, ms) => all + ms, 0);
