import type { Db } from '../../../kernel/database/tables.ts';
import type { Evidence } from '../../../kernel/subjects/parts.ts';
import { commitmentsDb } from '../schema.ts';

/** What an address answered when this node last asked, held against the digest in the record. */
export interface EvidenceCheck {
  /** `changed`: other bytes than were handed in. `gone`: it answers, without them. `unreachable`: we could not ask. */
  outcome: 'same' | 'changed' | 'gone' | 'unreachable';
  checkedAt: Date;
  /** What we saw instead, SHA-256. */
  seen: string | null;
}

/** Our own checks of evidence, by what was promised at which address. */
export async function readEvidenceChecks(
  db: Db,
  evidence: readonly Evidence[],
): Promise<Map<string, EvidenceCheck>> {
  const keys = evidence.flatMap((one) => evidenceKey(one) ?? []);
  if (keys.length === 0) return new Map();
  const rows = await commitmentsDb(db)
    .selectFrom('commitments_evidence')
    .select(['sha256', 'url', 'outcome', 'seen', 'checked_at'])
    .where('sha256', 'in', [...new Set(evidence.flatMap(({ sha256 }) => sha256 ?? []))])
    .execute();
  return new Map(
    rows.map(({ sha256, url, outcome, seen, checked_at: checkedAt }) => [
      `${sha256} ${url}`,
      { outcome, seen, checkedAt },
    ]),
  );
}

/** Names a check: the digest, and the address that should answer it. Null where nothing can be checked. */
export function evidenceKey({
  url,
  sha256,
}: {
  url?: string | undefined;
  sha256?: string | undefined;
}): string | null {
  return url === undefined || sha256 === undefined ? null : `${sha256} ${url}`;
}
