import { FetchRefused } from '../../../kernel/fetch/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { describeFile, type File } from '../../../kernel/records/files.ts';
import type { Evidence } from '../../../kernel/subjects/parts.ts';
import type { EvidenceInput } from '../report.ts';

/** Largest copy that is kept: what partners would fetch of a body. */
export const MAX_EVIDENCE = 8 * 1024 * 1024;
const TIMEOUT_MS = 20_000;

export interface Gathered {
  evidence: Evidence[];
  /** Copies to keep with the record. */
  files: File[];
}

/**
 * Hashes what is handed in, and reads the addresses that come without a file, before anything is published. What cannot be
 * read stays an address without a digest: the record then says that there is no copy. What a revision names by digest is
 * taken from the version before.
 */
export async function gatherEvidence(
  { fetcher, clock }: Pick<Kernel, 'fetcher' | 'clock'>,
  inputs: readonly EvidenceInput[],
): Promise<Gathered> {
  const gathered: Gathered = { evidence: [], files: [] };
  for (const { label, url, file, sha256 } of inputs) {
    const copy =
      file !== undefined
        ? { bytes: Buffer.from(file.data, 'base64'), mediaType: file.mediaType }
        : url !== undefined && sha256 === undefined
          ? await readAddress(fetcher, url)
          : null;
    if (copy !== null) gathered.files.push(copy);
    const kept = sha256 === undefined ? {} : { sha256 };
    gathered.evidence.push({
      label,
      ...(url !== undefined && { url }),
      ...(copy === null ? kept : { ...facts(copy), at: clock.now().toISOString() }),
    });
  }
  return gathered;
}

/** Evidence of the version before, where a revision names its digest; what is named and was not there keeps its address. */
export function withEarlier(evidence: readonly Evidence[], earlier: readonly Evidence[]): Evidence[] {
  return evidence.flatMap((one) => {
    if (one.at !== undefined || one.sha256 === undefined) return [one];
    const before = earlier.find(({ sha256 }) => sha256 === one.sha256);
    if (before !== undefined) return [{ ...before, ...one }];
    const { sha256: _unknown, ...rest } = one;
    return rest.url === undefined ? [] : [rest];
  });
}

function facts(copy: File) {
  const { digest, size, mediaType } = describeFile(copy);
  return { sha256: digest, size, mediaType };
}

async function readAddress(fetcher: Kernel['fetcher'], url: string): Promise<File | null> {
  try {
    const answer = await fetcher.fetch(url, { maxBytes: MAX_EVIDENCE, timeoutMs: TIMEOUT_MS });
    if (answer.status !== 200) return null;
    const mediaType = answer.headers['content-type'] ?? 'application/octet-stream';
    return { bytes: answer.body, mediaType: mediaType.slice(0, 200) };
  } catch (error) {
    if (error instanceof FetchRefused) return null;
    throw error;
  }
}
