import { tallyMessages } from '@koinon/elections';
import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { arithmeticOf } from './arithmetic.ts';
import {
  appendToBoard,
  boardArgument,
  bytesOf,
  type EventSteps,
  findBoard,
  opener,
  readBoard,
  refusing,
  whileLocked,
} from './board-file.ts';
import { verifyBoard } from './check-board.ts';
import { shufflesOption, workersOption } from './options.ts';
import { requirePhase } from './phase.ts';

export const electionClose = command({
  name: 'election close',
  summary: 'Close the vote and add up the ballots under encryption, or close the mixing',
  description: [
    'For the organiser. Checks the whole board first, every proof of every ballot. Nothing is decrypted: that takes the trustees. Publish the board again afterwards.',
    'Where the election has ranking questions, trustees mix the ballots next ("election shuffle"), and --shuffles closes the mixing.',
  ],
  arguments: [boardArgument],
  options: {
    shuffles: { type: 'boolean', describe: 'Close the mixing of ranked ballots.' },
    ...shufflesOption,
    ...workersOption,
  },
  examples: ['koinon election close office', 'koinon election close office --shuffles --min-shuffles 2'],
  async run({ args: [argument = ''], options, io }) {
    const path = await findBoard(argument);
    return await whileLocked(path, async () => {
      const state = await readBoard(path);
      let steps: EventSteps;
      if (options.shuffles) {
        requirePhase(state, ['shuffling'], 'close the mixing');
        steps = [['EndShuffles', []]];
      } else {
        requirePhase(state, ['open'], 'close the vote');
        const tally = await refusing(path, () => tallyMessages(opener(path), arithmeticOf));
        steps = [
          ['EndBallots', []],
          ['EncryptedTally', tally],
        ];
      }
      const bytes = bytesOf(state, steps);
      async function* grown(): AsyncIterable<Uint8Array> {
        yield* opener(path)();
        yield bytes;
      }
      const { ballots, counted, totalWeight } = await refusing(path, () => verifyBoard(grown, options, io));
      await appendToBoard(path, bytes);
      const json = { board: path, ballots, counted, totalWeight, events: steps.map(([type]) => type) };
      return io.answer(EXIT.ok, json, [
        options.shuffles
          ? 'The mixing is closed: the trustees can decrypt.'
          : `The vote is closed: ${ballots} ballots, of ${counted} voters.`,
        `Wrote ${path}: publish it.`,
      ]);
    });
  },
});
