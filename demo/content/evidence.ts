import { createHash } from 'node:crypto';
import type { LangText } from '../../node/src/kernel/i18n/locale.ts';
import type { EvidenceInput } from '../../node/src/modules/commitments/report.ts';

/** A table that a node hands in as evidence. It stands at the node itself, so that others can ask for it again. */
export function table(origin: string, label: LangText, text: string): EvidenceInput {
  const file = { mediaType: 'text/csv; charset=utf-8', data: Buffer.from(text).toString('base64') };
  return { label, url: addressOf(origin, text), file };
}

/** The same table as somebody else saw it: read at the node that handed it in. */
export function tableOf(origin: string, label: LangText, text: string): EvidenceInput {
  return { label, url: addressOf(origin, text) };
}

/** A node gives out what it was handed by its digest. */
function addressOf(origin: string, text: string): string {
  return `${origin}/blobs/sha256/${createHash('sha256').update(text).digest('hex')}`;
}
