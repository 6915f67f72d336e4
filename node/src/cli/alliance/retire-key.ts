import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { askAlliance, dataOption, slugArgument } from './ask.ts';

export const allianceRetireKey = command({
  name: 'alliance retire-key',
  summary: 'End the use of an older key of an alliance',
  description: [
    'A key can end when its successor has been listed for 30 days: by then every member has learned it. A key that was lost or stolen ends at once with --lost; members that have not seen its successor must then be told of it by another way, and join again.',
  ],
  arguments: [slugArgument, { name: 'kid', describe: 'the id of the key, as "alliance show" lists it' }],
  options: {
    lost: { type: 'boolean', describe: 'The key is lost or stolen: end it now.' },
    ...dataOption,
  },
  async run(invocation) {
    const [slug, kid] = invocation.args;
    const { lost } = invocation.options;
    const result = await askAlliance(invocation, 'retire-key', { slug, kid, lost });
    return invocation.io.answer(EXIT.ok, result, ['The key is listed no more, and the log says so.']);
  },
});
