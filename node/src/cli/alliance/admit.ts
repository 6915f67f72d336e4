import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { askAlliance, dataOption, nodeArgument, slugArgument } from './ask.ts';

export const allianceAdmit = command({
  name: 'alliance admit',
  summary: 'Make a node that has accepted a member',
  description: [
    'Reads that the node names the alliance in its own configuration; only then the alliance states it. Published.',
  ],
  arguments: [slugArgument, nodeArgument],
  options: dataOption,
  async run(invocation) {
    const [slug, node] = invocation.args;
    const result = await askAlliance(invocation, 'admit', { slug, node });
    return invocation.io.answer(EXIT.ok, result, [`${node} is a member of ${slug}.`]);
  },
});
