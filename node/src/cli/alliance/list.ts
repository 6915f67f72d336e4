import type { AllianceFacts } from '../../kernel/alliances/index.ts';
import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { table } from '../table.ts';
import { askAlliance, dataOption, titleOf } from './ask.ts';

export const allianceList = command({
  name: 'alliance list',
  summary: 'List the alliances that this node hosts or belongs to',
  options: { check: { type: 'boolean', describe: 'Look at each of them first.' }, ...dataOption },
  async run(invocation) {
    const method = invocation.options.check ? 'check' : 'list';
    const alliances = await askAlliance<AllianceFacts[]>(invocation, method);
    const rows = alliances.map((one) => [one.id, titleOf(one), one.role, one.problem ?? one.state]);
    return invocation.io.answer(
      EXIT.ok,
      { alliances },
      rows.length === 0
        ? ['None yet: "koinon alliance create <slug>", or "koinon alliance join" with an invitation.']
        : table(['address', 'title', 'role', 'state'], rows),
    );
  },
});
