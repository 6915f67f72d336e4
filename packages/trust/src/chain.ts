import { chainMetadata } from './chain-metadata.ts';
import { checkMetadata } from './check-metadata.ts';
import { nameAllowed } from './constraints.ts';
import { Deliberation, Refused, type TrustDecision, type TrustStep } from './decision.ts';
import type { Jwks } from './jwks.ts';
import { verifyJwt } from './jwt.ts';
import { type EntityStatement, parseEntityStatement } from './statement.ts';
import type { Metadata, TrustMarkEntry } from './statement-schema.ts';
import { checkTimes } from './time.ts';

/** Most statements in a chain: subject, anchor, and five subordinate statements between. */
export const MAX_CHAIN = 7;

/** Anchors by entity identifier, with the keys that were pinned for them out of band. */
export type TrustAnchors = ReadonlyMap<string, Jwks>;

/** A chain that holds. It is the evidence for whatever is accepted under it. */
export interface TrustChain {
  subject: string;
  anchor: string;
  /** Entities from the subject to the anchor. */
  path: readonly string[];
  /** When the first of its statements expires; seconds since 1970. */
  exp: number;
  /** The subject's metadata after overlay, constraints and policy. */
  metadata: Metadata;
  /** The subject's federation keys, as its superior states them. */
  jwks: Jwks;
  /** Trust marks that the subject shows; `verifyTrustMark` says what they are worth. */
  trustMarks: readonly TrustMarkEntry[];
  /** The statements as they were signed. */
  statements: readonly string[];
  /** Claims of the anchor's configuration about trust marks; null where the chain came without it. */
  anchorConfiguration: EntityStatement | null;
}

/** What came of a chain: the chain where it holds, and how that was found. */
export interface ChainResult {
  chain: TrustChain | null;
  decision: TrustDecision;
}

interface Links {
  subject: EntityStatement;
  /** Subordinate statements, the lowest first. */
  superiors: readonly EntityStatement[];
  anchor: EntityStatement | null;
}

function readStatements(run: Deliberation, given: readonly (string | EntityStatement)[]): EntityStatement[] {
  if (given.length < 1 || given.length > MAX_CHAIN) {
    run.refuse('chain-shape', null, 'wrong-length', { statements: given.length });
  }
  return given.map((statement, index) =>
    run.check(
      'statement',
      null,
      () => (typeof statement === 'string' ? parseEntityStatement(statement) : statement),
      ({ kind, claims }) => ({ index, kind, iss: claims.iss, sub: claims.sub }),
    ),
  );
}

/** Subject first, then subordinate statements, then the anchor's configuration, which senders may leave out (section 4). */
function arrange(run: Deliberation, statements: readonly EntityStatement[]): Links {
  const [subject, ...rest] = statements as [EntityStatement, ...EntityStatement[]];
  const last = statements.at(-1) as EntityStatement;
  const anchor = last.kind === 'configuration' ? last : null;
  const superiors = anchor && rest.length > 0 ? rest.slice(0, -1) : rest;
  const entity = subject.claims.sub;
  const kinds = statements.map(({ kind }) => kind);
  if (subject.kind !== 'configuration' || superiors.some(({ kind }) => kind !== 'subordinate')) {
    run.refuse('chain-shape', entity, 'wrong-kind', { kinds });
  }
  run.step('chain-shape', entity, { kinds });
  return { subject, superiors, anchor };
}

function checkTime(run: Deliberation, { claims }: EntityStatement, now: number): void {
  const { iss, sub, iat, exp } = claims;
  run.check('time', sub, () => checkTimes(claims, now), { iss, iat, exp });
}

/** Whoever must have signed a statement, with the keys that count for it. */
interface Above {
  entity: string;
  jwks: Jwks;
  listedBy: string;
}

/** The pinned keys of whoever ends the chain. */
function pinnedAnchor(run: Deliberation, { claims }: EntityStatement, anchors: TrustAnchors): Above {
  const jwks = anchors.get(claims.iss);
  if (!jwks) run.refuse('anchor', claims.iss, 'not-pinned');
  run.step('anchor', claims.iss, { kids: jwks.keys.map(({ kid }) => kid) });
  return { entity: claims.iss, jwks, listedBy: 'pinned' };
}

