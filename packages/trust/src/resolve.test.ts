import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jwksOf, NOW, TestEntity, testKey } from '../test/support/entities.ts';
import { World } from '../test/support/world.ts';
import {
  configurationUrl,
  type FetchAnswer,
  fetchUrl,
  InvalidEntityId,
  type OwnStatement,
  pinAnchor,
  type Resolution,
  resolveEntity,
} from './index.ts';

function federation() {
  const anchor = new TestEntity('anchor.example');
  const middle = new TestEntity('middle.example', [anchor]);
  const leaf = new TestEntity('leaf.example', [middle]);
  const pins = [pinAnchor(anchor.id, anchor.jwks, NOW - 1000)];
  const world = new World().publish(anchor, middle, leaf);
  return { anchor, middle, leaf, pins, world, entities: [anchor, middle, leaf] };
}

function reason({ chain, decision }: Resolution): string {
  expect(chain).toBeNull();
  return `${decision.reason?.code}: ${decision.reason?.cause}`;
}
const hosts = (world: World): string[] => world.asked.map(({ from }) => new URL(from).hostname);

describe('a resolution', () => {
  it('climbs to the pinned anchor with five requests', () => {
    const { leaf, anchor, pins, world } = federation();
    const { chain, decision, requests } = world.resolve(leaf.id, { pins, now: NOW });
    expect(chain).toMatchObject({ subject: leaf.id, anchor: anchor.id });
    expect(decision).toMatchObject({ trusted: true, reason: null, subject: leaf.id });
    expect(requests).toBe(5);
    expect(world.asked.map(({ kind, url }) => `${kind} ${url}`)).toEqual([
      'configuration https://leaf.example/.well-known/openid-federation',
      'configuration https://middle.example/.well-known/openid-federation',
      'statement https://middle.example/federation/fetch?sub=https%3A%2F%2Fleaf.example',
      'configuration https://anchor.example/.well-known/openid-federation',
      'statement https://anchor.example/federation/fetch?sub=https%3A%2F%2Fmiddle.example',
    ]);
  });

  it('of an anchor asks for its configuration only', () => {
    const { anchor, pins, world } = federation();
    expect(world.resolve(anchor.id, { pins, now: NOW }).chain?.path).toEqual([anchor.id]);
    expect(world.asked).toHaveLength(1);
  });

  it('asks pinned superiors first, wherever the subject lists them', () => {
    const { anchor, pins } = federation();
    const others = Array.from({ length: 6 }, (_, i) => new TestEntity(`other${i}.example`));
    const leaf = new TestEntity('leaf.example', [...others, anchor]);
    const world = new World().publish(anchor, leaf, ...others);
    expect(world.resolve(leaf.id, { pins, now: NOW }).decision.trusted).toBe(true);
    expect(hosts(world)).toEqual(['leaf.example', 'anchor.example', 'anchor.example']);
  });

  it('takes the shortest way, and a longer one where the short one does not hold', () => {
    const { anchor, middle, pins } = federation();
    const leaf = new TestEntity('leaf.example', [middle, anchor]);
    const world = new World().publish(anchor, middle, leaf);
    expect(world.resolve(leaf.id, { pins, now: NOW }).chain?.path).toHaveLength(2);
    anchor.lists(leaf, { iat: NOW - 86_500, lifetime: 10 });
    const { chain, decision } = world
      .publish(anchor)
      .publish(anchor, leaf)
      .resolve(leaf.id, { pins, now: NOW });
    expect(chain?.path).toHaveLength(3);
    expect(decision.steps.some(({ ok }) => !ok)).toBe(true);
    expect(decision.reason).toBeNull();
  });

  it('goes by our own statement first, and needs no anchor then', () => {
    const us = new TestEntity('us.example');
    const partner = new TestEntity('partner.example');
    us.lists(partner);
    const own: OwnStatement = {
      entityId: us.id,
      jwks: us.jwks,
      statement: us.statement(partner),
      configuration: us.configuration(),
    };
    const world = new World().publish(partner);
    const { chain } = world.resolve(partner.id, { pins: [], own, now: NOW });
    expect(chain).toMatchObject({ anchor: us.id, path: [partner.id, us.id] });
    expect(world.asked).toHaveLength(1);
    expect(reason(world.resolve(partner.id, { pins: [], own: null, now: NOW }))).toBe(
      'authority-hints: no-authority-hints',
    );
  });

  it('climbs on where our own statement does not hold any more', () => {
    const { leaf, pins, world } = federation();
    const us = new TestEntity('us.example').lists(leaf, { iat: NOW - 9000, lifetime: 10 });
    const own = {
      entityId: us.id,
      jwks: us.jwks,
      statement: us.statement(leaf),
      configuration: us.configuration(),
    };
    expect(world.resolve(leaf.id, { pins, own, now: NOW }).chain?.path).toHaveLength(3);
  });

  it('ends at the first pinned anchor, so that anchors may be superiors of each other', () => {
    const { anchor, leaf, middle, pins } = federation();
    const other = new TestEntity('other.example', [anchor]);
    anchor.rest.authorityHints = [other.id];
    other.lists(anchor);
    const world = new World().publish(anchor, middle, leaf, other);
    expect(world.resolve(leaf.id, { pins, now: NOW }).decision.trusted).toBe(true);
    expect(hosts(world)).not.toContain('other.example');
  });

  it('follows a change of the anchor’s keys that the pinned key vouches for', () => {
    const { anchor, middle, leaf, pins } = federation();
    const next = testKey('next');
    anchor.keys = [anchor.key, next];
    anchor.lists(middle, { key: next });
    const world = new World().publish(anchor, middle, leaf);
    const resolution = world.resolve(leaf.id, { pins, now: NOW });
    expect(resolution.decision.trusted).toBe(true);
    expect(resolution.pins[0]?.keys.map(({ jwk }) => jwk.kid)).toEqual([anchor.key.kid, next.kid]);
    expect(resolution.decision.steps.some(({ code }) => code === 'anchor-keys')).toBe(true);
    anchor.key = next;
    const later = new World().publish(anchor, middle, leaf).resolve(leaf.id, {
      pins: resolution.pins,
      now: NOW,
    });
    expect(later.decision.trusted).toBe(true);
  });

  it('of a text that names no entity is a fault of the caller', () => {
    for (const text of [
      '',
      'leaf',
      'http://leaf.example',
      'https://leaf.example/?a=b',
      'ftp://leaf.example',
    ]) {
      expect(() => resolveEntity(text, { pins: [], now: NOW }).next()).toThrow(InvalidEntityId);
    }
  });
});

