/**
 * Makes vectors.json: `node --import tsx test/vectors/make.ts > test/vectors/vectors.json`. What Ed25519 signs follows from
 * public names; keys and signatures of the other algorithms are different each time it is made.
 */
import { signHandOver, signTrustMark } from '../../src/index.ts';
import { chainOf, jwksOf, NOW, nodeKey, TestEntity, testKey } from '../support/entities.ts';

const type = 'https://north.example/marks/votes-across-borders';
const anchor = new TestEntity('north.example');
const middle = new TestEntity('middle.example', [anchor]);
const leaf = new TestEntity('leaf.example', [middle]);
anchor.rest.trustMarkIssuers = { [type]: [anchor.id] };
anchor.lists(middle, {
  metadataPolicy: { oauth_client: { grant_types: { subset_of: ['authorization_code'] } } },
  constraints: { max_path_length: 1, naming_constraints: { permitted: ['.example'] } },
});
leaf.rest.metadata = { oauth_client: { grant_types: ['authorization_code', 'implicit'] } };
const honest = chainOf(leaf, middle, anchor);

const stranger = new TestEntity(leaf.id, [middle]);
stranger.key = testKey('stranger');
stranger.keys = [stranger.key];
const forged = [stranger.configuration(), ...honest.slice(1)];

const algorithms = (['ES256', 'PS256', 'RS256', 'Ed25519'] as const).map((alg) => {
  const entity = new TestEntity('any.example');
  entity.key = nodeKey(alg);
  entity.keys = [entity.key];
  return { alg, entityId: entity.id, jwks: entity.jwks, configuration: entity.configuration() };
});

const next = testKey('new host');
const vectors = {
  source: 'made by test/vectors/make.ts; Ed25519 keys derive from public names',
  now: NOW,
  anchor: { entityId: anchor.id, jwks: anchor.jwks },
  chain: {
    honest,
    forged,
    middle: middle.configuration(),
    resolved: { oauth_client: { grant_types: ['authorization_code'] } },
  },
  algorithms,
  trustMark: {
    type,
    subject: leaf.id,
    jws: signTrustMark({ issuer: anchor.id, subject: leaf.id, type, iat: NOW }, anchor.key),
  },
  handOver: {
    to: 'https://south.example/alliances/north',
    jws: signHandOver(
      { from: anchor.id, to: 'https://south.example/alliances/north', jwks: jwksOf(next), iat: NOW },
      anchor.key,
    ),
  },
};
console.log(JSON.stringify(vectors, null, 2));
