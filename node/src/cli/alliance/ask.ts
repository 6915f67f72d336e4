import type { AllianceFacts } from '../../kernel/alliances/index.ts';
import { askOwnNode } from '../ask-node.ts';
import { readText } from '../files.ts';
import { UsageError } from '../framework/error.ts';
import type { Io } from '../framework/io.ts';
import { dataOption, nodeConfig } from '../settings.ts';

interface Asking {
  options: { data: string | undefined };
  io: Io;
  env: Readonly<Record<string, string | undefined>>;
}

/** Asks the own node to act for, or in, an alliance. */
export async function askAlliance<Result>(
  { options, io, env }: Asking,
  act: string,
  params: object = {},
): Promise<Result> {
  return await askOwnNode<Result>(await nodeConfig(env, options.data), io, `alliance.${act}`, params);
}

/** JSON that a file holds. @throws UsageError */
export async function readJson(path: string, what: string): Promise<unknown> {
  const text = await readText(path, what);
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError('not-json', `${path} is not ${what}: it is not JSON.`);
  }
}

export const slugArgument = { name: 'slug', describe: 'the short name of an alliance that this node hosts' };
export const nodeArgument = { name: 'node', describe: 'the address of a node, such as https://node.example' };
export const reasonOption = {
  reason: { type: 'string', value: 'TEXT', describe: 'Why; published with the act.' },
  ...dataOption,
} as const;
export { dataOption };

/** A title in the language that it was written in. */
export function titleOf({ title }: Pick<AllianceFacts, 'title'>): string {
  return title[title.source] ?? '';
}
