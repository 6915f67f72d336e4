import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { nodeKey, TestEntity, testKey } from '../support/entities.ts';

/** Debian's own Python, which is where python3-jwcrypto installs. */
const PYTHON = '/usr/bin/python3';
const SCRIPT = `
import json, sys
from jwcrypto import jwk, jws
given = json.load(sys.stdin)
token = jws.JWS()
token.deserialize(given["jws"])
header = json.loads(token.objects["protected"])
keys = jwk.JWKSet.from_json(json.dumps(given["jwks"]))
token.allowed_algs = [header["alg"]]
token.verify(keys.get_key(header["kid"]))
claims = json.loads(token.payload)
names = [jwk.JWK(**key).thumbprint() for key in claims["jwks"]["keys"]]
print(json.dumps({"header": header, "iss": claims["iss"], "thumbprints": names}))
`;

function python(script: string, input: unknown): { status: number | null; stdout: string } {
  const { status, stdout } = spawnSync(PYTHON, ['-c', script], {
    input: JSON.stringify(input),
    encoding: 'utf8',
  });
  return { status, stdout: stdout ?? '' };
}
const installed = python('import jwcrypto', null).status === 0;
if (!installed) console.info('skipped: no python3-jwcrypto (Debian: apt-get install python3-jwcrypto)');

describe.runIf(installed)('jwcrypto', () => {
  it.each(['EdDSA', 'ES256', 'PS256', 'RS256'] as const)(
    'verifies our entity configuration signed with %s, and names its keys as we do',
    (alg) => {
      const entity = new TestEntity('node.example');
      entity.key = alg === 'EdDSA' ? testKey('node') : nodeKey(alg);
      entity.keys = [entity.key];
      const { status, stdout } = python(SCRIPT, { jws: entity.configuration(), jwks: entity.jwks });
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toEqual({
        header: { alg, kid: entity.key.kid, typ: 'entity-statement+jwt' },
        iss: entity.id,
        thumbprints: [entity.key.kid],
      });
    },
  );

  it('refuses a configuration of which one character was changed', () => {
    const entity = new TestEntity('node.example');
    const jws = entity.configuration();
    const at = jws.indexOf('.') + 20;
    const changed = jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1);
    expect(python(SCRIPT, { jws: changed, jwks: entity.jwks }).status).not.toBe(0);
  });
});
