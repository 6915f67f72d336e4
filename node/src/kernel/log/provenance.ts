import { sql } from 'kysely';
import type { Db } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
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
  const nodes = await loadNodes(kernel, logs);
  const [logged, pending, doubts] = await Promise.all([
    loadEntries(kernel.db, logs, jtis),
    loadPending(kernel.db, jtis),
    loadDoubts(kernel.db, logs),
  ]);
  const cosigned = await loadCosignatures(kernel.db, logged, nodes.names);
  const wanted = new Set(refs.map((ref) => `${ref.log}/${ref.jti}`));
  const made = new Map<string, Provenance>();
  for (const entry of logged) {
    if (!wanted.has(`${entry.log}/${entry.jti}`)) continue;
    const author = nodes.logs.get(entry.log);
    if (author === undefined) continue;
    made.set(entry.jti, provenanceOf(entry, author, nodes, cosigned, doubts.get(entry.log)));
  }
  for (const record of pending) {
    const own = [...nodes.logs.values()].find((log) => log.own);
    if (own === undefined || made.has(record.jti)) continue;
    made.set(record.jti, {
      ...blank(own, record.jti, record.iat),
      state: 'pending',
      cosigners: nodes.witnesses.map((witness) => ({
        ...witness,
        cosigned: false,
        at: null,
        size: null,
        lastSeenAt: null,
      })),
    });
  }
  return made;
}

interface LogAuthor {
  log: number;
  face: NodeFace;
  own: boolean;
  witnessName: string;
}

interface Nodes {
  logs: Map<number, LogAuthor>;
  /** Faces by the name of their witness. */
  witnessFaces: Map<string, NodeFace>;
  /** Names of all witnesses whose cosignatures we count, ours first. */
  names: string[];
  /** Those that our own log expects. */
  witnesses: Array<{ face: NodeFace; name: string }>;
}

async function loadNodes({ db, trust, identity }: Services, logs: readonly number[]): Promise<Nodes> {
  const [partners, witnesses, own] = await Promise.all([
    trust.partners(),
    trust.witnesses(),
    db.selectFrom('log').select(['id']).where('role', '=', 'own').where('id', 'in', logs).execute(),
  ]);
  const self = selfFace(identity);
  const authors = new Map<number, LogAuthor>();
  for (const { id } of own) {
    authors.set(id, { log: id, face: self, own: true, witnessName: identity.witnessName });
  }
  const witnessFaces = new Map([[identity.witnessName, self]]);
  for (const partner of partners) {
    authors.set(partner.log, {
      log: partner.log,
      face: partner,
      own: false,
      witnessName: partner.witnessName,
    });
    witnessFaces.set(partner.witnessName, partner);
  }
  for (const { name } of witnesses) {
    if (!witnessFaces.has(name)) witnessFaces.set(name, faceOfWitness(name));
  }
  const others = witnesses.map((witness) => witness.name).filter((name) => name !== identity.witnessName);
  return {
    logs: authors,
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

type Entry = Awaited<ReturnType<typeof loadEntries>>[number];

async function loadEntries(db: Db, logs: readonly number[], jtis: readonly string[]) {
  const rows = await db
    .selectFrom('entry as e')
    .leftJoin('subject as s', (join) => join.onRef('s.log', '=', 'e.log').onRef('s.sub', '=', 'e.sub'))
    .select(['e.log', 'e.index', 'e.jti', 'e.kind', 'e.iat', 'e.flag', 'e.checked_at'])
    .select(['s.state', 's.reason', 's.state_at', 's.state_jti'])
    .where('e.jti', 'in', jtis)
    .where('e.log', 'in', logs)
    .execute();
  return rows.flatMap((row) => (row.jti === null ? [] : [{ ...row, jti: row.jti }]));
}

function loadPending(db: Db, jtis: readonly string[]) {
  return db.selectFrom('pending').select(['jti', 'iat']).where('jti', 'in', jtis).execute();
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
  entries: readonly Entry[],
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

function provenanceOf(
  entry: Entry,
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
