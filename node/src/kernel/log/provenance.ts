import { sql } from 'kysely';
import type { Db } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
import type { NodeIdentity } from '../node-identity.ts';
import type { TrustStore } from '../trust/trust-store.ts';
import { markId, selfFace } from '../web/face.ts';
import type { NodeFace, Provenance } from '../web/page.ts';
import { type Doubt, loadDoubts } from './doubt.ts';

/** A record by its log and id, as projected rows keep it. */
export interface RecordRef {
  log: number;
  jti: string;
}

type Services = Pick<Kernel, 'db' | 'trust' | 'identity'>;

/**
 * Who said each of these records and who has checked it, by `jti`; records that are not known here are left out.
 * Takes the same few queries for one record as for a page of a hundred.
 */
export async function loadProvenance(
  kernel: Services,
  refs: readonly RecordRef[],
): Promise<Map<string, Provenance>> {
  if (refs.length === 0) return new Map();
  const logs = [...new Set(refs.map((ref) => ref.log))];
  const jtis = [...new Set(refs.map((ref) => ref.jti))];
  const [lately, found, doubts] = await Promise.all([
    loadNodes(kernel),
    loadEntries(kernel.db, logs, jtis),
    loadDoubts(kernel.db, logs),
  ]);
  const strange = found.some(({ log, role }) => role === 'partner' && !lately.partners.has(log));
  const nodes = strange ? await loadNodes(kernel, 0) : lately;
  const cosigned = await loadCosignatures(kernel.db, found.filter(isLogged), nodes.names);
  const wanted = new Set(refs.map((ref) => `${ref.log}/${ref.jti}`));
  const made = new Map<string, Provenance>();
  for (const entry of found) {
    const author = entry.role === 'own' ? nodes.self : nodes.partners.get(entry.log);
    if (author === undefined || !wanted.has(`${entry.log}/${entry.jti}`)) continue;
    const provenance = isLogged(entry)
      ? provenanceOf(entry, author, nodes, cosigned, doubts.get(entry.log))
      : pendingProvenance(entry, author, nodes);
    made.set(entry.jti, provenance);
  }
  return made;
}

interface LogAuthor {
  face: NodeFace;
  own: boolean;
  witnessName: string;
}

interface Nodes {
  self: LogAuthor;
  /** Partners by their log. */
  partners: Map<number, LogAuthor>;
  /** Faces by the name of their witness. */
  witnessFaces: Map<string, NodeFace>;
  /** Names of all witnesses whose cosignatures we count, ours first. */
  names: string[];
  /** Those that our own log expects. */
  witnesses: Array<{ face: NodeFace; name: string }>;
}

/** Names and marks, kept for a second: a busy page asks for them many times in it, and they rarely change. */
const KEPT_MS = 1000;
const kept = new WeakMap<TrustStore, { at: number; nodes: Promise<Nodes> }>();

async function loadNodes({ trust, identity }: Services, maxAgeMs = KEPT_MS): Promise<Nodes> {
  const known = kept.get(trust);
  if (known !== undefined && performance.now() - known.at < maxAgeMs) return await known.nodes;
  const nodes = readNodes(trust, identity);
  kept.set(trust, { at: performance.now(), nodes });
  nodes.catch(() => kept.delete(trust));
  return await nodes;
}

async function readNodes(trust: TrustStore, identity: NodeIdentity): Promise<Nodes> {
  const [partners, witnesses] = await Promise.all([trust.partners(), trust.witnesses()]);
  const self = selfFace(identity);
  const witnessFaces = new Map([[identity.witnessName, self]]);
  for (const partner of partners) witnessFaces.set(partner.witnessName, partner);
  for (const { name } of witnesses) {
    if (!witnessFaces.has(name)) witnessFaces.set(name, faceOfWitness(name));
  }
  const others = witnesses.map((witness) => witness.name).filter((name) => name !== identity.witnessName);
  return {
    self: { face: self, own: true, witnessName: identity.witnessName },
    partners: new Map(
      partners.map((partner) => [
        partner.log,
        { face: partner, own: false, witnessName: partner.witnessName },
      ]),
    ),
    witnessFaces,
    names: [identity.witnessName, ...others],
    witnesses: others.flatMap((name) => {
      const face = witnessFaces.get(name);
      return face === undefined ? [] : [{ face, name }];
    }),
  };
}

/** A witness that is no partner: its key name is all that we know of it. */
function faceOfWitness(name: string): NodeFace {
  const [host = name] = name.split('/', 1);
  return { node: name, host, name: host, profile: { name: host }, markId: markId(host) };
}

interface Entry {
  log: number;
  role: 'own' | 'partner';
  /** Null while the record waits for its place. */
  index: number | null;
  jti: string;
  kind: string | null;
  iat: number | null;
  flag: string | null;
  checked_at: Date;
  state: 'live' | 'withdrawn' | 'erased' | null;
  reason: string | null;
  state_at: Date | null;
}
type LoggedEntry = Entry & { index: number };

