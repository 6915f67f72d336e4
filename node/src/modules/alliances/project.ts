import { momentOf } from '../../kernel/calendar/index.ts';
import type { Tx } from '../../kernel/database/tables.ts';
import { RefusedRecord } from '../../kernel/records/error.ts';
import type { RecordContext, SignedRecord } from '../../kernel/records/record.ts';
import { sha256Hex } from '../../kernel/sha256.ts';
import { type Subject, saveVersion } from '../../kernel/subjects/index.ts';
import type { Meeting } from './bodies/meeting.ts';
import type { ExactRecord, OfAlliance } from './bodies/parts.ts';
import { type Fixed, SUBJECTS, type Thing } from './subjects.ts';

const FIXED: readonly Thing[] = [
  'charter',
  'declaration',
  'signature',
  'handOver',
  'chairAnswer',
  'groupMembership',
] satisfies Fixed[];

/**
 * What every record of an alliance's life changes here. Whether it counts, because its author was a member then, is not
 * decided here: the acts that say so stand in other logs, and may come later.
 */
export function projecting<Body extends OfAlliance>(
  thing: Thing,
  columns: (record: SignedRecord<Body>) => Readonly<Record<string, unknown>> = () => ({}),
) {
  return async (tx: Tx, record: SignedRecord<Body>, context: RecordContext): Promise<void> => {
    if (record.prev !== null && FIXED.includes(thing)) throw new RefusedRecord('never-revised');
    const alliance = record.body.alliance.id;
    await saveVersion(tx, SUBJECTS[thing] as Subject<Body>, record, context, {
      alliance,
      ...columns(record),
    });
  };
}

/** So that signatures and answers can name it word for word. */
export const byDigest = ({ jws }: SignedRecord<OfAlliance>) => ({ digest: sha256Hex(jws) });

export const byTime = ({ body }: SignedRecord<Meeting>) => ({
  starts_at: momentOf(body.start, body.zone),
  ends_at: momentOf(body.end, body.zone),
});

/** What is named must lie where its origin says that it does. */
export function requireExact({ sub, origin }: ExactRecord): void {
  if (URL.parse(sub)?.origin !== origin.node) throw new RefusedRecord('bad-reference');
}
