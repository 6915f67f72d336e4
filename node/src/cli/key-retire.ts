import { askOwnNode } from './ask-node.ts';
import { command } from './framework/command.ts';
import { EXIT } from './framework/exit.ts';
import { dataOption, nodeConfig } from './settings.ts';

export const keyRetire = command({
  name: 'key retire',
  summary: 'End a key that another has replaced',
  description: [
    'A log, witness, federation or provider key can end when its successor has been listed for a day: by then all partners know it. A key that was lost or stolen ends at once with --lost; partners that have not seen its successor take it from our log, a provider key from our entity configuration at the next login.',
  ],
  arguments: [{ name: 'id', describe: 'the id of a key, as "koinon key list" shows it' }],
  options: {
    lost: { type: 'boolean', describe: 'The key is lost or stolen: end it now.' },
    ...dataOption,
  },
  async run({ args: [id = ''], options, io, env }) {
    const config = await nodeConfig(env, options.data);
    await askOwnNode(config, io, 'key.retire', { id, lost: options.lost });
    return io.answer(EXIT.ok, { id, retired: true }, [`Key ${id} signs no more.`]);
  },
});
