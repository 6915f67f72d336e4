import { askOwnNode } from './ask-node.ts';
import { command } from './framework/command.ts';
import { EXIT } from './framework/exit.ts';
import { dataOption, nodeConfig } from './settings.ts';

export const keyRetire = command({
  name: 'key retire',
  summary: 'End a key that another has replaced',
  arguments: [{ name: 'id', describe: 'the id of a key, as "koinon key list" shows it' }],
  options: dataOption,
  async run({ args: [id = ''], options, io, env }) {
    const config = await nodeConfig(env, options.data);
    await askOwnNode(config, io, 'key.retire', { id });
    return io.answer(EXIT.ok, { id, retired: true }, [`Key ${id} signs no more.`]);
  },
});
