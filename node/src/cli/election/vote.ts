import {
  type Election,
  isCredential,
  makeBallot,
  publicCredential,
  readBallot,
  readPublicCredentials,
} from '@koinon/elections';
import { readText } from '../files.ts';
import { command } from '../framework/command.ts';
import { Failed, UsageError } from '../framework/error.ts';
import { EXIT } from '../framework/exit.ts';
import { arithmeticOf, random } from './arithmetic.ts';
import { boardArgument, findBoard, readBoard } from './board-file.ts';
import { checkSetup } from './check-board.ts';
import { readLine } from './lines.ts';
import { makeFiles } from './new-files.ts';
import { paper } from './paper.ts';
import { readAs } from './rejections.ts';
import { parseVote } from './vote-file.ts';

export const electionVote = command({
  name: 'election vote',
  summary: 'Make an encrypted ballot, or show the questions',
  description: [
    'For a voter, on the voter’s own machine. Encrypts the vote, proves that it is one that the questions allow, and signs it with the voter’s credential. Writes the ballot, which goes to the organiser, and shows its tracker: look for it on the board with "koinon election verify --ballot". Of several ballots of one voter the last one on the board counts.',
    'Without --vote it shows the questions in the form of a file to fill in. The vote is read from a file or from standard input, never from the command line, where others on the machine could read it.',
  ],
  arguments: [boardArgument],
  options: {
    vote: {
      type: 'string',
      value: 'FILE',
      describe: 'The vote: a line for each question, or the JSON of belenios-tool; - for standard input.',
    },
    credential: {
      type: 'string',
      value: 'FILE',
      describe: 'File with your secret credential, XXX-XXX-XXX-XXX-XXX.',
    },
    out: { type: 'string', value: 'FILE', describe: 'The ballot (ballot.json).' },
  },
  examples: [
    'koinon election vote board.bel > vote.txt',
    'koinon election vote board.bel --credential credential.txt --vote vote.txt',
  ],
  async run({ args: [argument = ''], options, io }) {
    const path = await findBoard(argument);
    const state = await readBoard(path);
    const { election } = state;
    if (options.vote === undefined) {
      return io.answer(
        EXIT.ok,
        { uuid: election.uuid, questions: election.questions },
        paper(election.questions),
      );
    }
    if (state.phase !== 'open')
      throw new Failed('closed', 'The vote is closed: a ballot would not be taken any more.');
    const credential = await readCredential(options.credential);
    const vote = parseVote(await readText(options.vote, 'a vote'), election.questions);
    await checkSetup(path, state);
    requireListed(credential, election, state.setup[2] ?? '');
    const text = readAs(options.vote, 'a vote', () =>
      makeBallot(arithmeticOf(election.group), election, credential, vote, random),
    );
    const { tracker } = readBallot(text, election);
    const out = options.out ?? 'ballot.json';
    await makeFiles([{ path: out, text: `${text}\n` }]);
    return io.answer(EXIT.ok, { tracker, fingerprint: election.fingerprint, written: [out] }, [
      `Wrote ${out}: your encrypted ballot. Send it to the organiser.`,
      `Its tracker, by which you find it on the board: ${tracker}`,
      `Fingerprint of the election: ${election.fingerprint}`,
    ]);
  },
});

/** @throws UsageError */
async function readCredential(path: string | undefined): Promise<string> {
  if (path === undefined) throw new UsageError('missing-option', 'Give your credential: --credential FILE.');
  const credential = (await readLine(path, 'a credential')).trim();
  if (!isCredential(credential)) {
    throw new UsageError(
      'not-a-credential',
      `${path} does not hold a credential, XXX-XXX-XXX-XXX-XXX, or one of its letters is wrong.`,
    );
  }
  return credential;
}

function requireListed(credential: string, election: Election, list: string): void {
  const key = publicCredential(credential, election.uuid, arithmeticOf(election.group));
  if (!readPublicCredentials(list).has(key)) {
    throw new Failed(
      'ballot.credential-unknown',
      'Your credential is not on the list of voters of this election: a ballot would not be taken.',
    );
  }
}
