import { pinAnchor } from '@koinon/trust';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type TestEntity, testKey } from '../../../../packages/trust/test/support/entities.ts';
import { type TestClock, type TestDatabase, testClock, testDatabase } from '../../testing/index.ts';
import { unixSeconds } from '../clock.ts';
import { type ClosableFetcher, makeFetcher } from '../fetch/index.ts';
import { makeLogger } from '../logger.ts';
import { readPins, removePin, savePin } from './pins.ts';
import { TrustResolver } from './resolver.ts';
import { type EntityServer, entityServer } from './testing/entity-server.ts';

const HOUR = 3_600_000;
const WELL_KNOWN = '/.well-known/openid-federation';
const log = makeLogger('silent', { node: 'test' });

describe('the resolver', () => {
  let database: TestDatabase;
  let clock: TestClock;
  let server: EntityServer;
  let fetcher: ClosableFetcher;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    clock = testClock(new Date('2026-03-01T10:00:00Z'));
    server = await entityServer(() => unixSeconds(clock));
    fetcher = makeFetcher({ allowLoopback: true });
  });
  afterEach(async () => {
    await fetcher.close();
    await server.close();
    await database.db.deleteFrom('trust_chain').execute();
    await database.db.deleteFrom('trust_pin').execute();
  });

  const makeResolver = (settings: Partial<{ timeoutMs: number; perSecond: number }> = {}, by = fetcher) =>
    new TrustResolver(
      { db: database.db, clock, fetcher: by, log },
      { timeoutMs: 60_000, perSecond: 30, ...settings },
    );

  async function federation() {
    const anchor = server.entity('anchor');
    const middle = server.entity('middle', [anchor]);
    const leaf = server.entity('leaf', [middle]);
    await savePin(database.db, pinAnchor(anchor.id, anchor.jwks, unixSeconds(clock)), clock.now());
    return { anchor, middle, leaf, resolver: makeResolver() };
  }
  const reasonOf = async (resolver: TrustResolver, entity: string): Promise<string> => {
    const { chain, decision } = await resolver.resolve(entity);
    expect(chain).toBeNull();
    return `${decision.reason?.code}: ${decision.reason?.cause}`;
  };

  test('climbs over the wire to the pinned anchor, with five requests', async () => {
    const { anchor, middle, leaf, resolver } = await federation();
    const { chain } = await resolver.resolve(leaf.id);
    expect(chain?.path).toEqual([leaf.id, middle.id, anchor.id]);
    expect(server.asked).toHaveLength(5);
  });

  test('goes by the chain it has, in this process and in another', async () => {
    const { leaf, resolver } = await federation();
    await resolver.resolve(leaf.id);
    expect((await resolver.resolve(leaf.id)).decision.trusted).toBe(true);
    expect((await makeResolver().resolve(leaf.id)).decision.trusted).toBe(true);
    expect(server.asked).toHaveLength(5);
  });

  test('asks once for whoever is asked for many times at once', async () => {
    const { leaf, resolver } = await federation();
    const results = await Promise.all(Array.from({ length: 20 }, () => resolver.resolve(leaf.id)));
    expect(results.every(({ decision }) => decision.trusted)).toBe(true);
    expect(server.asked).toHaveLength(5);
  });

  test('fetches a chain again at 80 % of its life, while it goes on by the old one', async () => {
    const { leaf, resolver } = await federation();
    await resolver.resolve(leaf.id);
    clock.advance(19 * HOUR);
    await resolver.resolve(leaf.id);
    expect(server.asked).toHaveLength(5);
    clock.advance(HOUR);
    expect((await resolver.resolve(leaf.id)).decision.trusted).toBe(true);
    await vi.waitFor(() => expect(server.asked).toHaveLength(10));
    await vi.waitFor(async () => {
      const rows = await database.db.selectFrom('trust_chain').select('resolved_at').execute();
      expect(rows[0]?.resolved_at.getTime()).toBe(clock.now().getTime());
    });
  });

  test('fetches by the job what is due, and forgets what has expired', async () => {
    const { leaf, middle, resolver } = await federation();
    await resolver.resolve(leaf.id);
    clock.advance(10 * HOUR);
    await resolver.resolve(middle.id);
    clock.advance(10 * HOUR);
    server.asked.length = 0;
    await resolver.refreshDue();
    expect(server.asked[0]).toBe(`/leaf${WELL_KNOWN}`);
    expect(server.asked).toHaveLength(5);
    clock.advance(48 * HOUR);
    await resolver.refreshDue();
    expect(await database.db.selectFrom('trust_chain').select('entity').execute()).toEqual([]);
  });

  test('keeps what it knows while the host of the anchor is down, until the statements expire', async () => {
    const { leaf, resolver } = await federation();
    await resolver.resolve(leaf.id);
    await server.close();
    clock.advance(20 * HOUR);
    await resolver.refreshDue();
    expect((await resolver.resolve(leaf.id)).decision.trusted).toBe(true);
    clock.advance(5 * HOUR);
    expect(await reasonOf(resolver, leaf.id)).toBe('fetch-configuration: unreachable');
  });

  test('gives up what it knows once the superior states it no more', async () => {
    const { leaf, middle, resolver } = await federation();
    await resolver.resolve(leaf.id);
    middle.about.clear();
    clock.advance(20 * HOUR);
    await resolver.refreshDue();
    expect(await reasonOf(resolver, leaf.id)).toBe('fetch-statement: not-found');
  });

  test('trusts nothing for an anchor whose pin is gone, from that moment on', async () => {
    const { anchor, leaf, resolver } = await federation();
    await resolver.resolve(leaf.id);
    await removePin(database.db, anchor.id);
    expect((await resolver.resolve(leaf.id)).decision.trusted).toBe(false);
  });

  test('keeps the change of keys that an anchor announces', async () => {
    const { anchor, middle, leaf, resolver } = await federation();
    const next = testKey('next');
    anchor.keys = [anchor.key, next];
    expect((await resolver.resolve(leaf.id)).decision.trusted).toBe(true);
    const [pin] = await readPins(database.db);
    expect(pin?.keys.map(({ jwk }) => jwk.kid)).toEqual([anchor.key.kid, next.kid]);
    anchor.key = next;
    anchor.keys = [next];
    clock.advance(20 * HOUR);
    await resolver.refreshDue();
    expect((await resolver.resolve(middle.id)).decision.trusted).toBe(true);
  });

  test('does not ask again for a minute whoever was refused', async () => {
    const { middle, leaf, resolver } = await federation();
    const stated = new Map(middle.about);
    middle.about.clear();
    expect(await reasonOf(resolver, leaf.id)).toBe('fetch-statement: not-found');
    const { length } = server.asked;
    for (const [id, statement] of stated) middle.about.set(id, statement);
    expect(await reasonOf(resolver, leaf.id)).toBe('fetch-statement: not-found');
    expect(server.asked).toHaveLength(length);
    clock.advance(60_000);
    expect((await resolver.resolve(leaf.id)).decision.trusted).toBe(true);
  });

  test('a spray of a thousand unknown names causes thirty requests in a second, and holds up no one known', async () => {
    const { leaf, resolver } = await federation();
    await resolver.resolve(leaf.id);
    clock.advance(1000);
    server.asked.length = 0;
    const spray = Array.from({ length: 1000 }, (_, i) => resolver.resolve(`${server.url}/nobody${i}`));
    expect((await resolver.resolve(leaf.id)).decision.trusted).toBe(true);
    const causes = (await Promise.all(spray)).map(({ decision }) => decision.reason?.cause);
    // Whatever came of them: on a busy machine one of thirty connections at once may fail.
    expect(causes.filter((cause) => cause !== 'too-many-asked')).toHaveLength(30);
    expect(server.asked.length).toBeLessThanOrEqual(30);
    clock.advance(1000);
    // Who was only put off is not remembered as refused.
    const { decision } = await resolver.resolve(`${server.url}/nobody999`);
    expect(decision.reason?.cause).not.toBe('too-many-asked');
  });

  test('refuses names that are no entity', async () => {
    await expect(makeResolver().resolve('file:///etc/passwd')).rejects.toMatchObject({
      code: 'invalid-entity-id',
    });
  });

  describe('under attack', () => {
    test('refuses a leaf, a superior and an anchor that sign with keys of their own', async () => {
      for (const name of ['leaf', 'middle', 'anchor'] as const) {
        const parties = await federation();
        const liar = parties[name];
        liar.key = testKey('self-made');
        liar.keys = [liar.key];
        const expected = name === 'anchor' ? 'anchor-keys: unknown-kid' : 'link-key: unknown-kid';
        expect(await reasonOf(parties.resolver, parties.leaf.id)).toBe(expected);
      }
    });

    test('asks four of three hundred false superiors', async () => {
      const { leaf, resolver } = await federation();
      leaf.rest.authorityHints = Array.from({ length: 300 }, (_, i) => `${server.url}/false${i}`);
      await reasonOf(resolver, leaf.id);
      expect(server.asked.filter((path) => path.startsWith('/false'))).toHaveLength(4);
    });

    test('cuts an endless answer, and one that never comes', async () => {
      const { leaf } = await federation();
      server.answers.set(`/leaf${WELL_KNOWN}`, (_, response) => {
        response.writeHead(200, { 'content-type': 'application/entity-statement+jwt' });
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(16_384)));
        };
        response.on('drain', more);
        more();
      });
      expect(await reasonOf(makeResolver(), leaf.id)).toBe('fetch-configuration: too-large');
      server.answers.set(`/leaf${WELL_KNOWN}`, () => {});
      expect(await reasonOf(makeResolver({ timeoutMs: 200 }), leaf.id)).toBe('fetch-configuration: too-slow');
    });

    test('follows no redirect, and takes no other type and no other entity', async () => {
      const { leaf, middle } = await federation();
      server.answers.set(`/leaf${WELL_KNOWN}`, (_, response) => {
        response.writeHead(302, { location: `${middle.id}${WELL_KNOWN}` }).end();
      });
      expect(await reasonOf(makeResolver(), leaf.id)).toBe('fetch-configuration: redirect');
      server.answers.set(`/leaf${WELL_KNOWN}`, (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end(leaf.configuration());
      });
      expect(await reasonOf(makeResolver(), leaf.id)).toBe('fetch-configuration: wrong-type');
      server.answers.set(`/leaf${WELL_KNOWN}`, (_, response) => {
        const headers = { 'content-type': 'application/entity-statement+jwt' };
        response.writeHead(200, headers).end(middle.configuration());
      });
      expect(await reasonOf(makeResolver(), leaf.id)).toBe('fetch-configuration: other-entity');
    });

    test('makes no request to this machine or its network, whatever a stranger names', async () => {
      const guarded = makeFetcher({ allowLoopback: false, ports: [Number(new URL(server.url).port)] });
      try {
        const resolver = makeResolver({}, guarded);
        const { host } = new URL(server.url);
        for (const entity of [
          'https://169.254.169.254',
          'https://10.0.0.1',
          'https://[::1]',
          `https://${host}`,
        ]) {
          expect(await reasonOf(resolver, entity)).toBe('fetch-configuration: forbidden-address');
        }
        expect(await reasonOf(resolver, `${server.url}/leaf`)).toBe('fetch-configuration: bad-url');
        expect(server.asked).toEqual([]);
      } finally {
        await guarded.close();
      }
    });

    type Parties = Awaited<ReturnType<typeof federation>>;
    test.each<[string, (parties: Parties) => unknown, string]>([
      [
        'a name that the anchor leaves out',
        ({ anchor, middle }) =>
          anchor.lists(middle, { constraints: { naming_constraints: { permitted: ['.example'] } } }),
        'naming: name-not-allowed',
      ],
      [
        'a chain longer than the anchor allows',
        ({ anchor, middle }) => anchor.lists(middle, { constraints: { max_path_length: 0 } }),
        'path-length: too-long',
      ],
      [
        'an operator of a policy that must be understood and is not',
        ({ anchor, middle }) =>
          anchor.lists(middle, {
            metadataPolicy: { federation_entity: { contacts: { only_odd: true } } },
            metadataPolicyCrit: ['only_odd'],
          }),
        'policy: unsupported-critical-operator',
      ],
      [
        'a leaf whose statement has expired',
        ({ leaf }) => answerConfiguration(leaf, { iat: unixSeconds(clock) - 7200, lifetime: 3600 }),
        'time: expired',
      ],
      [
        'a leaf whose statement is of the future',
        ({ leaf }) => answerConfiguration(leaf, { iat: unixSeconds(clock) + 7200 }),
        'time: issued-in-future',
      ],
    ])('refuses %s', async (_name, attack, expected) => {
      const parties = await federation();
      attack(parties);
      expect(await reasonOf(parties.resolver, parties.leaf.id)).toBe(expected);
    });

    function answerConfiguration(entity: TestEntity, times: { iat: number; lifetime?: number }): void {
      server.answers.set(new URL(`${entity.id}${WELL_KNOWN}`).pathname, (_, response) => {
        Object.assign(entity.rest, times);
        response.writeHead(200, { 'content-type': 'application/entity-statement+jwt' });
        response.end(entity.configuration());
      });
    }

    test('takes from a leaf what it may be, and nothing that the anchor does not allow', async () => {
      const { anchor, middle, leaf, resolver } = await federation();
      anchor.lists(middle, { constraints: { allowed_entity_types: ['openid_provider'] } });
      leaf.rest.metadata = {
        openid_provider: { issuer: leaf.id, jwks_uri: `${leaf.id}/jwks` },
        openid_relying_party: { redirect_uris: [`${leaf.id}/callback`] },
      };
      const { chain } = await resolver.resolve(leaf.id);
      expect(Object.keys(chain?.metadata ?? {})).toEqual(['openid_provider']);
    });

    test('takes a leaf that signs with its new key once its superior lists old and new', async () => {
      const { middle, leaf, resolver } = await federation();
      const next = testKey('the next key of the leaf');
      leaf.keys = [leaf.key, next];
      leaf.key = next;
      expect(await reasonOf(resolver, leaf.id)).toBe('link-key: unknown-kid');
      middle.lists(leaf);
      expect((await makeResolver().resolve(leaf.id)).decision.trusted).toBe(true);
    });

    test('asks no superior on a link-local address, whoever names it', async () => {
      const { leaf, resolver } = await federation();
      leaf.rest.authorityHints = ['https://169.254.169.254'];
      const { chain, decision } = await resolver.resolve(leaf.id);
      expect(chain).toBeNull();
      expect(decision.steps.map(({ cause }) => cause)).toContain('forbidden-address');
      expect(server.asked).toEqual([`/leaf${WELL_KNOWN}`]);
    });

    test('ends with superiors in a circle', async () => {
      const { resolver } = await federation();
      const a = server.entity('a');
      const b = server.entity('b', [a]);
      a.rest.authorityHints = [b.id];
      b.lists(a);
      expect(await reasonOf(resolver, a.id)).toBe('loop: loop');
    });
  });
});
