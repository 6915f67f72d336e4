import { askOwnNode } from './ask-node.ts';
import { command } from './framework/command.ts';
import { EXIT } from './framework/exit.ts';
import { dataOption, nodeConfig } from './settings.ts';
import { moment, table } from './table.ts';

interface Token {
  id: string;
  name: string;
  permissions: string[];
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

export const tokenList = command({
  name: 'token list',
  summary: 'List the staff tokens',
  options: dataOption,
  async run({ options, io, env }) {
    const config = await nodeConfig(env, options.data);
    const tokens = await askOwnNode<Token[]>(config, io, 'token.list');
    const rows = tokens.map((token) => [
      token.id,
      token.name,
      token.permissions.join(','),
      moment(token.lastUsedAt),
      stateOf(token),
    ]);
    return io.answer(EXIT.ok, { tokens }, table(['id', 'name', 'may', 'last used (UTC)', 'state'], rows));
  },
});

function stateOf({ revokedAt, expiresAt }: Token): string {
  if (revokedAt !== null) return `revoked ${moment(revokedAt)}`;
  if (expiresAt === null) return 'valid';
  return new Date(expiresAt) <= new Date()
    ? `expired ${moment(expiresAt)}`
    : `valid until ${moment(expiresAt)}`;
}
