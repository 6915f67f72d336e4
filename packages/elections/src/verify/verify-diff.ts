import { ArchiveReader, type ArchiveRecord } from '../archive/reader.ts';
import { Rejection } from '../error.ts';
import type { OpenArchive } from './verify-archive.ts';

/** Header and questions: what differs there is of another election. */
const NAMES_ELECTION = 2;

/**
 * Compares two snapshots of one board as they are read, record by record: the earlier must be a prefix of the later. A dropped,
 * changed or reordered ballot shows here even where each snapshot by itself is in order.
 * @throws Rejection `diff.not-prefix`, `diff.other-election`, `archive.*`
 * @example await verifyDiff(() => createReadStream('monday.bel'), () => createReadStream('sunday.bel')) // { kept: 14, added: 120 }
 */
export async function verifyDiff(
  earlier: OpenArchive,
  later: OpenArchive,
): Promise<{ kept: number; added: number }> {
  const [before, after] = [recordsOf(earlier), recordsOf(later)];
  let [kept, added] = [0, 0];
  try {
    for (let place = 0; ; place++) {
      const [old, now] = [await before.next(), await after.next()];
      const same = old.done || sameRecord(old.value, now.value);
      if (!same || (place < NAMES_ELECTION && old.done !== now.done)) throw difference(place);
      if (now.done) return { kept, added };
      if (now.value.kind !== 'event') continue;
      if (old.done) added++;
      else kept++;
    }
  } finally {
    await before.return(undefined);
    await after.return(undefined);
  }
}

async function* recordsOf(open: OpenArchive): AsyncGenerator<ArchiveRecord, undefined> {
  const reader = new ArchiveReader();
  for await (const chunk of open()) yield* reader.push(chunk);
  reader.end();
}

/** Records are named by their hash; the header, which has none, by its text. */
function sameRecord(old: ArchiveRecord, now: ArchiveRecord | undefined): boolean {
  return now !== undefined && old.hash === now.hash && (old.hash !== '' || old.text === now.text);
}

function difference(place: number): Rejection {
  return place < NAMES_ELECTION
    ? new Rejection('diff.other-election', 'The two archives are not of the same election.')
    : new Rejection(
        'diff.not-prefix',
        'Something that was on the board is gone, changed or moved in the later archive.',
      );
}
