import { sha256Hex } from '../../src/codec/hash.ts';
import { makeBallot } from '../../src/index.ts';
import { archiveOf, countBoard } from '../support/make-election.ts';
import { changed, random, ranked, type Step, simple, type Tampering } from './tampering.ts';

const without = (...types: Step[0][]): Uint8Array =>
  archiveOf(simple().board.filter(([type]) => !types.includes(type)));
const ballotOf = (voter: number): Step => {
  const { arithmetic, election, credentials } = simple().made;
  return ['Ballot', [makeBallot(arithmetic, election, credentials[voter]!.credential, [[1, 0]], random)]];
};
/** The archive with the text of its records changed, lengths kept, and every record named by its hash again. */
const rewritten = (change: (text: string) => string): Uint8Array => {
  const bytes = Buffer.from(archiveOf(simple().board));
  const at = bytes.lastIndexOf('{"parent"');
  const event = bytes.subarray(at, bytes.indexOf(0, at)).toString();
  const text = change(event);
  if (text.length !== event.length) throw new Error('the length must stay');
  bytes.write(text, at);
  return renamed(bytes, event, text);
};

export const boards: Tampering[] = [
  {
    title: '16: a ballot after the close',
    code: 'events.ballot-after-close',
    archive: () => archiveOf(simple().board.toSpliced(4, 0, ballotOf(2))),
  },
  {
    title: '17: the vote is closed in the middle, so that earlier ballots are not counted',
    code: 'events.ballot-after-close',
    toolAccepts: true,
    archive: () => {
      const { made, board } = simple();
      const [setup, first, second] = board as [Step, Step, Step];
      const [, , ...counted] = countBoard(made, [setup, second]);
      return archiveOf([setup, first, ['EndBallots', []], second, ...counted]);
    },
  },
  {
    title: '26: a second setup in the middle',
    code: 'events.second-setup',
    archive: () => archiveOf(simple().board.toSpliced(2, 0, simple().board[0]!)),
  },
  {
    title: '30: two results',
    code: 'events.second-result',
    toolAccepts: true,
    archive: () => archiveOf([...simple().board, simple().board.at(-1)!]),
  },
  {
    title: '31: the close is missing',
    code: 'events.missing-endballots',
    toolAccepts: true,
    archive: () => without('EndBallots'),
  },
  {
    title: '32: the tally is missing',
    code: 'events.missing-tally',
    toolAccepts: true,
    archive: () => without('EncryptedTally'),
  },
  { title: 'the setup is missing', code: 'events.missing-setup', archive: () => without('Setup') },
  {
    title: 'the vote is closed twice',
    code: 'events.missing-tally',
    archive: () => archiveOf(simple().board.toSpliced(3, 0, ['EndBallots', []])),
  },
  {
    title: 'the tally is stated twice',
    code: 'events.order',
    archive: () => archiveOf(simple().board.toSpliced(4, 0, simple().board[4]!)),
  },
  {
    title: 'something follows the result',
    code: 'events.after-result',
    archive: () => archiveOf([...simple().board, ['EndBallots', []]]),
  },
  {
    title: 'a shuffle where nothing is ranked',
    code: 'shuffle.unexpected',
    archive: () =>
      archiveOf(simple().board.toSpliced(5, 0, ranked().board.find(([type]) => type === 'Shuffle')!)),
  },
  {
    title: '23: the end is cut off',
    code: 'archive.truncated',
    archive: () => archiveOf(simple().board).subarray(0, -512),
  },
  {
    title: '24: empty blocks follow, as an ordinary archive has them',
    code: 'archive.trailing-blocks',
    archive: () => Buffer.concat([archiveOf(simple().board), new Uint8Array(1024)]),
  },
  {
    title: '25: a message that nobody refers to',
    code: 'archive.unreferenced-data',
    archive: () => archiveOf(changed(simple().board, 'Ballot', ([ballot]) => ['{"stray":1}', ballot!])),
  },
  {
    title: 'a message stands twice',
    code: 'archive.duplicate-data',
    archive: () => archiveOf(changed(simple().board, 'Ballot', ([ballot]) => [ballot!, ballot!])),
  },
  {
    title: 'an event without its message',
    code: 'archive.missing-data',
    archive: () => archiveOf(changed(simple().board, 'EncryptedTally', (messages) => messages.slice(1))),
  },
  {
    title: 'an event that says that it has no message',
    code: 'events.payload',
    archive: () => archiveOf(changed(simple().board, 'Result', () => [])),
  },
  {
    title: 'an archive of another version',
    code: 'archive.version',
    archive: () => {
      const bytes = Buffer.from(archiveOf(simple().board));
      bytes.write('{"version":2', bytes.indexOf('{"version":1'));
      return bytes;
    },
  },
  {
    title: 'a record under the name of another',
    code: 'archive.name',
    archive: () => {
      const bytes = Buffer.from(archiveOf(simple().board));
      const at = bytes.indexOf('"choices"');
      bytes.write('"choicez"', at);
      return bytes;
    },
  },
  {
    title: 'a header that the writer of the format would not write',
    code: 'archive.header',
    archive: () => {
      const bytes = Buffer.from(archiveOf(simple().board));
      bytes.write('ustar', 257);
      return bytes;
    },
  },
  {
    title: 'the last event names another one before it',
    code: 'events.parent',
    archive: () =>
      rewritten((event) =>
        event.replace(/"parent":"./, (start) => `${start.slice(0, -1)}${start.endsWith('0') ? '1' : '0'}`),
      ),
  },
  {
    title: 'the last event is out of its place',
    code: 'events.height',
    archive: () => rewritten((event) => event.replace('"height":6', '"height":7')),
  },
  {
    title: 'an event of an unknown type',
    code: 'events.type',
    archive: () => rewritten((event) => event.replace('"Result"', '"Rezult"')),
  },
  {
    title: 'an event with its keys in another order',
    code: 'json.type',
    archive: () => rewritten((event) => `{${event.slice(1, -1).split(',').reverse().join(',')}}`),
  },
  {
    title: 'an event that is not written as the protocol says',
    code: 'json.not-canonical',
    archive: () => rewritten((event) => event.replace('"Result"', '"\\u0052"')),
  },
  {
    title: 'an event that is no JSON',
    code: 'json.malformed',
    archive: () => rewritten((event) => event.replace('{', '[')),
  },
];

function renamed(bytes: Buffer, before: string, after: string): Buffer {
  const name = `${sha256Hex(before)}.event.json`;
  const at = bytes.lastIndexOf(name);
  bytes.write(`${sha256Hex(after)}.event.json`, at);
  const header = bytes.subarray(at, at + 512);
  header.write('        ', 148);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return bytes;
}
