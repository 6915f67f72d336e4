import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { arithmeticOf } from './arithmetic.ts';
import { boardArgument, findBoard, readBoard } from './board-file.ts';
import { checkSetup } from './check-board.ts';
import { paper } from './paper.ts';
import { plain } from './plain.ts';
import { readTrusteeSecret, secretOptions } from './trustee-secret.ts';

export const trusteeCheck = command({
  name: 'election trustee check',
  summary: 'See that the election was opened with your key, before anybody votes',
  description: [
    'For a trustee, once the board is published. Checks the keys of all trustees, that the key of the election is made of them and of nothing else, and that yours is among them. Shows the questions, so that you can see that they are the ones agreed on.',
  ],
  arguments: [boardArgument],
  options: secretOptions,
  examples: ['koinon election trustee check office --key ID.key'],
  judges: true,
  async run({ args: [argument = ''], options, io }) {
    const path = await findBoard(argument);
    const state = await readBoard(path);
    const { election, trustees } = state;
    await checkSetup(path, state);
    const { owner } = await readTrusteeSecret(options, trustees, arithmeticOf(election.group));
    const json = { trustee: owner, uuid: election.uuid, fingerprint: election.fingerprint };
    return io.answer(EXIT.ok, json, [
      `You are trustee ${owner} of "${plain(election.name)}", and the key of the election is made of the trustees' keys.`,
      `Fingerprint of the election: ${election.fingerprint}`,
      '',
      ...paper(election.questions),
    ]);
  },
});
