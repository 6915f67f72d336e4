import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { askAlliance, reasonOption } from './ask.ts';

export const allianceLeave = command({
  name: 'alliance leave',
  summary: 'Leave an alliance',
  arguments: [{ name: 'alliance', describe: 'its address, as "koinon alliance list" shows it' }],
  options: reasonOption,
  async run(invocation) {
    const [alliance] = invocation.args;
    const result = await askAlliance(invocation, 'leave', { alliance, reason: invocation.options.reason });
    return invocation.io.answer(EXIT.ok, result, [
      `This node is no member of ${alliance} any more, and trusts nobody on its word.`,
    ]);
  },
});
