import { askOwnNode } from './ask-node.ts';
import { command } from './framework/command.ts';
import { EXIT } from './framework/exit.ts';
import { dataOption, nodeConfig } from './settings.ts';
import { requireVerifierKey } from './witness-add.ts';

export const witnessRemove = command({
  name: 'witness remove',
  summary: 'Stop cosigning a log',
  arguments: [{ name: 'vkey', describe: 'the verifier key that was given to "koinon witness add"' }],
  options: dataOption,
  async run({ args: [vkey = ''], options, io, env }) {
    requireVerifierKey(vkey);
    const config = await nodeConfig(env, options.data);
    const { origin } = await askOwnNode<{ origin: string }>(config, io, 'witness.remove', { vkey });
    return io.answer(EXIT.ok, { origin, vkey }, [`We cosign ${origin} no more.`]);
  },
});
