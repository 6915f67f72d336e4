import { createHash } from 'node:crypto';
import { ArchiveReader, Rejection, readEvent } from '@koinon/elections';
import { command } from '../framework/command.ts';
import { UsageError } from '../framework/error.ts';
import { EXIT } from '../framework/exit.ts';
import { boardArgument, findBoard, opener } from './board-file.ts';
import { verifyBoard } from './check-board.ts';
import { countingOptions, readCounting } from './counting.ts';
import { readLine } from './lines.ts';
import { shufflesOption, workersOption } from './options.ts';
import { whereItStands } from './phase.ts';
import { plain } from './plain.ts';
import { questionResults, resultLines } from './results.ts';

export const electionVerify = command({
  name: 'election verify',
  summary: 'Check an election: every ballot, every proof, the tally and the result',
  description: [
    'For everybody. Needs the board alone, asks nobody, and takes elections made by belenios-tool as well. A board that is still open is checked as far as it goes. With --ballot it also says whether a ballot of yours is on it and counts.',
    'One board by itself cannot show that everybody sees the same one, or that nothing was taken away since yesterday: compare with a copy of your own by "koinon election verify-diff".',
    'Exit code 0: everything holds. 1: refuted, with the code of what is wrong and the event where it is. 2: the command line or a file is wrong.',
  ],
  arguments: [boardArgument],
  options: {
    ballot: { type: 'string', value: 'FILE', describe: 'Look for this ballot, or for the tracker in it.' },
    ...countingOptions,
    ...shufflesOption,
    ...workersOption,
  },
  examples: ['koinon election verify board.bel', 'koinon election verify board.bel --ballot ballot.json'],
  judges: true,
  async run({ args: [argument = ''], options, io }) {
    const counting = readCounting(options);
    const wanted = options.ballot === undefined ? undefined : await ballotHash(options.ballot);
    const path = await findBoard(argument);
    try {
      const report = await verifyBoard(opener(path), options, io);
      const { election, phase, events, ballots, counted, totalWeight, result } = report;
      if (election === undefined) throw new UsageError('empty', `${path} holds no election.`);
      const questions = result === undefined ? undefined : questionResults(election, result, counting);
      const mine = wanted === undefined ? undefined : await findBallot(path, wanted);
      const { name, uuid, fingerprint } = election;
      const json = {
        verdict: mine?.counts === false ? 'refuted' : 'verified',
        ...{ name, uuid, fingerprint, phase, events, ballots, counted, totalWeight },
        ...(questions && { questions }),
        ...(mine && { ballot: mine }),
      };
      return io.answer(mine?.counts === false ? EXIT.failed : EXIT.ok, json, [
        `"${plain(name)}" (${uuid}) holds: the election ${whereItStands(phase)}.`,
        `Fingerprint of the election: ${fingerprint}`,
        `${ballots} ballots, of ${counted} voters${totalWeight === counted ? '' : ` with ${totalWeight} votes`}.`,
        ...(mine ? [ballotLine(mine)] : []),
        ...(questions ? resultLines(questions) : []),
      ]);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      const { code, event, sentence } = error;
      const at = event === undefined ? code : `${code}, event ${event}`;
      const json = { verdict: 'refuted', code, event: event ?? null, sentence };
      return io.answer(EXIT.failed, json, [`Refuted: ${sentence} (${at})`]);
    }
  },
});

/** Archives name messages by their SHA-256; a tracker is the same in another writing. */
async function ballotHash(path: string): Promise<string> {
  const line = await readLine(path, 'a ballot or a tracker');
  if (/^[A-Za-z0-9+/]{43}$/.test(line)) return Buffer.from(line, 'base64').toString('hex');
  if (!line.startsWith('{'))
    throw new UsageError('not-a-ballot', `${path} is neither a ballot nor a tracker.`);
  return createHash('sha256').update(line).digest('hex');
}

interface FoundBallot {
  /** Its event on the board; null where it is not there. */
  event: number | null;
  /** Whether it is the last of its voter: only that one is counted. */
  counts: boolean;
}

async function findBallot(path: string, hash: string): Promise<FoundBallot> {
  const reader = new ArchiveReader();
  let credential: string | undefined;
  let event: number | null = null;
  let counts = false;
  let message = { hash: '', text: '' };
  for await (const chunk of opener(path)()) {
    for (const record of reader.push(chunk)) {
      if (record.kind === 'data') message = record;
      if (record.kind !== 'event') continue;
      const { type, height } = readEvent(record.text);
      if (type !== 'Ballot') continue;
      const { credential: voter } = JSON.parse(message.text) as { credential: string };
      if (message.hash === hash) {
        credential = voter;
        event = height;
        counts = true;
      } else if (voter === credential) counts = false;
    }
  }
  return { event, counts };
}

function ballotLine({ event, counts }: FoundBallot): string {
  if (event === null) return 'Your ballot is NOT on this board.';
  return counts
    ? `Your ballot is on the board (event ${event}), and it is the one that counts for you.`
    : `Your ballot is on the board (event ${event}), but a later one with your credential counts instead of it.`;
}
