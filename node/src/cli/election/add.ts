import { eventTypeOf, Rejection } from '@koinon/elections';
import { command } from '../framework/command.ts';
import { UsageError } from '../framework/error.ts';
import { EXIT } from '../framework/exit.ts';
import {
  appendToBoard,
  boardArgument,
  bytesOf,
  findBoard,
  opener,
  readBoard,
  whileLocked,
} from './board-file.ts';
import { verifyNew } from './check-board.ts';
import { readLines } from './lines.ts';
import { readAs, refusal } from './rejections.ts';

export const electionAdd = command({
  name: 'election add',
  summary: 'Put ballots, shuffles and decryptions on the board',
  description: [
    'For the organiser. Checks every message before it goes on the board, ballots with all their proofs; where one is refused, none of them is added. Ballots that stood on the board before were checked when they came, and by "election close" again.',
    'Messages may come from Koinon or from belenios-tool (what it pipes into "archive add-event").',
  ],
  arguments: [
    boardArgument,
    { name: 'message', describe: 'a ballot, a shuffle or a share of the decryption', multiple: true },
  ],
  options: {},
  examples: ['koinon election add office ballot-1.json ballot-2.json'],
  async run({ args: [argument = '', ...files], io }) {
    const path = await findBoard(argument);
    return await whileLocked(path, async () => {
      const state = await readBoard(path);
      const steps: Parameters<typeof bytesOf>[1][number][] = [];
      for (const file of files as string[]) steps.push(await readMessage(file));
      const bytes = bytesOf(state, steps);
      const known = state.last.height;
      const open = opener(path);
      async function* grown(): AsyncIterable<Uint8Array> {
        yield* open();
        yield bytes;
      }
      try {
        await verifyNew(grown, known, (event) =>
          io.progress(`Checking message ${event - known} of ${files.length} …`),
        );
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        const file = error.event === undefined ? undefined : files[error.event - known - 1];
        throw refusal(error, file ?? `The board ${path}`);
      }
      await appendToBoard(path, bytes);
      const added = steps.map(([type], i) => ({ file: files[i], type, event: known + 1 + i }));
      return io.answer(
        EXIT.ok,
        { board: path, added },
        added.map(({ file, type, event }) => `Added ${file} as event ${event} (${type}).`),
      );
    });
  },
});

const LINES = { Ballot: 1, Shuffle: 2, PartialDecryption: 2 } as const;

async function readMessage(path: string): Promise<Parameters<typeof bytesOf>[1][number]> {
  const what = 'a ballot, a shuffle or a share of the decryption';
  const lines = await readLines(path, what);
  const type = readAs(path, what, () => eventTypeOf(lines[0] ?? ''));
  if (type === undefined || lines.length !== LINES[type])
    throw new UsageError('not-a-message', `${path} is not ${what}.`);
  return [type, lines];
}
