import type { AllianceFacts } from '../../kernel/alliances/index.ts';
import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { askAlliance, dataOption, titleOf } from './ask.ts';

export const allianceShow = command({
  name: 'alliance show',
  summary: 'Show an alliance: members, invitations, marks, keys',
  arguments: [{ name: 'alliance', describe: 'its short name, or its address' }],
  options: dataOption,
  async run(invocation) {
    const [alliance] = invocation.args;
    const facts = await askAlliance<AllianceFacts>(invocation, 'show', { alliance });
    const marksOf = (node: string) =>
      facts.marks
        .filter((mark) => mark.node === node)
        .map(({ name }) => ` (${name})`)
        .join('');
    return invocation.io.answer(EXIT.ok, facts, [
      `${titleOf(facts)}: ${facts.id}`,
      `This node is its ${facts.role}; state: ${facts.state}.`,
      ...facts.members.map((node) => `member   ${node}${marksOf(node)}`),
      ...facts.invited.map((node) => `invited  ${node}`),
      ...facts.kids.map((kid) => `key      ${kid}`),
      ...(facts.successor === null ? [] : [`It is at ${facts.successor} now.`]),
    ]);
  },
});
