import { describe, expect, it } from 'vitest';
import { chainOf, NOW, TestEntity } from '../test/support/entities.ts';
import { type Constraints, type Metadata, validateChain } from './index.ts';

type Policy = Record<string, Record<string, Record<string, unknown>>>;

/** A chain of four: what the anchor and the two intermediates state, and what the leaf says of itself. */
function judge({
  leafMetadata = {},
  stated = {},
  policies = {},
  constraints = {},
}: {
  leafMetadata?: Metadata;
  /** Metadata that a superior states about its immediate subordinate. */
  stated?: { anchor?: Metadata; upper?: Metadata; lower?: Metadata };
  policies?: { anchor?: Policy; upper?: Policy; lower?: Policy };
  constraints?: { anchor?: Constraints; upper?: Constraints; lower?: Constraints };
}) {
  const anchor = new TestEntity('anchor.example');
  const upper = new TestEntity('upper.example', [anchor]);
  const lower = new TestEntity('lower.north.example', [upper]);
  const leaf = new TestEntity('leaf.north.example', [lower]);
  leaf.rest.metadata = leafMetadata;
  for (const [superior, subject, name] of [
    [anchor, upper, 'anchor'],
    [upper, lower, 'upper'],
    [lower, leaf, 'lower'],
  ] as const) {
    superior.lists(subject, {
      ...(stated[name] && { metadata: stated[name] }),
      ...(policies[name] && { metadataPolicy: policies[name] }),
      ...(constraints[name] && { constraints: constraints[name] }),
    });
  }
  const statements = chainOf(leaf, lower, upper, anchor);
  const { chain, decision } = validateChain(statements, { anchors: new Map([anchor.pinned]), now: NOW });
  const { reason } = decision;
  return { metadata: chain?.metadata, decision, reason: reason && `${reason.code}: ${reason.cause}` };
}

const provider = { issuer: 'https://leaf.north.example', scopes_supported: ['openid'] };

describe('the metadata of a chain', () => {
  it('is what the subject says of itself where no superior says otherwise', () => {
    expect(judge({ leafMetadata: { openid_provider: provider } }).metadata).toEqual({
      openid_provider: provider,
    });
  });

  it('takes what the immediate superior states over it, for types that the subject has', () => {
    const lower = { openid_provider: { scopes_supported: ['openid', 'x'] }, oauth_client: { x: 1 } };
    const { metadata } = judge({ leafMetadata: { openid_provider: provider }, stated: { lower } });
    expect(metadata).toEqual({ openid_provider: { ...provider, scopes_supported: ['openid', 'x'] } });
  });

  it('takes nothing from superiors further up, whose metadata is for their own subordinates', () => {
    const far = { openid_provider: { scopes_supported: ['far'] } };
    const { metadata } = judge({
      leafMetadata: { openid_provider: provider },
      stated: { anchor: far, upper: far },
    });
    expect(metadata).toEqual({ openid_provider: provider });
  });

  it('is under the policies of all superiors, and says which parameters they changed', () => {
    const { metadata, decision } = judge({
      leafMetadata: { oauth_client: { grant_types: ['a', 'b', 'c'], name: 'x' } },
      policies: {
        anchor: { oauth_client: { grant_types: { subset_of: ['a', 'b'] } } },
        upper: {
          oauth_client: { grant_types: { superset_of: ['a'] } },
          openid_provider: { x: { value: 1 } },
        },
        lower: { oauth_client: { contacts: { default: ['mailto:a@b.example'] } } },
      },
    });
    expect(metadata).toEqual({
      oauth_client: { grant_types: ['a', 'b'], name: 'x', contacts: ['mailto:a@b.example'] },
    });
    expect(decision.steps.find(({ code }) => code === 'policy-applied')?.data).toEqual({
      changed: ['oauth_client.grant_types', 'oauth_client.contacts'],
    });
  });

  it('is refused where policies contradict each other, and where it breaks the policy', () => {
    const set = (value: number) => ({ oauth_client: { x: { value } } });
    expect(judge({ policies: { anchor: set(1), lower: set(2) } }).reason).toBe('policy: conflicting-values');
    const essential = { oauth_client: { x: { essential: true } } };
    const broken = judge({ leafMetadata: { oauth_client: {} }, policies: { upper: essential } });
    expect(broken.reason).toBe('policy-applied: missing-essential');
  });

  it('keeps a parameter called like a member that every object has', () => {
    const odd = JSON.parse('{"oauth_client": {"constructor": "a", "toString": ["b"]}}');
    const policies = { anchor: { oauth_client: { valueOf: { default: 'c' } } } };
    expect(judge({ leafMetadata: odd, policies }).metadata).toEqual({
      oauth_client: { constructor: 'a', toString: ['b'], valueOf: 'c' },
    });
  });

  it('is refused where a provider says it is another issuer', () => {
    const other = { openid_provider: { issuer: 'https://other.example' } };
    expect(judge({ leafMetadata: other }).reason).toBe('metadata: wrong-issuer');
    expect(judge({ leafMetadata: { openid_provider: {} } }).reason).toBe('metadata: wrong-issuer');
  });

  it('is refused where an endpoint of the federation is not https', () => {
    const federation_entity = { federation_fetch_endpoint: 'http://leaf.north.example/fetch' };
    expect(judge({ leafMetadata: { federation_entity } }).reason).toBe('metadata: invalid-endpoint');
  });
});

