import { resultMessages } from '@koinon/elections';
import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { arithmeticOf } from './arithmetic.ts';
import {
  appendToBoard,
  boardArgument,
  bytesOf,
  findBoard,
  opener,
  readBoard,
  refusing,
  whileLocked,
} from './board-file.ts';
import { verifyBoard } from './check-board.ts';
import { countingOptions, readCounting } from './counting.ts';
import { shufflesOption, workersOption } from './options.ts';
import { requirePhase } from './phase.ts';
import { plain } from './plain.ts';
import { questionResults, resultLines } from './results.ts';

export const electionTally = command({
  name: 'election tally',
  summary: 'Put the shares of the trustees together, and state the result on the board',
  description: [
    'For the organiser, once enough trustees have decrypted. Checks the whole board with the result before it is written. Everybody can check the same with "koinon election verify". A result that is on the board already is only shown, ranked ballots counted as --method says.',
  ],
  arguments: [boardArgument],
  options: { ...countingOptions, ...shufflesOption, ...workersOption },
  examples: ['koinon election tally office', 'koinon election tally office --method stv --seats 3'],
  async run({ args: [argument = ''], options, io }) {
    const counting = readCounting(options);
    const path = await findBoard(argument);
    return await whileLocked(path, async () => {
      const state = await readBoard(path);
      requirePhase(state, ['decrypting', 'done'], 'count');
      const { election } = state;
      const bytes =
        state.phase === 'done'
          ? new Uint8Array()
          : await refusing(path, async () =>
              bytesOf(state, [['Result', resultMessages(arithmeticOf(election.group), state)]]),
            );
      async function* grown(): AsyncIterable<Uint8Array> {
        yield* opener(path)();
        yield bytes;
      }
      const report = await refusing(path, () => verifyBoard(grown, options, io));
      const questions = questionResults(election, report.result ?? [], counting);
      if (bytes.length > 0) await appendToBoard(path, bytes);
      const { counted, totalWeight } = report;
      return io.answer(EXIT.ok, { board: path, counted, totalWeight, questions }, [
        `"${plain(election.name)}": ${counted} ballots counted.`,
        ...resultLines(questions),
        ...(bytes.length > 0 ? [`Wrote ${path}: publish it.`] : []),
      ]);
    });
  },
});
