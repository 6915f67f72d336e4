import { join } from 'node:path';
import {
  ArchiveReader,
  type EventType,
  readElection,
  readEvent,
  readTrustees,
  writeBallotSummary,
  writeChecksums,
} from '@koinon/elections';
import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { boardArgument, findBoard, opener, refusing } from './board-file.ts';
import { verifyBoard } from './check-board.ts';
import { makeFiles, type NewFile } from './new-files.ts';
import { shufflesOption, workersOption } from './options.ts';

export const electionExport = command({
  name: 'election export',
  summary: 'Write every message of a board into a file of its own',
  description: [
    'For whoever wants to look inside, or to use other software. Checks the board first. Writes election.json, trustees.json, public_creds.json, ballots.jsons (one ballot a line), encrypted_tally.jsons, shuffle-N.jsons, decryption-N.jsons and result.json, as far as the election has come: the messages as they are, byte for byte; and checksums.json and ballot_summary.json, the checksums that people compare, as belenios-tool computes them. The board itself is an archive that belenios-tool reads as it is.',
  ],
  arguments: [boardArgument, { name: 'dir', describe: 'the directory to write to' }],
  options: { ...shufflesOption, ...workersOption },
  examples: ['koinon election export board.bel messages'],
  async run({ args: [argument = '', dir = ''], options, io }) {
    const path = await findBoard(argument);
    await refusing(path, () => verifyBoard(opener(path), options, io));
    const files = await messageFiles(path);
    const made: NewFile[] = [...files].map(([name, lines]) => ({
      path: join(dir, name),
      text: lines.map((line) => `${line}\n`).join(''),
    }));
    await makeFiles(made);
    return io.answer(
      EXIT.ok,
      { written: made.map((file) => file.path) },
      made.map((file) => `Wrote ${file.path}.`),
    );
  },
});

/** Lines of each file, from a board that was verified. */
async function messageFiles(path: string): Promise<Map<string, readonly string[]>> {
  const files = new Map<string, readonly string[]>();
  const shuffles: string[] = [];
  const reader = new ArchiveReader();
  let messages: string[] = [];
  const ballots: string[] = [];
  for await (const chunk of opener(path)()) {
    for (const record of reader.push(chunk)) {
      if (record.kind === 'data') messages.push(record.text);
      if (record.kind !== 'event') continue;
      const { type } = readEvent(record.text);
      if (type === 'Ballot') ballots.push(...messages);
      else for (const [name, lines] of filesOf(type, messages)) files.set(name, lines);
      if (type === 'Shuffle') shuffles.push(...messages.slice(0, 1));
      messages = [];
    }
  }
  if (ballots.length > 0) files.set('ballots.jsons', ballots);
  const text = (name: string): string => files.get(name)?.[0] ?? '';
  const election = text('election.json');
  const credentials = text('public_creds.json');
  const trustees = readTrustees(text('trustees.json'), readElection(election).group);
  const tally = files.get('encrypted_tally.jsons')?.[0];
  files.set('checksums.json', [writeChecksums({ election, trustees, credentials, tally, shuffles })]);
  files.set('ballot_summary.json', [writeBallotSummary(ballots, credentials)]);
  return files;
}

function filesOf(type: EventType, messages: readonly string[]): [string, readonly string[]][] {
  const owner = (): number => (JSON.parse(messages.at(-1) ?? '{}') as { owner: number }).owner;
  switch (type) {
    case 'Setup':
      return ['election.json', 'trustees.json', 'public_creds.json'].map((name, i) => [
        name,
        messages.slice(i, i + 1),
      ]);
    case 'EncryptedTally':
      return [['encrypted_tally.jsons', messages]];
    case 'Shuffle':
      return [[`shuffle-${owner()}.jsons`, messages]];
    case 'PartialDecryption':
      return [[`decryption-${owner()}.jsons`, messages]];
    case 'Result':
      return [['result.json', messages]];
    default:
      return [];
  }
}
