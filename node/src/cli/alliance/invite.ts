import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { askAlliance, dataOption, nodeArgument, slugArgument } from './ask.ts';

export const allianceInvite = command({
  name: 'alliance invite',
  summary: 'Invite a node to an alliance',
  description: [
    'The node accepts by "koinon alliance join", then "koinon alliance admit" here makes it a member.',
  ],
  arguments: [slugArgument, nodeArgument],
  options: dataOption,
  async run(invocation) {
    const [slug, node] = invocation.args;
    const invited = await askAlliance<{ alliance: string; kids: string[]; expiresAt: string }>(
      invocation,
      'invite',
      { slug, node },
    );
    const keys = invited.kids.map((kid) => `--key ${kid}`).join(' ');
    return invocation.io.answer(EXIT.ok, invited, [
      'Send this line to its operator by a way that you both trust:',
      `koinon alliance join ${invited.alliance} ${keys}`,
      `It is good until ${invited.expiresAt.slice(0, 10)}.`,
    ]);
  },
});
