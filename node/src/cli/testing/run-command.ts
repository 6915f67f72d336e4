import { commands } from '../commands.ts';
import { run } from '../framework/run.ts';

export interface Answer {
  exit: number;
  out: string;
  err: string;
}

/** Runs a command line in this process, as `koinon` would. */
export async function runCommand(argv: readonly string[], env: Record<string, string> = {}): Promise<Answer> {
  const printed = { out: '', err: '' };
  const print = (where: 'out' | 'err') => (text: unknown) => {
    printed[where] += text;
    return true;
  };
  const exit = await run(
    {
      entries: commands,
      version: 'test',
      env,
      streams: {
        out: { write: print('out') },
        err: { write: print('err'), isTTY: false, columns: 80 },
        now: () => performance.now(),
      },
    },
    argv,
  );
  return { exit, ...printed };
}
