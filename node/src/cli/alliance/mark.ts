import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { askAlliance, dataOption, nodeArgument, slugArgument } from './ask.ts';

export const allianceMark = command({
  name: 'alliance mark',
  summary: 'Grant a trust mark to a member, or withdraw it',
  description: [
    'A mark is issued anew each day while it is granted; its member shows it within ten minutes.',
  ],
  arguments: [slugArgument, nodeArgument, { name: 'name', describe: 'such as votes-across-borders' }],
  options: { withdraw: { type: 'boolean', describe: 'Issue it no longer.' }, ...dataOption },
  async run(invocation) {
    const [slug, node, name] = invocation.args;
    const { withdraw } = invocation.options;
    const result = await askAlliance(invocation, 'mark', { slug, node, name, withdraw });
    return invocation.io.answer(EXIT.ok, result, [
      withdraw ? `${node} has "${name}" for a day at most.` : `${node} has "${name}".`,
    ]);
  },
});
