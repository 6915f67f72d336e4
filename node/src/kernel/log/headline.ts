import { parseRecord } from '@koinon/records';
import { fromBase64Url, fromUtf8, toHex } from '@koinon/transparency-log';
import type { Db } from '../database/tables.ts';
import type { LangText } from '../i18n/locale.ts';
import type { Kernel } from '../kernel.ts';
import type { SignedRecord } from '../records/record.ts';

/** What a record did, as pages say it. */
export interface RecordHeadline {
  /** Message key of a sentence with `{title}`. */
  message: string;
  title: LangText;
  /** Where its subject is shown at this node. */
  path: string;
}

/** A stored record: its text, and whether it is our own. */
export interface StoredRecord {
  body: string;
  own: boolean;
}

/** Headlines of stored records, in the same order; null where the act is not news for people or cannot be read here. */
export async function headlinesOf(
  kernel: Pick<Kernel, 'db' | 'modules'>,
  stored: readonly StoredRecord[],
): Promise<Array<RecordHeadline | null>> {
  const records = stored.map(({ body }) => readRecord(body));
  const bodies = await loadBodies(kernel.db, records);
  return records.map((record, i) => {
    if (record === null) return null;
    const body = record.digest === undefined ? record.body : bodies.get(record.digest);
    return headlineOf(kernel, { ...record, body }, stored[i]?.own ?? false);
  });
}

export interface ReadRecord extends SignedRecord {
  /** SHA-256 of a large body, lower-case hex. */
  digest?: string;
}

/** The record in an entry; null where the entry holds none. The signature was checked when the entry came in. */
export function readRecord(jws: string): ReadRecord | null {
  try {
    const { header, payload } = parseRecord(jws);
    const { iss, iat, jti, kind, sub, prev = null, body, digest } = payload;
    const record = { jws, kid: header.kid, iss, iat, jti, kind, sub, prev, body };
    return digest === undefined ? record : { ...record, digest: toHex(fromBase64Url(digest)) };
  } catch {
    return null;
  }
}

/** The body of a record where it is an object; null where it is none, or kept beside the record. */
export function readBody(jws: string): Record<string, unknown> | null {
  const body = readRecord(jws)?.body;
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : null;
}

/** Bodies that records carry by digest, by that digest; what was erased, or never came, is missing. */
export async function loadBodies(
  db: Db,
  records: ReadonlyArray<ReadRecord | null>,
): Promise<Map<string, unknown>> {
  const digests = records.flatMap((record) => (record?.digest === undefined ? [] : [record.digest]));
  if (digests.length === 0) return new Map();
  const blobs = await db
    .selectFrom('blob')
    .select(['digest', 'bytes'])
    .where('digest', 'in', digests)
    .where('state', '=', 'present')
    .execute();
  return new Map(blobs.flatMap((blob) => (blob.bytes === null ? [] : [[blob.digest, readJson(blob.bytes)]])));
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(new Uint8Array(bytes)));
  } catch {
    return undefined;
  }
}

function headlineOf(
  kernel: Pick<Kernel, 'modules'>,
  record: SignedRecord,
  own: boolean,
): RecordHeadline | null {
  const kind = kernel.modules.kind(record.kind);
  const body = kind?.schema.safeParse(record.body);
  if (kind === undefined || !body?.success) return null;
  const headline = kind.headline({ ...record, body: body.data });
  if (headline === null) return null;
  return { message: headline.message, title: headline.title, path: pathHere(headline.sub, record.iss, own) };
}

/** Where a subject of `node` is shown here: a partner's as `/<module>/~<host>/<id>`. */
export function pathHere(path: string, node: string, own: boolean): string {
  if (own) return path;
  const [, module = '', ...rest] = path.split('/');
  return `/${[module, `~${new URL(node).host}`, ...rest].join('/')}`;
}
