import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { command } from './framework/command.ts';
import { Failed, UsageError } from './framework/error.ts';
import { EXIT, type ExitCode } from './framework/exit.ts';
import type { Env } from './settings.ts';
import { table } from './table.ts';

const FIRST_PORT = 4101;
/** Ctrl-C in a terminal reaches a program more than once: by the terminal, by npm, by our launcher. */
const SAME_MOMENT_MS = 1000;

export const demo = command({
  name: 'demo',
  summary: 'Run the demo alliance: three countries on this machine',
  description: [
    'Kaldavere, Montaluz and Haesol are made up. Each is a real node, a process of its own with its own keys, log and database, and they follow and cosign each other. Ctrl-C stops them; the next start goes on where this one ended.',
    'KOINON_DEMO_PORT sets the first of three ports (4101); another port is another demo. With DATABASE_URL the three share that PostgreSQL, in a schema each. State lies in .koinon/demo/, addresses and accounts in .koinon/demo/access.json.',
  ],
  options: {
    fresh: { type: 'boolean', describe: 'Forget what an earlier run left, and begin anew.' },
  },
  examples: ['npm start', 'npm start -- --fresh', 'KOINON_DEMO_PORT=5101 npm start'],
  async run({ options, io, env }) {
    const started = performance.now();
    const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
    const firstPort = portOf(env);
    io.say(`Starting the demo alliance on ports ${firstPort} to ${firstPort + 2}. Ctrl-C stops it.`);
    const { PortBusy, NodeFailed, startDemo } = await import('../../../demo/src/index.ts');
    const stopper = untilAsked();
    try {
      const running = await startDemo(
        {
          folder: join(process.cwd(), '.koinon'),
          firstPort,
          fresh: options.fresh,
          databaseUrl: env.DATABASE_URL || undefined,
          report: (line) => io.say(`${seconds().padStart(6)} s  ${line}`),
        },
        stopper.signal,
      );
      running.onEnd((name, logFile) => {
        if (!stopper.signal.aborted) io.say(`${name} ended by itself; the others go on. Its log: ${logFile}`);
      });
      const rows = running.nodes.flatMap(({ name, url, accounts }) =>
        accounts.map((account, i) => [i === 0 ? name : '', i === 0 ? url : '', account.name, account.login]),
      );
      io.say(`${seconds().padStart(6)} s  Ready.\n`);
      io.answer(EXIT.ok, { nodes: running.nodes }, [
        ...table(['node', 'address', 'account', 'open this to log in as it'], rows),
        '',
      ]);
      await stopper.asked;
      io.say('Stopping …');
      await running.stop();
      io.say('Stopped. "npm start" goes on from here.');
      return EXIT.ok;
    } catch (error) {
      if (stopper.signal.aborted)
        return io.answer(EXIT.ok, { stopped: true }, [
          'Stopped before it was ready. "npm start" goes on from here.',
        ]);
      if (error instanceof PortBusy) throw new Failed('port-in-use', error.message);
      if (error instanceof NodeFailed) throw new Failed('node-failed', error.message);
      throw error;
    }
  },
});

function portOf(env: Env): number {
  const text = env.KOINON_DEMO_PORT;
  if (!text) return FIRST_PORT;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_533) {
    throw new UsageError(
      'bad-port',
      `KOINON_DEMO_PORT should be a port number from 1 to 65533, not "${text}".`,
    );
  }
  return port;
}

/** The wish to stop: a signal, or the end of whoever started us over IPC. A second one, a moment later, ends at once. */
function untilAsked(): { asked: Promise<void>; signal: AbortSignal } {
  const controller = new AbortController();
  const asked = new Promise<void>((resolve) => controller.signal.addEventListener('abort', () => resolve()));
  let first = 0;
  const ask = () => {
    if (!controller.signal.aborted) {
      first = performance.now();
      controller.abort();
    } else if (performance.now() - first > SAME_MOMENT_MS) process.exit(EXIT.failed satisfies ExitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
  if (process.connected) process.once('disconnect', ask);
  return { asked, signal: controller.signal };
}
