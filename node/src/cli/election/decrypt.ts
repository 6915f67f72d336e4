import { decryptionMessages, rankingPlaces } from '@koinon/elections';
import { command } from '../framework/command.ts';
import { Failed } from '../framework/error.ts';
import { EXIT } from '../framework/exit.ts';
import { arithmeticOf, random } from './arithmetic.ts';
import { boardArgument, findBoard, opener, readBoard, refusing } from './board-file.ts';
import { verifyBoard } from './check-board.ts';
import { makeFiles } from './new-files.ts';
import { shufflesOption, workersOption } from './options.ts';
import { requirePhase } from './phase.ts';
import { readTrusteeSecret, secretOptions } from './trustee-secret.ts';

export const electionDecrypt = command({
  name: 'election decrypt',
  summary: 'Make a trustee’s share of the decryption of the tally',
  description: [
    'For a trustee, on the machine that holds the secret. Checks the whole board first, so that nothing is decrypted but the sum of the ballots, or the mixed ones. Writes decryption-N.jsons (N is the trustee’s number), which goes to the organiser and tells nothing about the secret.',
  ],
  arguments: [boardArgument],
  options: {
    ...secretOptions,
    ...shufflesOption,
    ...workersOption,
    out: { type: 'string', value: 'FILE', describe: 'The share (decryption-N.jsons).' },
  },
  examples: ['koinon election decrypt board.bel --key ID.key'],
  async run({ args: [argument = ''], options, io }) {
    const path = await findBoard(argument);
    const state = await readBoard(path);
    const { election, trustees, shares } = state;
    const ranking = rankingPlaces(election).length > 0;
    requirePhase(state, ranking ? ['shuffled', 'decrypting'] : ['tallied', 'decrypting'], 'decrypt');
    const arithmetic = arithmeticOf(election.group);
    const { owner, secret } = await readTrusteeSecret(options, trustees, arithmetic);
    if (shares.has(owner))
      throw new Failed(
        'decryption.duplicate-owner',
        `Trustee ${owner} has taken part in the decryption already.`,
      );
    await refusing(path, () => verifyBoard(opener(path), options, io));
    const messages = decryptionMessages(arithmetic, state, owner, secret, random);
    const out = options.out ?? `decryption-${owner}.jsons`;
    await makeFiles([{ path: out, text: messages.map((line) => `${line}\n`).join('') }]);
    return io.answer(EXIT.ok, { trustee: owner, written: [out] }, [
      `Wrote ${out}: the share of trustee ${owner}. Send it to the organiser.`,
    ]);
  },
});