function isLogged(entry: Entry): entry is LoggedEntry {
  return entry.index !== null;
}

/** The records with the state of their subjects; those in our outbox last, so that a place in the log wins. */
async function loadEntries(db: Db, logs: readonly number[], jtis: readonly string[]): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select e.log, l.role, e.index, e.jti, e.kind, e.iat, e.flag, e.checked_at, s.state, s.reason, s.state_at
    from entry e join log l on l.id = e.log left join subject s on s.log = e.log and s.sub = e.sub
    where e.jti = any(${sql.val(jtis)}::uuid[]) and e.log = any(${sql.val(logs)}::int[])
    union all
    select l.id, l.role, null, p.jti, p.kind, p.iat, null, p.asked_at, null, null, null
    from pending p join log l on l.role = 'own' and l.retired_at is null
    where p.jti = any(${sql.val(jtis)}::uuid[])`.execute(db);
  const places = new Set(rows.filter(isLogged).map(({ jti }) => jti));
  return rows.filter((row) => isLogged(row) || !places.has(row.jti));
}

interface Cosigned {
  /** Its first cosignature on a tree that holds the record. */
  at: Date | null;
  size: number | null;
  /** Its latest cosignature on the log at all. */
  last: Date;
}

/** By `<log>/<index>/<witness>`: two index lookups for each pair of record and witness, in one query. */
async function loadCosignatures(
  db: Db,
  entries: readonly LoggedEntry[],
  names: readonly string[],
): Promise<Map<string, Cosigned>> {
  if (entries.length === 0) return new Map();
  const asked = sql.join(entries.map((entry) => sql`(${entry.log}::int, ${entry.index}::bigint)`));
  const rows = await sql<{
    log: number;
    index: number;
    witness: string;
    at: Date | null;
    size: number | null;
    last: Date;
  }>`
    select e.log, e.index::float8 as index, w.witness, first.at, first.size::float8 as size, latest.at as last
    from (values ${asked}) as e (log, index)
    cross join unnest(${sql.val(names)}::text[]) as w (witness)
    cross join lateral (
      select c.at from cosignature c where c.log = e.log and c.witness = w.witness
      order by c.size desc, c.at desc limit 1
    ) latest
    left join lateral (
      select c.at, c.size from cosignature c where c.log = e.log and c.witness = w.witness and c.size > e.index
      order by c.size, c.at limit 1
    ) first on true`.execute(db);
  return new Map(rows.rows.map((row) => [`${row.log}/${row.index}/${row.witness}`, row]));
}

function pendingProvenance(entry: Entry, author: LogAuthor, nodes: Nodes): Provenance {
  const none = { cosigned: false, at: null, size: null, lastSeenAt: null };
  return {
    ...blank(author, entry.jti, entry.iat ?? 0),
    state: 'pending',
    cosigners: nodes.witnesses.map(({ face }) => ({ face, ...none })),
  };
}

function provenanceOf(
  entry: LoggedEntry,
  author: LogAuthor,
  nodes: Nodes,
  cosigned: ReadonlyMap<string, Cosigned>,
  doubt: Doubt | undefined,
): Provenance {
  const doubted = doubt !== undefined && entry.index >= doubt.fromIndex ? doubt.code : null;
  const code = entry.flag ?? doubted;
  // Withdrawing and erasing are acts of their own: their records do not go the way of what they take back.
  const state = entry.kind?.startsWith('kernel/') ? 'live' : (entry.state ?? 'live');
  const names = nodes.names.filter((name) => name !== author.witnessName);
  return {
    ...blank(author, entry.jti, entry.iat ?? 0),
    state: code !== null ? 'failed' : state === 'live' ? 'logged' : state,
    code: code ?? (state === 'erased' ? entry.reason : null),
    reason: state === 'withdrawn' ? entry.reason : null,
    stateAt: state === 'live' ? null : entry.state_at,
    checkedAt: author.own ? null : entry.checked_at,
    index: entry.index,
    cosigners: names.flatMap((name) => {
      const face = nodes.witnessFaces.get(name);
      const seen = cosigned.get(`${entry.log}/${entry.index}/${name}`);
      // Of a partner's witnesses we know only those that have cosigned its log at least once.
      const expected = author.own || name === nodes.names[0] || seen !== undefined;
      if (face === undefined || !expected) return [];
      const { at = null, size = null, last = null } = seen ?? {};
      return [{ face, cosigned: at !== null, at, size, lastSeenAt: last }];
    }),
  };
}

function blank(author: LogAuthor, jti: string, iat: number) {
  return {
    origin: author.face,
    own: author.own,
    signedAt: new Date(iat * 1000),
    code: null,
    reason: null,
    stateAt: null,
    checkedAt: null,
    index: null,
    recordPath: `/records/${jti}`,
  };
}
