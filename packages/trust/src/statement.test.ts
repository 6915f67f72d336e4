import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jwksOf, NOW, TestEntity, testKey } from '../test/support/entities.ts';
import { JwtError, StatementError } from './error.ts';
import { JWT_KINDS, signJwt } from './jwt.ts';
import { configurationClaims, signStatement, subordinateClaims, subordinateFor } from './make-statement.ts';
import { parseConfiguration, parseEntityStatement, parseSubordinate } from './statement.ts';

const node = new TestEntity('node.example', [new TestEntity('anchor.example')]);
const anchor = new TestEntity('anchor.example');
anchor.lists(node);

const own = node.claims();
const superior = subordinateClaims({ issuer: anchor.id, subject: node.id, iat: NOW, jwks: node.jwks });

/** What comes of claims that are signed without being looked at. */
function refusal(claims: Record<string, unknown>): string | null {
  const jws = signJwt(JWT_KINDS.entityStatement, claims, node.key);
  try {
    parseEntityStatement(jws);
    return null;
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    return `${error.code} ${error.claim}`;
  }
}

describe('an entity statement', () => {
  it('is a configuration where issuer and subject are one, else a superior’s word', () => {
    expect(parseEntityStatement(node.configuration())).toMatchObject({
      kind: 'configuration',
      claims: { iss: node.id, authority_hints: [anchor.id] },
    });
    expect(parseEntityStatement(anchor.statement(node))).toMatchObject({
      kind: 'subordinate',
      claims: { iss: anchor.id, sub: node.id, jwks: node.jwks },
    });
  });

  it('keeps claims that it does not know', () => {
    const jws = signStatement({ ...own, jti: 'a' }, node.key);
    expect(parseEntityStatement(jws).claims.jti).toBe('a');
  });

  it.each([
    ['iss', 'http://node.example'],
    ['iss', undefined],
    ['sub', 7],
    ['sub', 'https://node.example/?q'],
    ['iat', '1764000000'],
    ['iat', undefined],
    ['exp', 1.5],
    ['exp', undefined],
    ['metadata', []],
    ['metadata', { openid_provider: { issuer: null } }],
    ['metadata', { openid_provider: 'x' }],
    ['authority_hints', []],
    ['authority_hints', 'https://anchor.example'],
    ['authority_hints', ['http://169.254.169.254']],
    ['authority_hints', ['https://user:pass@anchor.example']],
    ['trust_anchor_hints', []],
  ])('whose %s is %o is refused', (claim, value) => {
    expect(refusal({ ...own, [claim]: value })).toBe(`invalid-claims ${claim}`);
  });

  it.each([
    ['jwks', undefined, 'invalid-keys'],
    ['jwks', { keys: [] }, 'invalid-keys'],
    ['jwks', { keys: [{ kty: 'oct', k: 'AA', kid: 'a' }] }, 'invalid-keys'],
    ['jwks', { keys: [node.key.jwk, node.key.jwk] }, 'invalid-keys'],
    ['trust_marks', [{ trust_mark_type: 'a' }], 'invalid-trust-marks'],
    ['trust_mark_issuers', { a: ['not a url'] }, 'invalid-trust-marks'],
    ['trust_mark_owners', { a: { jwks: node.jwks } }, 'invalid-trust-marks'],
    ['trust_mark_owners', { a: { sub: node.id, jwks: {} } }, 'invalid-keys'],
    ['crit', ['jti'], 'unsupported-crit'],
    ['crit', [], 'unsupported-crit'],
    ['crit', ['exp'], 'unsupported-crit'],
  ])('of its own whose %s is %o is refused: %s', (claim, value, code) => {
    expect(refusal({ ...own, [claim]: value })).toBe(`${code} ${claim}`);
  });

  it.each([
    ['metadata_policy', { a: { b: 'c' } }, 'invalid-metadata-policy'],
    ['metadata_policy', [], 'invalid-metadata-policy'],
    ['metadata_policy_crit', [], 'invalid-metadata-policy'],
    ['constraints', { max_path_length: -1 }, 'invalid-constraints'],
    ['constraints', { naming_constraints: { permitted: ['https://a.example'] } }, 'invalid-constraints'],
    ['constraints', { naming_constraints: { allowed: [] } }, 'invalid-constraints'],
    ['constraints', { allowed_entity_types: ['federation_entity'] }, 'invalid-constraints'],
    ['source_endpoint', 'ftp://a.example', 'invalid-claims'],
    ['crit', ['x'], 'unsupported-crit'],
  ])('of a superior whose %s is %o is refused: %s', (claim, value, code) => {
    expect(refusal({ ...superior, [claim]: value })).toBe(`${code} ${claim}`);
  });

  it.each([
    ['metadata_policy', {}],
    ['metadata_policy_crit', ['regexp']],
    ['constraints', {}],
    ['source_endpoint', 'https://anchor.example/fetch'],
    ['aud', 'https://anchor.example'],
    ['trust_anchor', 'https://anchor.example'],
  ])('of its own has no %s', (claim, value) => {
    expect(refusal({ ...own, [claim]: value })).toBe(`misplaced-claim ${claim}`);
  });

  it.each([
    ['authority_hints', ['https://a.example']],
    ['trust_anchor_hints', ['https://a.example']],
    ['trust_marks', []],
    ['trust_mark_issuers', {}],
    ['trust_mark_owners', {}],
    ['aud', 'https://anchor.example'],
    ['trust_anchor', 'https://anchor.example'],
  ])('of a superior has no %s', (claim, value) => {
    expect(refusal({ ...superior, [claim]: value })).toBe(`misplaced-claim ${claim}`);
  });

  it('takes no member called __proto__ for metadata', () => {
    const text = '{"openid_provider": {"__proto__": {"issuer": "https://evil.example"}}}';
    const claims = { ...own, metadata: JSON.parse(text) };
    const jws = signJwt(JWT_KINDS.entityStatement, claims, node.key);
    let issuer: unknown;
    try {
      issuer = parseEntityStatement(jws).claims.metadata?.openid_provider?.issuer;
    } catch (error) {
      expect(error).toBeInstanceOf(StatementError);
    }
    expect(issuer).toBeUndefined();
    expect(({} as Record<string, unknown>).issuer).toBeUndefined();
  });

  it('of any claims is read or refused, with no other error', () => {
    const names = [...Object.keys(own), 'constraints', 'metadata_policy', 'crit', 'trust_mark_owners', 'sub'];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 4 }), (name, value) => {
        refusal({ ...own, [name]: value });
        refusal({ ...superior, [name]: value });
      }),
    );
  });
});

