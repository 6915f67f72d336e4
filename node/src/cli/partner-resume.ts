import { askOwnNode } from './ask-node.ts';
import { command } from './framework/command.ts';
import { UsageError } from './framework/error.ts';
import { EXIT } from './framework/exit.ts';
import { dataOption, nodeConfig } from './settings.ts';

export const partnerResume = command({
  name: 'partner resume',
  summary: 'Trust a partner again after an alarm',
  description: [
    'The alarm stays as history. The reason is published as a record that names the alarm, for everyone to read.',
  ],
  arguments: [
    { name: 'host', describe: 'host and port of the partner, or the origin of a log that we only cosign' },
  ],
  options: {
    reason: { type: 'string', value: 'TEXT', describe: 'Why it can be trusted again. Required, and public.' },
    ...dataOption,
  },
  examples: [
    'koinon partner resume haesol.example --reason "Restored from a backup; both histories were compared on 3 May."',
  ],
  async run({ args: [host = ''], options, io, env }) {
    if (!options.reason?.trim()) {
      throw new UsageError(
        'no-reason',
        'Say why with --reason TEXT: it is published, so that others can judge it.',
      );
    }
    const config = await nodeConfig(env, options.data);
    const result = await askOwnNode(config, io, 'partner.resume', { host, reason: options.reason });
    return io.answer(EXIT.ok, result, [`${host} is followed and cosigned again. The reason is in our log.`]);
  },
});
