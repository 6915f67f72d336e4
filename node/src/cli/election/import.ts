import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Rejection, verifyDiff } from '@koinon/elections';
import { command } from '../framework/command.ts';
import { Failed } from '../framework/error.ts';
import { EXIT } from '../framework/exit.ts';
import { boardArgument, findBoard, refusing, whileLocked } from './board-file.ts';
import { verifyBoard } from './check-board.ts';
import { makeFiles } from './new-files.ts';
import { dirOption, shufflesOption, workersOption } from './options.ts';
import { whereItStands } from './phase.ts';
import { plain } from './plain.ts';
import { refusal } from './rejections.ts';

export const electionImport = command({
  name: 'election import',
  summary: 'Take over a board that somebody else published, after checking it',
  description: [
    'For trustees, observers and voters who keep a copy, and for organisers who take over a board that belenios-tool kept. Checks the board, every proof, and writes it as UUID.bel. Where an earlier copy lies there, it is replaced only if the new board goes on from it: a board from which anything was taken away is refused, and your copy stays as evidence.',
  ],
  arguments: [boardArgument],
  options: { ...dirOption, ...shufflesOption, ...workersOption },
  examples: ['koinon election import published.bel --dir my-copy'],
  async run({ args: [argument = ''], options, io }) {
    const source = await findBoard(argument);
    const archive = await readFile(source);
    const { election, phase, events } = await refusing(source, () =>
      verifyBoard(() => [archive], options, io),
    );
    if (election === undefined) throw new Failed('empty', `${source} holds no election.`);
    const { uuid, name, fingerprint } = election;
    const path = join(options.dir ?? '.', `${uuid}.bel`);
    const added = (await stat(path).catch(() => undefined))
      ? await whileLocked(path, () => replace(path, archive))
      : await makeFiles([{ path, text: archive }]).then(() => events);
    return io.answer(EXIT.ok, { board: path, uuid, fingerprint, phase, events, added }, [
      `"${plain(name)}" holds: the election ${whereItStands(phase)}.`,
      `Fingerprint of the election: ${fingerprint}`,
      added === 0 ? `${path} has all of it already.` : `Wrote ${path}: ${added} new events.`,
    ]);
  },
});

/** @returns how many events are new */
async function replace(path: string, archive: Uint8Array): Promise<number> {
  let added: number;
  try {
    added = verifyDiff(await readFile(path), archive).added;
  } catch (error) {
    throw error instanceof Rejection ? refusal(error, 'The new board') : error;
  }
  const partial = `${path}.${process.pid}.partial`;
  try {
    await writeFile(partial, archive, { flush: true });
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
  return added;
}
