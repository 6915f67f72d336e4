import { type Context, Hono } from 'hono';
import type { Kernel } from '../kernel.ts';
import { IMMUTABLE } from '../log/tile-answer.ts';
import { NoSuchRecord, NotLoggedYet } from './error.ts';
import { readRecord } from './read.ts';
import { makeReceiptFor } from './receipt.ts';

const OPEN = { 'Access-Control-Allow-Origin': '*' };

/** What belongs to a record apart from its page: receipt, personal fields, large bodies. For machines. */
export function recordRoutes(kernel: Kernel): Hono {
  const app = new Hono();
  app.get('/records/:jti/receipt', (c) => answerReceipt(c, kernel, c.req.param('jti')));
  app.get('/records/:jti/disclosures', (c) => answerDisclosures(c, kernel, c.req.param('jti')));
  app.get('/blobs/sha256/:digest', (c) => answerBlob(c, kernel, c.req.param('digest')));
  return app;
}

async function answerReceipt(c: Context, kernel: Kernel, jti: string): Promise<Response> {
  try {
    const { text, index } = await makeReceiptFor(kernel, jti);
    return c.body(text, 200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `attachment; filename="record-${index}.tlog-proof"`,
      'Cache-Control': 'no-cache',
      ...OPEN,
    });
  } catch (error) {
    if (error instanceof NoSuchRecord) return problem(c, 404, error.code);
    if (!(error instanceof NotLoggedYet)) throw error;
    c.header('Retry-After', '2');
    return problem(c, 409, error.code);
  }
}

/** Personal fields of a record while they exist: an SD-JWT's disclosures. */
async function answerDisclosures(c: Context, kernel: Kernel, jti: string): Promise<Response> {
  const record = await readRecord(kernel, jti);
  if (record === null) return problem(c, 404, 'no-such-record');
  const rows = await kernel.db
    .selectFrom('disclosure')
    .select('disclosure')
    .where('log', '=', record.log)
    .where('jti', '=', jti)
    .orderBy('digest')
    .execute();
  const committed = commitments(record.jws);
  if (rows.length === 0 && committed > 0) return problem(c, 410, 'erased');
  return c.json({ jti, disclosures: rows.map((row) => row.disclosure) }, 200, {
    'Cache-Control': 'no-store',
    ...OPEN,
  });
}

function commitments(jws: string): number {
  try {
    const payload = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as {
      _sd?: unknown[];
    };
    return payload._sd?.length ?? 0;
  } catch {
    return 0;
  }
}

async function answerBlob(c: Context, kernel: Kernel, digest: string): Promise<Response> {
  if (!/^[0-9a-f]{64}$/.test(digest)) return problem(c, 404, 'not-found');
  const blob = await kernel.db.selectFrom('blob').selectAll().where('digest', '=', digest).executeTakeFirst();
  // A draft's blob belongs to nobody but its author until a record carries it.
  if (!blob || blob.jti === null) return problem(c, 404, 'not-found');
  if (blob.state !== 'present' || blob.bytes === null) return problem(c, 410, 'erased');
  const etag = `"${digest}"`;
  const headers = {
    'Cache-Control': IMMUTABLE,
    ETag: etag,
    'Content-Type': MEDIA_TYPE.test(blob.media_type) ? blob.media_type : 'application/octet-stream',
    // Whatever was uploaded is shown by nobody as a page of this origin.
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    ...(blob.media_type === 'application/json' ? {} : { 'Content-Disposition': 'attachment' }),
    ...OPEN,
  };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  return c.body(new Uint8Array(blob.bytes), 200, headers);
}

/** RFC 9110, 8.3.1; a partner's record may state anything at all. */
const MEDIA_TYPE =
  /^[\w!#$&^.+-]{1,127}\/[\w!#$&^.+-]{1,127}( ?; ?[\w.-]{1,64}=([\w.:+-]{1,128}|"[\w.:+ -]{0,128}"))*$/;

/** RFC 9457, without a translated sentence: these endpoints are read by programs. */
function problem(c: Context, status: 404 | 409 | 410, code: string): Response {
  return c.body(JSON.stringify({ type: 'about:blank', status, code }), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    ...OPEN,
  });
}
