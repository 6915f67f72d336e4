import { JWT_KINDS, pinAnchor } from '@koinon/trust';
import { resolveTrustChains } from '@openid-federation/core';
import { compactVerify, importJWK, type JWK } from 'jose';
import { systemClock, unixSeconds } from '../../../node/src/kernel/clock.ts';
import { savePin } from '../../../node/src/kernel/federation/pins.ts';
import { RESOLVER_SETTINGS, TrustResolver } from '../../../node/src/kernel/federation/resolver.ts';
import { entityServer } from '../../../node/src/kernel/federation/testing/entity-server.ts';
import { makeFetcher } from '../../../node/src/kernel/fetch/index.ts';
import { makeLogger } from '../../../node/src/kernel/logger.ts';
import { testDatabase, testServerUrl } from '../../../node/src/testing/index.ts';
import { quantile } from './load.ts';
import type { Figure } from './table.ts';

const ROUNDS = 200;

async function timed(rounds: number, work: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < rounds; n++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}

/** How long it takes to know whether to trust an entity two steps below the anchor: by asking, and from what is kept. */
export async function trustDecisions(): Promise<Figure[]> {
  const now = (): number => unixSeconds(systemClock);
  const server = await entityServer(now, JWT_KINDS.entityStatement.mediaType);
  const database = await testDatabase();
  const fetcher = makeFetcher({ allowLoopback: true });
  try {
    const anchor = server.entity('anchor');
    const leaf = server.entity('leaf', [server.entity('middle', [anchor])]);
    await savePin(database.db, pinAnchor(anchor.id, anchor.jwks, now()), new Date());
    const services = {
      db: database.db,
      clock: systemClock,
      fetcher,
      log: makeLogger('silent', { node: 'bench' }),
    };
    const resolver = new TrustResolver(services, { ...RESOLVER_SETTINGS, perSecond: 1e9 });
    const resolve = async (): Promise<void> => {
      if (!(await resolver.resolve(leaf.id)).chain) throw new Error('the chain did not hold');
    };
    const fresh = await timed(ROUNDS, async () => {
      await database.db.deleteFrom('trust_chain').execute();
      await resolve();
    });
    const kept = await timed(ROUNDS, resolve);
    const peer = await timed(ROUNDS, () => resolveByLibrary(leaf.id, anchor.id));
    const on = testServerUrl ? 'PostgreSQL' : 'PGlite';
    const name = '@openid-federation/core, which checks less';
    return [
      {
        what: 'fresh resolution of a three-link chain, p50',
        on,
        value: quantile(fresh, 0.5),
        unit: 'ms',
        peer: { name, value: quantile(peer, 0.5) },
        goal: 25,
      },
      { what: 'the same, p95', on, value: quantile(fresh, 0.95), unit: 'ms' },
      { what: 'the same from what is kept, p50', on, value: quantile(kept, 0.5), unit: 'ms' },
    ];
  } finally {
    await fetcher.close();
    await database.close();
    await server.close();
  }
}

async function resolveByLibrary(entityId: string, anchor: string): Promise<void> {
  const chains = await resolveTrustChains({
    entityId,
    trustAnchorEntityIds: [anchor],
    verifyJwtCallback: async ({ jwt, jwk, header }) =>
      await compactVerify(jwt, await importJWK(jwk as JWK, String(header.alg))).then(
        () => true,
        () => false,
      ),
  });
  if (chains.length !== 1) throw new Error('the library found no chain');
}
