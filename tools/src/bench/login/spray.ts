import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestNode } from '../../../../e2e/support/node.ts';
import { quantile } from '../load.ts';
import { addressOf, logIn, type Pair, sum } from './pair.ts';

export const UNKNOWN = 1000;

/** Names a thousand clients as fast as the node answers, each from another address, with assertions that could be good. */
export async function sprayClients(pair: Pair): Promise<{ busiest: number; meanwhile: number }> {
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
    while (next < UNKNOWN) await name(pair.home, `${strangers}/${next}`, next++);
  };
  const attack = Promise.all(Array.from({ length: 20 }, attacker));
  const times: number[] = [];
  let over = false;
  void attack.then(() => {
    over = true;
  });
  for (let n = 0; !over || times.length < 5; n++) times.push(sum(await logIn(pair, 500_000 + n)));
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
