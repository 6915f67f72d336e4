import { type Policy, parsePolicy } from '@koinon/transparency-log';
import { call } from '../kernel/control/client.ts';
import { NoRunningNode } from '../kernel/control/error.ts';
import { askOwnNode } from './ask-node.ts';
import { type Check, checkLines } from './doctor/check.ts';
import { checkMachine } from './doctor/machine.ts';
import { checkOrigin, checkOwnNode, type Status } from './doctor/own-node.ts';
import { checkPartners, checkWitnesses } from './doctor/partners.ts';
import { command } from './framework/command.ts';
import { EXIT } from './framework/exit.ts';
import type { PartnerFacts } from './partner-list.ts';
import { dataOption, nodeConfig } from './settings.ts';
import { openWeb } from './sources/http.ts';

export const doctor = command({
  name: 'doctor',
  summary: 'Find out what is wrong with a node, and what to do',
  description: [
    'Looks at the machine, the database, the log, the jobs, the address of the node, its witnesses and every partner, and says for each what is wrong and what to do. Changes nothing. Exit code 1 where something does not work.',
  ],
  options: dataOption,
  examples: ['koinon doctor --data /var/lib/koinon'],
  async run({ options, io, env }) {
    const config = await nodeConfig(env, options.data);
    const checks: Check[] = await checkMachine(config);
    const running = await isRunning(config.dataDir);
    const status = await askOwnNode<Status>(config, io, 'status');
    const partners = await askOwnNode<PartnerFacts[]>(config, io, 'partner.list');
    const trust = await askOwnNode<{ policy: string }>(config, io, 'partner.export');
    const policy: Policy = parsePolicy(trust.policy);
    const vkeys = policy.logs.map(({ vkey }) => vkey);
    checks.push(...checkOwnNode(status, running, config));
    io.progress(`Asking ${config.origin} from outside …`);
    checks.push(...(await checkOrigin(config, vkeys, openWeb(), running)));
    io.progress('Asking witnesses and partners …');
    checks.push(...(await checkWitnesses(policy, config.host)));
    checks.push(...(await checkPartners(partners, policy)));
    const healthy = checks.every(({ state }) => state !== 'bad');
    return io.answer(healthy ? EXIT.ok : EXIT.failed, { healthy, checks }, checks.flatMap(checkLines));
  },
});

async function isRunning(dataDir: string): Promise<boolean> {
  try {
    await call(dataDir, 'status');
    return true;
  } catch (error) {
    if (error instanceof NoRunningNode) return false;
    throw error;
  }
}
