import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { askAlliance, dataOption, slugArgument } from './ask.ts';

export const allianceRotateKey = command({
  name: 'alliance rotate-key',
  summary: 'Make the next key of an alliance',
  arguments: [slugArgument],
  options: dataOption,
  async run(invocation) {
    const [slug] = invocation.args;
    const result = await askAlliance(invocation, 'rotate-key', { slug });
    return invocation.io.answer(EXIT.ok, result, [
      'The new key is listed now, and signs in 30 days: by then every member has learned it.',
    ]);
  },
});
