import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { askAlliance, nodeArgument, reasonOption, slugArgument } from './ask.ts';

export const allianceRemove = command({
  name: 'alliance remove',
  summary: 'Remove a member of an alliance',
  arguments: [slugArgument, nodeArgument],
  options: reasonOption,
  async run(invocation) {
    const [slug, node] = invocation.args;
    const result = await askAlliance(invocation, 'remove', { slug, node, reason: invocation.options.reason });
    return invocation.io.answer(EXIT.ok, result, [
      `${node} is no member of ${slug} any more: nobody trusts it on the word of the alliance, in a day at the latest.`,
    ]);
  },
});
