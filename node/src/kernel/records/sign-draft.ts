import { randomBytes } from 'node:crypto';
import { kindSchema, MAX_RECORD, makeDisclosures, RECORD_TYP } from '@koinon/records';
import { v7 as uuidv7 } from 'uuid';
import { unixSeconds } from '../clock.ts';
import type { Kernel } from '../kernel.ts';
import { NoSuchKey } from '../keys/error.ts';
import type { Signer } from '../keys/keys.ts';
import { sha256 } from '../sha256.ts';
import { UnknownKind, UnusableSubject } from './error.ts';
import type { RecordDraft, SignedRecord } from './record.ts';

/** A draft after signing: the record, and what is kept beside it. */
export interface SignedDraft {
  record: SignedRecord;
  disclosures: readonly string[];
  /** The body where it is too large for the log. */
  blob: { digest: Uint8Array; bytes: Uint8Array } | null;
}

type Services = Pick<Kernel, 'clock' | 'keys' | 'identity'>;

/** Makes and signs a record, with the newest record key. Bodies that do not fit go by digest. */
export function signDraft(
  services: Services,
  draft: RecordDraft,
  signer: Signer = recordSigner(services),
): SignedDraft {
  const unsigned = encodeDraft(services, draft, signer.id);
  return unsigned.complete(signer.sign(Buffer.from(unsigned.signingInput, 'latin1')));
}

/** As `signDraft` for many at once: other threads sign one while this one writes the next. */
export async function signDrafts(services: Services, drafts: readonly RecordDraft[]): Promise<SignedDraft[]> {
  const signer = recordSigner(services);
  return await Promise.all(
    drafts.map(async (draft) => {
      const unsigned = encodeDraft(services, draft, signer.id);
      return unsigned.complete(await signer.signAsync(Buffer.from(unsigned.signingInput, 'latin1')));
    }),
  );
}

function recordSigner({ keys }: Services): Signer {
  const signer = keys.signers('record').at(-1);
  if (!signer) throw new NoSuchKey('record');
  return signer;
}

interface UnsignedDraft {
  /** Header and payload of the JWS, ASCII. */
  signingInput: string;
  complete(signature: Uint8Array): SignedDraft;
}

/**
 * Writes header and payload. The payload is put together as text, since its members are known to be sound and the body
 * is serialised only once: this is what bulk appends spend their time on beside the signature itself.
 */
function encodeDraft(services: Services, draft: RecordDraft, kid: string): UnsignedDraft {
  const { origin } = services.identity;
  const { kind, sub, prev } = checkNames(origin, draft);
  const json = JSON.stringify(draft.body) ?? 'null';
  const { sd, disclosures } = draft.personal
    ? makeDisclosures(draft.personal, () => randomBytes(16))
    : { sd: [], disclosures: [] };
  const iat = unixSeconds(services.clock);
  const jti = uuidv7();
  const head = JSON.stringify({ iss: origin, iat, jti, kind, sub, ...(prev === null ? {} : { prev }) });
  const commitments = sd.length === 0 ? '' : `,"_sd":${JSON.stringify(sd)},"_sd_alg":"sha-256"`;
  const write = (body: string) =>
    `${encodedHeader(kid)}.${base64Url(`${head.slice(0, -1)},${body}${commitments}}`)}`;
  let blob: SignedDraft['blob'] = null;
  let signingInput = write(`"body":${json}`);
  if (signingInput.length + 1 + SIGNATURE_LENGTH > MAX_RECORD) {
    const bytes = Buffer.from(json);
    blob = { bytes, digest: sha256(bytes) };
    const digest = Buffer.from(blob.digest).toString('base64url');
    signingInput = write(`"digest":"${digest}","size":${bytes.length},"mediaType":"application/json"`);
  }
  return {
    signingInput,
    complete: (signature) => {
      const jws = `${signingInput}.${Buffer.from(signature).toString('base64url')}`;
      const record = { jws, kid, iss: origin, iat, jti, kind, sub, prev, body: draft.body };
      return { record, disclosures, blob };
    },
  };
}

/** Length of 64 bytes in base64url. */
const SIGNATURE_LENGTH = 86;

/** @throws UnknownKind, UnusableSubject */
function checkNames(origin: string, draft: RecordDraft): { kind: string; sub: string; prev: string | null } {
  const { kind } = draft;
  if (!kindSchema.safeParse(kind).success) throw new UnknownKind(kind);
  const sub = draft.sub.startsWith('/') ? `${origin}${draft.sub}` : draft.sub;
  if (!sub.startsWith(`${origin}/`) || !URL.canParse(sub) || new URL(sub).href !== sub || sub.length > 2048) {
    throw new UnusableSubject(sub);
  }
  return { kind, sub, prev: draft.prev ?? null };
}

let header = { kid: '', encoded: '' };

function encodedHeader(kid: string): string {
  if (header.kid !== kid) {
    header = { kid, encoded: base64Url(JSON.stringify({ alg: 'EdDSA', kid, typ: RECORD_TYP })) };
  }
  return header.encoded;
}

function base64Url(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}