function checkLink(run: Deliberation, statement: EntityStatement, above: Above): void {
  const { claims, header } = statement;
  const names = { iss: claims.iss, next: above.entity };
  if (claims.iss !== above.entity) run.refuse('link', claims.sub, 'broken-link', names);
  run.step('link', claims.sub, names);
  run.check('link-key', claims.sub, () => verifyJwt(statement, above.jwks), {
    iss: claims.iss,
    kid: header.kid,
    listedBy: above.listedBy,
  });
}

/**
 * Names and signatures of every link, from the anchor down: ES[j] is signed with a key that ES[j+1] lists. The pinned keys
 * count for both statements of the anchor (section 4): a key that it lists and nobody has pinned signs nothing. A changed set
 * is pinned first, see `acceptKeys`.
 */
function checkLinks(run: Deliberation, { subject, superiors, anchor }: Links, pinned: Above): void {
  if (anchor && anchor !== subject) checkLink(run, anchor, pinned);
  let above = pinned;
  for (const statement of [subject, ...superiors].toReversed()) {
    checkLink(run, statement, above);
    const { iss, sub, jwks } = statement.claims;
    above = { entity: sub, jwks, listedBy: iss };
  }
  run.check('subject-key', subject.claims.sub, () => verifyJwt(subject, subject.claims.jwks), {
    kid: subject.header.kid,
  });
}

function checkConstraints(run: Deliberation, superiors: readonly EntityStatement[]): void {
  superiors.forEach(({ claims }, below) => {
    const { max_path_length: most, naming_constraints: naming } = claims.constraints ?? {};
    if (most !== undefined) {
      const data = { iss: claims.iss, most, below };
      if (below > most) run.refuse('path-length', claims.sub, 'too-long', data);
      run.step('path-length', claims.sub, data);
    }
    if (!naming) return;
    for (const { sub } of superiors.slice(0, below + 1).map((statement) => statement.claims)) {
      const data = {
        iss: claims.iss,
        permitted: naming.permitted ?? null,
        excluded: naming.excluded ?? null,
      };
      if (!nameAllowed(naming, sub)) run.refuse('naming', sub, 'name-not-allowed', data);
      run.step('naming', sub, data);
    }
  });
}

function judge(
  run: Deliberation,
  statements: readonly EntityStatement[],
  anchors: TrustAnchors,
  now: number,
): TrustChain {
  const links = arrange(run, statements);
  const { subject, superiors, anchor } = links;
  for (const statement of statements) checkTime(run, statement, now);
  const top = statements.at(-1) as EntityStatement;
  const pinned = pinnedAnchor(run, top, anchors);
  checkLinks(run, links, pinned);
  checkConstraints(run, superiors);
  const entity = subject.claims.sub;
  const metadata = chainMetadata(run, subject, superiors);
  run.check('metadata', entity, () => checkMetadata(entity, metadata), { types: Object.keys(metadata) });
  return {
    subject: entity,
    anchor: top.claims.iss,
    path: [entity, ...superiors.map(({ claims }) => claims.iss)],
    exp: Math.min(...statements.map(({ claims }) => claims.exp)),
    metadata,
    jwks: superiors[0]?.claims.jwks ?? pinned.jwks,
    trustMarks: subject.claims.trust_marks ?? [],
    statements: statements.map(({ jws }) => jws),
    anchorConfiguration: anchor,
  };
}

/**
 * Validates a trust chain (OpenID Federation 1.1 section 10.2), whoever fetched or sent it: subject's configuration first, its
 * superior's statement about it, and so on up to the anchor, whose own configuration may be left out. Trusted is what the
 * pinned keys lead to, link by link; an anchor is never trusted by its name alone. `now` is in seconds since 1970. Statements
 * that were read before can be given as they are.
 *
 * Never throws for what a chain holds: `decision` says step by step what was found, `chain` is null where it does not hold.
 *
 * @example
 * const { chain, decision } = validateChain([configuration, statement, anchor], { anchors, now })
 */
export function validateChain(
  given: readonly (string | EntityStatement)[],
  { anchors, now }: { anchors: TrustAnchors; now: number },
): ChainResult {
  const run = new Deliberation();
  let subject: string | null = null;
  let chain: TrustChain | null = null;
  let reason: TrustStep | null = null;
  try {
    const statements = readStatements(run, given);
    subject = statements[0]?.claims.sub ?? null;
    chain = judge(run, statements, anchors, now);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    reason = error.step;
  }
  return { chain, decision: { subject, trusted: chain !== null, at: now, steps: run.steps, reason } };
}