describe('constraints', () => {
  const type = (name: string): Metadata => ({ [name]: { x: 1 } });

  it.each([
    ['anchor', 2, null],
    ['anchor', 1, 'path-length: too-long'],
    ['anchor', 0, 'path-length: too-long'],
    ['upper', 1, null],
    ['upper', 0, 'path-length: too-long'],
    ['lower', 0, null],
  ] as const)('of %s let at most %i intermediates follow', (superior, most, expected) => {
    expect(judge({ constraints: { [superior]: { max_path_length: most } } }).reason).toBe(expected);
  });

  it.each([
    [{ permitted: ['.example'] }, null],
    [{ permitted: ['.north.example', 'upper.example'] }, null],
    [{ permitted: ['.north.example'] }, 'naming: name-not-allowed'],
    [{ permitted: [] }, 'naming: name-not-allowed'],
    [{ excluded: ['leaf.north.example'] }, 'naming: name-not-allowed'],
    [{ excluded: ['.north.example'] }, 'naming: name-not-allowed'],
    [{ excluded: ['north.example', '.south.example'] }, null],
    [{ permitted: ['.example'], excluded: ['lower.north.example'] }, 'naming: name-not-allowed'],
  ])('on names hold for all below: %o', (naming_constraints, expected) => {
    expect(judge({ constraints: { anchor: { naming_constraints } } }).reason).toBe(expected);
  });

  it('on names do not hold for those above', () => {
    const naming_constraints = { permitted: ['leaf.north.example'] };
    expect(judge({ constraints: { lower: { naming_constraints } } }).reason).toBeNull();
  });

  it('on entity types drop the others, wherever in the chain they stand', () => {
    const leafMetadata = { ...type('a'), ...type('b'), ...type('c'), federation_entity: { x: 1 } };
    const { metadata, decision } = judge({
      leafMetadata,
      constraints: {
        anchor: { allowed_entity_types: ['a', 'b'] },
        lower: { allowed_entity_types: ['b', 'c'] },
      },
    });
    expect(Object.keys(metadata ?? {}).sort()).toEqual(['b', 'federation_entity']);
    expect(decision.steps.find(({ code }) => code === 'entity-types')?.data.removed).toEqual(['a', 'c']);
  });

  it('on entity types may allow none but the federation entity itself', () => {
    const { metadata } = judge({
      leafMetadata: { ...type('a'), federation_entity: { x: 1 } },
      constraints: { upper: { allowed_entity_types: [] } },
    });
    expect(metadata).toEqual({ federation_entity: { x: 1 } });
  });
});
