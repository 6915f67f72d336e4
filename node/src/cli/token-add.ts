import { askOwnNode } from './ask-node.ts';
import { command } from './framework/command.ts';
import { UsageError } from './framework/error.ts';
import { EXIT } from './framework/exit.ts';
import { dataOption, nodeConfig } from './settings.ts';

export const tokenAdd = command({
  name: 'token add',
  summary: 'Make a staff token',
  description: [
    'The token is shown once; only its hash is kept. It works in "Authorization: Bearer" and on the page /sign-in.',
  ],
  arguments: [{ name: 'name', describe: 'a name for whom or what it is' }],
  options: {
    permission: {
      type: 'string',
      value: 'NAME',
      multiple: true,
      describe: 'What it may do: "practices.publish", "practices.*" or "*". Without it: "*".',
    },
    days: {
      type: 'string',
      value: 'N',
      describe: 'Worthless after this many days; without it, it holds until revoked.',
    },
    ...dataOption,
  },
  examples: ['koinon token add "Practice editor" --permission "practices.*" --days 90'],
  async run({ args: [name = ''], options, io, env }) {
    const config = await nodeConfig(env, options.data);
    const expiresAt = options.days === undefined ? null : inDays(options.days);
    const permissions = options.permission.length === 0 ? ['*'] : options.permission;
    const made = await askOwnNode<{ id: string; token: string }>(config, io, 'token.add', {
      name,
      permissions,
      expiresAt,
    });
    io.say(
      `This token is shown only now. It may do ${permissions.join(', ')}${expiresAt ? ` until ${expiresAt.slice(0, 10)}` : ''}.`,
    );
    return io.answer(EXIT.ok, { ...made, name, permissions, expiresAt }, [made.token]);
  },
});

function inDays(text: string): string {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > 36_500) {
    throw new UsageError('bad-days', `--days takes a whole number of days from 1 on, not "${text}".`);
  }
  return new Date(Date.now() + days * 86_400_000).toISOString();
}
