import { askOwnNode } from './ask-node.ts';
import { command } from './framework/command.ts';
import { EXIT } from './framework/exit.ts';
import { dataOption, nodeConfig } from './settings.ts';
import { moment, table } from './table.ts';

export interface PartnerFacts {
  node: string;
  host: string;
  name: string;
  state: 'active' | 'frozen' | 'removed';
  frozenCode: string | null;
  lastOkAt: string | null;
  lastError: string | null;
  /** How its trust chain was judged; null where it was not looked at yet. */
  trust?: { trusted: boolean; failed: readonly string[] } | null;
}

export const partnerList = command({
  name: 'partner list',
  summary: 'List the partners and how they are',
  options: dataOption,
  async run({ options, io, env }) {
    const config = await nodeConfig(env, options.data);
    const partners = await askOwnNode<PartnerFacts[]>(config, io, 'partner.list');
    const rows = partners.map((partner) => [
      partner.host,
      partner.name,
      stateOf(partner),
      moment(partner.lastOkAt),
    ]);
    return io.answer(
      EXIT.ok,
      { partners },
      rows.length === 0
        ? ['No partners yet: "koinon partner add <url>".']
        : table(['host', 'name', 'state', 'last reached (UTC)'], rows),
    );
  },
});

export function stateOf({ state, frozenCode, lastError }: PartnerFacts): string {
  if (state === 'frozen') return `alarm: ${frozenCode}`;
  if (state === 'removed') return 'removed';
  return lastError === null ? 'agrees' : `not reached: ${lastError}`;
}
