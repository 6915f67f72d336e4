/**
 * Runs every vector of this package and leaves what came of them in `globalThis.trustSmoke`. Bundled for browsers, it must
 * need nothing of Node.
 */
import {
  acceptHandOver,
  anchorsAt,
  jwkThumbprint,
  parseConfiguration,
  parseJwks,
  pinAnchor,
  resolveEntity,
  validateChain,
  verifyTrustMark,
} from '@koinon/trust';
import vectors from '../vectors/vectors.json' with { type: 'json' };

export type SmokeResults = Record<string, boolean>;

const { now, chain, algorithms, trustMark, handOver } = vectors;
const anchorKeys = parseJwks(vectors.anchor.jwks);
const pins = [pinAnchor(vectors.anchor.entityId, anchorKeys, now)];
const anchors = anchorsAt(pins, now);

function holds(check: () => unknown): boolean {
  try {
    check();
    return true;
  } catch {
    return false;
  }
}

/** The same token with one character of its signature changed. */
function changed(jws: string): string {
  const at = jws.lastIndexOf('.') + 10;
  return jws.slice(0, at) + (jws[at] === 'A' ? 'B' : 'A') + jws.slice(at + 1);
}

/** Answers the five requests of a resolution in their order. */
function resolves(): boolean {
  const [own = '', below = '', above = '', top = ''] = chain.honest;
  const resolution = resolveEntity(trustMark.subject, { pins, now });
  let step = resolution.next();
  for (const jws of [own, chain.middle, below, top, above]) if (!step.done) step = resolution.next({ jws });
  return step.done === true && step.value.chain?.path.length === 3;
}

/** Every check by name. */
export function trustSmoke(): SmokeResults {
  const honest = validateChain(chain.honest, { anchors, now });
  const anchor = honest.chain?.anchorConfiguration?.claims ?? {};
  const mark = { subject: trustMark.subject, type: trustMark.type, issuerJwks: anchorKeys, anchor, now };
  return {
    chain: JSON.stringify(honest.chain?.metadata) === JSON.stringify(chain.resolved),
    forgedChain: validateChain(chain.forged, { anchors, now }).decision.reason?.code === 'link-key',
    changedChains: chain.honest.every((jws, i) => {
      const statements = chain.honest.with(i, changed(jws));
      return validateChain(statements, { anchors, now }).chain === null;
    }),
    expired: validateChain(chain.honest, { anchors, now: now + 90_000 }).decision.reason?.cause === 'expired',
    algorithms: algorithms.every(({ configuration, entityId }) =>
      holds(() => parseConfiguration(configuration, entityId)),
    ),
    changedAlgorithms: algorithms.every(
      ({ configuration, entityId }) => !holds(() => parseConfiguration(changed(configuration), entityId)),
    ),
    thumbprints: algorithms.every(({ jwks }) => jwks.keys.every((jwk) => jwkThumbprint(jwk) === jwk.kid)),
    trustMark: holds(() => verifyTrustMark(trustMark.jws, mark)),
    foreignTrustMark: !holds(() => verifyTrustMark(trustMark.jws, { ...mark, subject: handOver.to })),
    handOver: anchorsAt(acceptHandOver(pins, handOver.jws, now), now).has(handOver.to),
    resolution: resolves(),
  };
}

Object.assign(globalThis, { trustSmoke: trustSmoke() });
