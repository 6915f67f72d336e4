import { rankingPlaces, shuffleMessages } from '@koinon/elections';
import { command } from '../framework/command.ts';
import { Failed } from '../framework/error.ts';
import { EXIT } from '../framework/exit.ts';
import { arithmeticOf, random } from './arithmetic.ts';
import { boardArgument, findBoard, opener, readBoard, refusing } from './board-file.ts';
import { verifyBoard } from './check-board.ts';
import { makeFiles } from './new-files.ts';
import { workersOption } from './options.ts';
import { requirePhase } from './phase.ts';
import { readTrusteeSecret, secretOptions } from './trustee-secret.ts';

export const electionShuffle = command({
  name: 'election shuffle',
  summary: 'Mix the ranked ballots, so that nobody can link one to its voter',
  description: [
    'For a trustee. Checks the whole board, then encrypts the ranked ballots anew, changes their order, and proves that nothing else was done. Writes shuffle-N.jsons (N is the trustee’s number), which goes to the organiser. The mixing protects a voter as long as one of the trustees who mixed keeps the order secret: Koinon forgets it.',
  ],
  arguments: [boardArgument],
  options: {
    ...secretOptions,
    ...workersOption,
    out: { type: 'string', value: 'FILE', describe: 'The shuffle (shuffle-N.jsons).' },
  },
  examples: ['koinon election shuffle board.bel --key ID.key'],
  async run({ args: [argument = ''], options, io }) {
    const path = await findBoard(argument);
    const state = await readBoard(path);
    const { election, trustees, shufflers } = state;
    const arithmetic = arithmeticOf(election.group);
    if (rankingPlaces(election).length === 0)
      throw new Failed(
        'shuffle.unexpected',
        'The election has no ranking question: there is nothing to mix.',
      );
    requirePhase(state, ['tallied', 'shuffling'], 'mix the ballots');
    const { owner } = await readTrusteeSecret(options, trustees, arithmetic);
    if (shufflers.includes(owner))
      throw new Failed('shuffle.owner', `Trustee ${owner} has mixed the ballots already.`);
    await refusing(path, () => verifyBoard(opener(path), options, io));
    io.progress('Mixing …');
    const messages = shuffleMessages(arithmetic, state, owner, random);
    const out = options.out ?? `shuffle-${owner}.jsons`;
    await makeFiles([{ path: out, text: messages.map((line) => `${line}\n`).join('') }]);
    return io.answer(EXIT.ok, { trustee: owner, written: [out] }, [
      `Wrote ${out}: the shuffle of trustee ${owner}. Send it to the organiser.`,
    ]);
  },
});
