import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { askAlliance, dataOption } from './ask.ts';

export const allianceHost = command({
  name: 'alliance host',
  summary: 'Make this node ready to host an alliance that it is a member of',
  description: [
    'Makes new keys, and takes members, charter, policy and marks from what the present host has signed. It counts when that host hands over.',
  ],
  arguments: [{ name: 'alliance', describe: 'its present address' }],
  options: { slug: { type: 'string', value: 'NAME', describe: 'Another short name here.' }, ...dataOption },
  async run(invocation) {
    const [alliance] = invocation.args;
    const { slug } = invocation.options;
    const made = await askAlliance<{ id: string; kids: string[] }>(invocation, 'host', {
      alliance,
      ...(slug !== undefined && { slug }),
    });
    const keys = made.kids.map((kid) => `--key ${kid}`).join(' ');
    return invocation.io.answer(EXIT.ok, made, [
      'Ready. Send this line to the operator of the present host by a way that you both trust:',
      `koinon alliance hand-over <slug> ${made.id} ${keys}`,
    ]);
  },
});
