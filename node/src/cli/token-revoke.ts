import { askOwnNode } from './ask-node.ts';
import { command } from './framework/command.ts';
import { UsageError } from './framework/error.ts';
import { EXIT } from './framework/exit.ts';
import { dataOption, nodeConfig } from './settings.ts';

export const tokenRevoke = command({
  name: 'token revoke',
  summary: 'Make a staff token worthless',
  description: ['Ends the sessions that were opened with it as well.'],
  arguments: [{ name: 'id', describe: 'the id of a token, as "koinon token list" shows it' }],
  options: dataOption,
  async run({ args: [id = ''], options, io, env }) {
    const config = await nodeConfig(env, options.data);
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
      throw new UsageError('bad-id', `"${id}" is not the id of a token: "koinon token list" shows them.`);
    }
    await askOwnNode(config, io, 'token.revoke', { id });
    return io.answer(EXIT.ok, { id, revoked: true }, [`Token ${id} is worthless from now on.`]);
  },
});
