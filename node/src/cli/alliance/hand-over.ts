import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { askAlliance, dataOption, slugArgument } from './ask.ts';

export const allianceHandOver = command({
  name: 'alliance hand-over',
  summary: 'Hand an alliance over to another host, for good',
  description: [
    'The keys of the alliance sign its new address and keys, once. Every member follows by itself, and trusts both for 30 days: keep this node running meanwhile.',
  ],
  arguments: [
    slugArgument,
    { name: 'to', describe: 'the new address, as "koinon alliance host" printed it there' },
  ],
  options: {
    key: { type: 'string', value: 'KID', multiple: true, describe: 'Thumbprint of a key of the new host.' },
    ...dataOption,
  },
  async run(invocation) {
    const [slug, to] = invocation.args;
    const { key } = invocation.options;
    const result = await askAlliance(invocation, 'hand-over', {
      slug,
      to,
      ...(key.length > 0 && { keys: key }),
    });
    return invocation.io.answer(EXIT.ok, result, [`${slug} is at ${to} from now on.`]);
  },
});
