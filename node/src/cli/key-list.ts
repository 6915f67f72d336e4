import { askOwnNode } from './ask-node.ts';
import { command } from './framework/command.ts';
import { EXIT } from './framework/exit.ts';
import { dataOption, nodeConfig } from './settings.ts';
import { moment, table } from './table.ts';

interface Key {
  id: string;
  purpose: string;
  algorithm: string;
  state: string;
  created_at: string;
}

export const keyList = command({
  name: 'key list',
  summary: 'List the keys of the node (never their secrets)',
  options: dataOption,
  async run({ options, io, env }) {
    const config = await nodeConfig(env, options.data);
    const keys = await askOwnNode<Key[]>(config, io, 'key.list');
    const rows = keys.map((key) => [key.purpose, key.algorithm, key.state, moment(key.created_at), key.id]);
    return io.answer(EXIT.ok, { keys }, table(['purpose', 'algorithm', 'state', 'made (UTC)', 'id'], rows));
  },
});
