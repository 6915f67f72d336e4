import { randomBytes } from 'node:crypto';
import { MAX_RECORD, makeDisclosures, type RecordPayload, signRecord } from '@koinon/records';
import { v7 as uuidv7 } from 'uuid';
import { unixSeconds } from '../clock.ts';
import type { Kernel } from '../kernel.ts';
import { NoSuchKey } from '../keys/error.ts';
import { sha256 } from '../sha256.ts';
import type { RecordDraft, SignedRecord } from './record.ts';

/** A draft after signing: the record, and what is kept beside it. */
export interface SignedDraft {
  record: SignedRecord;
  disclosures: readonly string[];
  /** The body where it is too large for the log. */
  blob: { digest: Uint8Array; bytes: Uint8Array } | null;
}

/** Leaves room for header, signature and the other members of the payload. */
const MAX_INLINE_BODY = Math.floor(((MAX_RECORD - 86 - 128) * 3) / 4) - 1024;
const SD_BYTES = 48;

/** Makes and signs a record. Bodies that do not fit go by digest. */
export function signDraft(
  kernel: Pick<Kernel, 'clock' | 'keys' | 'identity'>,
  draft: RecordDraft,
): SignedDraft {
  const signer = kernel.keys.signers('record').at(-1);
  if (!signer) throw new NoSuchKey('record');
  const json = JSON.stringify(draft.body);
  const { sd, disclosures } = draft.personal
    ? makeDisclosures(draft.personal, () => randomBytes(16))
    : { sd: [], disclosures: [] };
  const inline = Buffer.byteLength(json) + sd.length * SD_BYTES <= MAX_INLINE_BODY;
  const blob = inline ? null : { digest: sha256(json), bytes: Buffer.from(json) };
  const prev = draft.prev ?? null;
  const { origin } = kernel.identity;
  const payload = {
    iss: origin,
    iat: unixSeconds(kernel.clock),
    jti: uuidv7(),
    kind: draft.kind,
    sub: draft.sub.startsWith('/') ? `${origin}${draft.sub}` : draft.sub,
    ...(prev === null ? {} : { prev }),
    ...(blob === null
      ? { body: JSON.parse(json) as RecordPayload['body'] }
      : {
          digest: Buffer.from(blob.digest).toString('base64url'),
          size: blob.bytes.length,
          mediaType: 'application/json',
        }),
    ...(sd.length === 0 ? {} : { _sd: sd, _sd_alg: 'sha-256' as const }),
  } satisfies RecordPayload;
  const jws = signRecord(payload, { kid: signer.id, sign: (bytes) => signer.sign(bytes) });
  const { iss, iat, jti, kind, sub } = payload;
  return {
    record: { jws, kid: signer.id, iss, iat, jti, kind, sub, prev, body: draft.body },
    disclosures,
    blob,
  };
}
