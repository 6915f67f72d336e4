import { fetchEntityConfiguration, resolveTrustChains, type VerifyCallback } from '@openid-federation/core';
import { compactVerify, importJWK, type JWK } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nodeKey, TestEntity, testKey } from '../support/entities.ts';
import { World } from '../support/world.ts';

const MEDIA_TYPE = 'application/entity-statement+jwt';

/** The library leaves signatures to its caller: jose checks them. */
const verifyJwtCallback: VerifyCallback = async ({ jwt, jwk, header }) => {
  const key = await importJWK(jwk as JWK, String(header.alg));
  return await compactVerify(jwt, key).then(
    () => true,
    () => false,
  );
};

/** Answers the library's requests from what the entities publish. It reads the real clock, so statements are of now. */
function publish(...entities: readonly TestEntity[]): void {
  const now = Math.floor(Date.now() / 1000) - 5;
  for (const entity of entities) {
    entity.rest.iat = now;
    for (const [id, stated] of entity.about) entity.about.set(id, { ...stated, iat: now });
  }
  const { answers } = new World().publish(...entities);
  vi.stubGlobal('fetch', async (input: string | URL) => {
    // It puts a question mark behind every address, and still sends the `iss` that later drafts dropped.
    const url = new URL(input);
    url.searchParams.delete('iss');
    const answer = answers.get(url.href.replace(/\?$/, ''));
    if (!answer || 'failure' in answer) return new Response(null, { status: 404 });
    return new Response(answer.jws, { headers: { 'content-type': MEDIA_TYPE } });
  });
}

function federation() {
  const anchor = new TestEntity('anchor.example');
  const middle = new TestEntity('middle.example', [anchor]);
  const leaf = new TestEntity('leaf.example', [middle]);
  leaf.rest.metadata = {
    federation_entity: { organization_name: 'Leaf' },
    openid_relying_party: { client_registration_types: ['automatic'], client_name: 'Leaf' },
    koinon_node: { name: 'Leaf' },
  };
  return { anchor, middle, leaf };
}

describe('@openid-federation/core', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it.each(['Ed25519', 'ES256', 'PS256', 'RS256'] as const)(
    'reads our configuration signed with %s',
    async (alg) => {
      const entity = new TestEntity('node.example');
      entity.key = alg === 'Ed25519' ? testKey('node') : nodeKey(alg);
      entity.keys = [entity.key];
      publish(entity);
      const read = await fetchEntityConfiguration({ entityId: entity.id, verifyJwtCallback });
      expect(read).toMatchObject({ iss: entity.id, sub: entity.id });
      expect(read.jwks.keys.map(({ kid }) => kid)).toEqual([entity.key.kid]);
    },
  );

  it('resolves the chains that our statements make', async () => {
    const { anchor, middle, leaf } = federation();
    anchor.lists(middle, {
      metadataPolicy: { openid_relying_party: { client_name: { default: 'Nobody' } } },
    });
    publish(anchor, middle, leaf);
    const chains = await resolveTrustChains({
      entityId: leaf.id,
      trustAnchorEntityIds: [anchor.id],
      verifyJwtCallback,
    });
    expect(chains).toHaveLength(1);
    expect(chains[0]?.trustAnchorEntityConfiguration.sub).toBe(anchor.id);
    expect(chains[0]?.resolvedLeafMetadata?.openid_relying_party).toMatchObject({ client_name: 'Leaf' });
  });

  it('takes what we refuse: a leaf that signs with a key its superior never listed', async () => {
    const { anchor, middle, leaf } = federation();
    leaf.key = testKey('self-made');
    leaf.keys = [leaf.key];
    publish(anchor, middle, leaf);
    const chains = await resolveTrustChains({
      entityId: leaf.id,
      trustAnchorEntityIds: [anchor.id],
      verifyJwtCallback,
    });
    // Why it is a reader in tests and nothing else. Should this fail one day, it has learned to check.
    expect(chains).toHaveLength(1);
  });
});
