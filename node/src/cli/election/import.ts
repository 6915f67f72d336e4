import { constants, copyFile, link, mkdir, open, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Rejection, verifyDiff } from '@koinon/elections';
import { command } from '../framework/command.ts';
import { Failed } from '../framework/error.ts';
import { EXIT } from '../framework/exit.ts';
import { boardArgument, findBoard, opener, refusing, whileLocked } from './board-file.ts';
import { verifyBoard } from './check-board.ts';
import { exists } from './new-files.ts';
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
    return await onCopy(source, options.dir ?? '.', async (copy) => {
      const { election, phase, events } = await refusing(source, () =>
        verifyBoard(opener(copy), options, io),
      );
      if (election === undefined) throw new Failed('empty', `${source} holds no election.`);
      const { uuid, name, fingerprint } = election;
      const path = join(options.dir ?? '.', `${uuid}.bel`);
      const added = (await stat(path).catch(() => undefined))
        ? await whileLocked(path, () => replace(path, copy))
        : await place(copy, path).then(() => events);
      return io.answer(EXIT.ok, { board: path, uuid, fingerprint, phase, events, added }, [
        `"${plain(name)}" holds: the election ${whereItStands(phase)}.`,
        `Fingerprint of the election: ${fingerprint}`,
        added === 0 ? `${path} has all of it already.` : `Wrote ${path}: ${added} new events.`,
      ]);
    });
  },
});

/** What is checked must be what is kept, even if somebody writes to the source meanwhile: so the copy comes first. */
async function onCopy<T>(source: string, dir: string, work: (copy: string) => Promise<T>): Promise<T> {
  const made = await mkdir(dir, { recursive: true });
  const copy = join(dir, `import.${process.pid}.partial`);
  let kept = false;
  try {
    await copyFile(source, copy, constants.COPYFILE_EXCL);
    const file = await open(copy, 'r+');
    await file.sync().finally(() => file.close());
    const outcome = await work(copy);
    kept = true;
    return outcome;
  } finally {
    await rm(copy, { force: true });
    if (!kept && made !== undefined) await removeEmpty(resolve(dir), resolve(made));
  }
}

/** Takes back the directories that were made for nothing. */
async function removeEmpty(from: string, to: string): Promise<void> {
  for (let dir = from; dir.startsWith(to); dir = dirname(dir)) await rmdir(dir).catch(() => {});
}

/** Unlike a rename, a link never replaces a file that somebody else made meanwhile. @throws Failed */
async function place(copy: string, path: string): Promise<void> {
  await link(copy, path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? exists(path) : error;
  });
}

/** @returns how many events are new */
async function replace(path: string, copy: string): Promise<number> {
  try {
    const { added } = await verifyDiff(opener(path), opener(copy));
    if (added > 0) await rename(copy, path);
    return added;
  } catch (error) {
    throw error instanceof Rejection ? refusal(error, 'The new board') : error;
  }
}
