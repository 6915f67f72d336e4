import { type Policy, parsePolicy, parseVerifierKey } from '@koinon/transparency-log';
import type { AllianceFacts } from '../kernel/alliances/index.ts';
import type { Config } from '../kernel/config/config.ts';
import { BadConfiguration } from '../kernel/config/error.ts';
import { call } from '../kernel/control/client.ts';
import { NoRunningNode } from '../kernel/control/error.ts';
import { KoinonError } from '../kernel/error.ts';
import { withStoppedNode } from './ask-node.ts';
import { checkAlliances } from './doctor/alliances.ts';
import { type Check, checkLines } from './doctor/check.ts';
import { checkLogin } from './doctor/login.ts';
import { checkMachine, checkPort } from './doctor/machine.ts';
import { checkOrigin, checkOwnNode, type Status } from './doctor/own-node.ts';
import { checkPartners, checkWitnesses } from './doctor/partners.ts';
import { command } from './framework/command.ts';
import { EXIT } from './framework/exit.ts';
import { explain } from './framework/explain.ts';
import type { Io } from './framework/io.ts';
import type { PartnerFacts } from './partner-list.ts';
import { dataOption, type Env, nodeConfig, requireNode } from './settings.ts';
import { openWeb } from './sources/http.ts';

export const doctor = command({
  name: 'doctor',
  summary: 'Find out what is wrong with a node, and what to do',
  description: [
    'Looks at settings, data directory, master key, disk, database, keys, the own log, the address as others see it, the clock, mail and other ways to log in, every partner, witness and alliance, and says for each what to do. Changes nothing.',
    'Exit code 0: nothing is broken (warnings may remain). 1: something is. 3: nothing is known to be broken, but something could not be found out.',
  ],
  options: dataOption,
  examples: ['koinon doctor --data /var/lib/koinon'],
  judges: true,
  async run({ options, io, env }) {
    const checks = await examine(env, options.data, io);
    const broken = checks.some(({ state }) => state === 'bad');
    const unknown = checks.some(({ state }) => state === 'unknown');
    const exit = broken ? EXIT.failed : unknown ? EXIT.cannotTell : EXIT.ok;
    return io.answer(exit, { broken, checks }, [...checks.flatMap(checkLines), '', verdict(checks)]);
  },
});

function verdict(checks: readonly Check[]): string {
  const count = (state: Check['state']) => checks.filter((check) => check.state === state).length;
  if (count('bad') > 0) return 'Something is broken: see NO above.';
  if (count('unknown') > 0) {
    return 'Nothing is known to be broken, but not everything could be looked at: see ?? above.';
  }
  const warnings = count('warn');
  if (warnings === 0) return 'Nothing is broken.';
  return `Nothing is broken; ${warnings} ${warnings === 1 ? 'thing is' : 'things are'} worth a look: see !! above.`;
}

async function examine(env: Env, data: string | undefined, io: Io): Promise<Check[]> {
  let config: Config;
  try {
    config = await nodeConfig(env, data);
  } catch (error) {
    if (!(error instanceof BadConfiguration)) throw error;
    return error.problems.map((found) => ({ about: 'settings', state: 'bad', found }));
  }
  const checks: Check[] = [
    { about: 'settings', state: 'ok', found: 'can be read' },
    ...(await checkMachine(config)),
    ...(await checkLogin(config)),
  ];
  if (checks.some(({ about, state }) => about === 'data directory' && state === 'bad')) return checks;
  io.progress('Asking the node …');
  try {
    const { facts, running } = await ask(config);
    checks.push(...checkOwnNode(facts.status, running, config));
    if (!running) checks.push(await checkPort(config));
    io.progress('Asking partners and witnesses …');
    checks.push(...(await checkOthers(config, facts, parsePolicy(facts.policy), running)));
  } catch (error) {
    const { sentence } = await explain(error, undefined);
    const { about, advice } = (error instanceof KoinonError && CAUSES[error.code]) || { about: 'node' };
    checks.push({ about, state: 'bad', found: sentence, ...(advice === undefined ? {} : { advice }) });
  }
  return checks;
}

/** A silent node is told from one that is busy for a moment. */
const PATIENCE_MS = 15_000;

/** Where a cause that kept the node from being looked at belongs, and what its own sentence does not say. */
const CAUSES: Readonly<Record<string, { about: string; advice?: string }>> = {
  'unusable-database': { about: 'database' },
  'database-away': { about: 'database' },
  'old-postgres': { about: 'database' },
  'newer-schema': { about: 'database' },
  'directory-in-use': { about: 'process' },
  'silent-node': {
    about: 'process',
    advice:
      'It may be busy with fsck or a backup on PGlite: wait. If it stays silent, end it with SIGTERM and start it again; nothing that it acknowledged is lost.',
  },
  'missing-master-key': { about: 'keys' },
  'wrong-master-key': { about: 'keys' },
  'bad-master-key-file': { about: 'keys', advice: 'Put back the copy that was made after "koinon init".' },
};

interface Facts {
  status: Status;
  partners: PartnerFacts[];
  policy: string;
  alliances: AllianceFacts[];
}

async function ask(config: Config): Promise<{ facts: Facts; running: boolean }> {
  const collect = async (one: (method: string) => Promise<unknown>): Promise<Facts> => ({
    status: (await one('status')) as Status,
    partners: (await one('partner.list')) as PartnerFacts[],
    policy: ((await one('partner.export')) as { policy: string }).policy,
    alliances: (await one('alliance.list')) as AllianceFacts[],
  });
  try {
    return { facts: await collect((method) => call(config.dataDir, method, {}, PATIENCE_MS)), running: true };
  } catch (error) {
    if (!(error instanceof NoRunningNode)) throw error;
  }
  requireNode(config);
  const facts = await withStoppedNode(config, ({ control }) =>
    collect(async (method) => JSON.parse(JSON.stringify(await control.call(method, {})))),
  );
  return { facts, running: false };
}

async function checkOthers(
  config: Config,
  { partners, alliances }: Facts,
  policy: Policy,
  running: boolean,
): Promise<Check[]> {
  const logOrigin = `${config.host}/log`;
  const ownKeys = policy.logs
    .map(({ vkey }) => vkey)
    .filter((vkey) => parseVerifierKey(vkey).name === logOrigin);
  const [address, ofPartners, ofWitnesses, ofAlliances] = await Promise.all([
    checkOrigin(config, ownKeys, await openWeb(config.origin), running),
    checkPartners(partners, policy),
    checkWitnesses(policy, logOrigin, `${config.host}/witness`),
    running ? checkAlliances(alliances) : [],
  ]);
  return [...address, ...ofPartners, ...ofWitnesses, ...ofAlliances];
}
