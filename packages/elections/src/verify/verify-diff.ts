import { ArchiveReader, type ArchiveRecord } from '../archive/reader.ts';
import { Rejection } from '../error.ts';

/**
 * Compares two snapshots of one board as they are read: the earlier must be a prefix of the later. A dropped, changed or
 * reordered ballot shows here even where each snapshot by itself is in order.
 * @throws Rejection `diff.not-prefix`, `diff.other-election`, `archive.*`
 * @example verifyDiff(readFileSync('monday.bel'), readFileSync('sunday.bel')) // { kept: 14, added: 120 }
 */
export function verifyDiff(earlier: Uint8Array, later: Uint8Array): { kept: number; added: number } {
  const [before, after] = [records(earlier), records(later)];
  if (before[0]!.text !== after[0]!.text || before[1]?.hash !== after[1]?.hash) {
    throw new Rejection('diff.other-election', 'The two archives are not of the same election.');
  }
  before.forEach((record, i) => {
    if (record.hash !== after[i]?.hash) {
      throw new Rejection(
        'diff.not-prefix',
        'Something that was on the board is gone, changed or moved in the later archive.',
      );
    }
  });
  const events = (list: ArchiveRecord[]): number => list.filter(({ kind }) => kind === 'event').length;
  return { kept: events(before), added: events(after) - events(before) };
}

function records(archive: Uint8Array): ArchiveRecord[] {
  const reader = new ArchiveReader();
  const list = reader.push(archive);
  reader.end();
  return list;
}