describe('a statement that was asked for', () => {
  const about = { issuer: anchor.id, subject: node.id, jwks: anchor.jwks };
  const codeOf = (act: () => unknown): string => {
    try {
      act();
    } catch (error) {
      if (error instanceof StatementError || error instanceof JwtError) return error.code;
      throw error;
    }
    return 'read';
  };

  it('is read where it answers the question', () => {
    expect(codeOf(() => parseConfiguration(node.configuration(), node.id))).toBe('read');
    expect(codeOf(() => parseSubordinate(anchor.statement(node), about))).toBe('read');
  });

  it('is refused where it is of another entity, or of the other kind', () => {
    expect(codeOf(() => parseConfiguration(anchor.configuration(), node.id))).toBe('other-entity');
    expect(codeOf(() => parseConfiguration(anchor.statement(node), node.id))).toBe('not-a-configuration');
    expect(codeOf(() => parseSubordinate(node.configuration(), about))).toBe('not-a-subordinate-statement');
    const other = { ...about, issuer: 'https://other.example' };
    expect(codeOf(() => parseSubordinate(anchor.statement(node), other))).toBe('other-entity');
    const third = { ...about, subject: 'https://other.example' };
    expect(codeOf(() => parseSubordinate(anchor.statement(node), third))).toBe('other-entity');
  });

  it('is refused where the keys are not those of who should have signed', () => {
    const lost = { ...own, jwks: jwksOf(testKey('other')) };
    const jws = signJwt(JWT_KINDS.entityStatement, lost, node.key);
    expect(codeOf(() => parseConfiguration(jws, node.id))).toBe('unknown-kid');
    expect(codeOf(() => parseSubordinate(anchor.statement(node), { ...about, jwks: node.jwks }))).toBe(
      'unknown-kid',
    );
  });
});

describe('making statements', () => {
  it('lets nothing out that we would refuse', () => {
    const claims = configurationClaims({
      entityId: 'http://node.example',
      iat: NOW,
      jwks: node.jwks,
      metadata: {},
    });
    expect(() => signStatement(claims, node.key)).toThrow(StatementError);
  });

  it('states about a subordinate the keys of the configuration that was checked', () => {
    const checked = parseConfiguration(node.configuration(), node.id);
    expect(subordinateFor(checked, { issuer: anchor.id, iat: NOW })).toEqual(superior);
  });

  it('leaves out what is not there', () => {
    expect(Object.keys(superior).sort()).toEqual(['exp', 'iat', 'iss', 'jwks', 'sub']);
    expect(superior.exp).toBe(NOW + 86_400);
  });
});