describe('an attack on a resolution', () => {
  it('by a leaf that signs with a key its superior never listed is refused', () => {
    const { leaf, pins, world } = federation();
    leaf.key = testKey('self-made');
    leaf.keys = [leaf.key];
    world.publish(leaf);
    expect(reason(world.resolve(leaf.id, { pins, now: NOW }))).toBe('link-key: unknown-kid');
  });

  it('by the host of an intermediate with keys of its own is refused', () => {
    const { middle, leaf, pins, world } = federation();
    middle.key = testKey('hijacked');
    middle.keys = [middle.key];
    world.publish(middle, leaf);
    expect(reason(world.resolve(leaf.id, { pins, now: NOW }))).toBe('link-key: unknown-kid');
  });

  it('by the host of the anchor is refused before it is asked for a statement', () => {
    const { anchor, middle, leaf, pins, world } = federation();
    anchor.key = testKey('hijacked');
    anchor.keys = [anchor.key];
    world.publish(anchor, middle, leaf);
    expect(reason(world.resolve(leaf.id, { pins, now: NOW }))).toBe('anchor-keys: unknown-kid');
    expect(world.asked.filter(({ from }) => from === anchor.id)).toHaveLength(1);
  });

  it('with 300 false superiors costs four requests to them', () => {
    const { leaf, pins, world } = federation();
    leaf.rest.authorityHints = Array.from({ length: 300 }, (_, i) => `https://false${i}.example`);
    world.publish(leaf);
    expect(reason(world.resolve(leaf.id, { pins, now: NOW }))).toBe('fetch-configuration: not-found');
    expect(world.asked).toHaveLength(5);
  });

  it('with superiors that name more superiors without end costs the budget and no more', () => {
    const { pins } = federation();
    const world = new World();
    const branching = (depth: number, name: string): TestEntity => {
      const superiors = depth === 0 ? [] : [0, 1, 2, 3].map((i) => branching(depth - 1, `${name}${i}`));
      const entity = new TestEntity(`${name}.example`, superiors);
      world.publish(entity, ...superiors);
      for (const superior of superiors) world.publish(superior, entity);
      return entity;
    };
    const leaf = branching(3, 'x');
    const resolution = world.resolve(leaf.id, { pins, now: NOW });
    expect(resolution.chain).toBeNull();
    expect(resolution.requests).toBe(24);
    expect(world.asked).toHaveLength(24);
    expect(resolution.decision.steps.some(({ cause }) => cause === 'too-many-requests')).toBe(true);
  });

  it('with a chain that is too long ends at the depth', () => {
    const { anchor, pins } = federation();
    const line: TestEntity[] = [anchor];
    for (let i = 0; i < 6; i++) line.unshift(new TestEntity(`n${i}.example`, [line[0] as TestEntity]));
    const world = new World().publish(...line);
    const fifth = line[1] as TestEntity;
    expect(world.resolve(fifth.id, { pins, now: NOW }).chain?.path).toHaveLength(6);
    expect(reason(world.resolve((line[0] as TestEntity).id, { pins, now: NOW }))).toBe('budget: too-deep');
  });

  it('with superiors in a circle ends', () => {
    const { pins } = federation();
    const a = new TestEntity('a.example');
    const b = new TestEntity('b.example', [a]);
    a.rest.authorityHints = [b.id];
    b.lists(a);
    const resolution = new World().publish(a, b).resolve(a.id, { pins, now: NOW });
    expect(reason(resolution)).toBe('loop: loop');
    expect(resolution.requests).toBe(3);
    const alone = new TestEntity('alone.example');
    alone.rest.authorityHints = [alone.id];
    expect(reason(new World().publish(alone).resolve(alone.id, { pins, now: NOW }))).toBe('loop: loop');
  });

  it('with an answer that is too long is refused', () => {
    const { leaf, pins, world } = federation();
    world.answers.set(configurationUrl(leaf.id), { jws: `${'x'.repeat(70_000)}` });
    expect(reason(world.resolve(leaf.id, { pins, now: NOW }))).toBe('fetch-configuration: too-large');
    expect(world.asked[0]).toMatchObject({
      maxBytes: 65_536,
      mediaType: 'application/entity-statement+jwt',
    });
  });

  it.each(['forbidden-address', 'too-slow', 'redirect', 'wrong-type'])(
    'that the fetcher refuses is told with its cause: %s',
    (failure) => {
      const { leaf, middle, pins, world } = federation();
      world.answers.set(configurationUrl(middle.id), { failure });
      expect(reason(world.resolve(leaf.id, { pins, now: NOW }))).toBe(`fetch-configuration: ${failure}`);
    },
  );

  it('with the configuration of another entity, as a redirect brings it, is refused', () => {
    const { leaf, middle, pins, world } = federation();
    world.answers.set(configurationUrl(leaf.id), { jws: middle.configuration() });
    expect(reason(world.resolve(leaf.id, { pins, now: NOW }))).toBe('fetch-configuration: other-entity');
  });

  it('with a statement about another entity, or by another, is refused', () => {
    const { anchor, middle, leaf, pins, world } = federation();
    const url = fetchUrl(anchor.endpoint, middle.id);
    for (const jws of [anchor.statement(leaf), middle.statement(leaf)]) {
      world.answers.set(url, { jws });
      expect(reason(world.resolve(leaf.id, { pins, now: NOW }))).toBe('fetch-statement: other-entity');
    }
  });

  it('by an unknown superior that names the endpoint of the true one does not spoil its answer', () => {
    const { anchor, middle, pins } = federation();
    const thief = new TestEntity('thief.example');
    const leaf = new TestEntity('leaf.example', [thief, middle]);
    thief.rest.metadata = { federation_entity: { federation_fetch_endpoint: middle.endpoint } };
    const world = new World().publish(anchor, thief, middle, leaf);
    expect(world.resolve(leaf.id, { pins, now: NOW }).decision.trusted).toBe(true);
  });

  it('with an unknown critical policy operator is refused', () => {
    const { anchor, middle, leaf, pins, world } = federation();
    anchor.lists(middle, { metadataPolicyCrit: ['regexp'] });
    world.publish(anchor, middle, leaf);
    expect(reason(world.resolve(leaf.id, { pins, now: NOW }))).toBe('policy: unsupported-critical-operator');
  });

  it('with any answers at all ends within its budget, and trusts nobody', () => {
    const { leaf, middle, anchor, pins } = federation();
    const stranger = new TestEntity('stranger.example', [middle]);
    stranger.keys = [testKey('stranger')];
    stranger.key = testKey('stranger');
    const statements = [
      leaf.configuration(),
      middle.configuration(),
      middle.statement(leaf),
      anchor.statement(middle),
      stranger.configuration(),
      '',
    ];
    const answer: fc.Arbitrary<FetchAnswer> = fc.oneof(
      fc.constantFrom(...statements).map((jws) => ({ jws })),
      fc.string().map((jws) => ({ jws })),
      fc.constant({ failure: 'not-found' }),
    );
    fc.assert(
      fc.property(fc.array(answer, { minLength: 24, maxLength: 24 }), (answers) => {
        const resolution = resolveEntity('https://stranger.example', { pins, now: NOW });
        let step = resolution.next();
        let asked = 0;
        while (!step.done) step = resolution.next(answers[asked++] ?? { failure: 'over' });
        expect(asked).toBeLessThanOrEqual(24);
        expect(step.value.chain).toBeNull();
        expect(step.value.decision.reason).not.toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});

describe('a key roll-over of a leaf', () => {
  it('resolves at every step: listed, listed above, signing, the old one gone', () => {
    const { anchor, middle, leaf, pins } = federation();
    const trusted = (): boolean =>
      new World().publish(anchor, middle, leaf).resolve(leaf.id, { pins, now: NOW }).decision.trusted;
    const next = testKey('next');
    leaf.keys = [leaf.key, next];
    expect(trusted()).toBe(true);
    middle.lists(leaf, { jwks: jwksOf(leaf.key, next) });
    expect(trusted()).toBe(true);
    leaf.key = next;
    expect(trusted()).toBe(true);
    leaf.keys = [next];
    middle.lists(leaf);
    expect(trusted()).toBe(true);
  });
});
