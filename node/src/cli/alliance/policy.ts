import { command } from '../framework/command.ts';
import { UsageError } from '../framework/error.ts';
import { EXIT } from '../framework/exit.ts';
import { askAlliance, dataOption, readJson, slugArgument } from './ask.ts';

export const alliancePolicy = command({
  name: 'alliance policy',
  summary: 'Change what an alliance asks of its members',
  description: [
    'The metadata policy (OpenID Federation section 6.1) goes into the statement about every member at once; the charter is what people read. Published.',
  ],
  arguments: [slugArgument],
  options: {
    policy: { type: 'string', value: 'FILE', describe: 'Metadata policy, as JSON.' },
    'no-policy': { type: 'boolean', describe: 'Ask nothing beyond what every node asks.' },
    charter: { type: 'string', value: 'FILE', describe: 'A new charter.' },
    chair: { type: 'string', value: 'NODE', describe: 'Another chair.' },
    marks: {
      type: 'string',
      value: 'NAME',
      multiple: true,
      describe: 'Names of the trust marks that it can grant.',
    },
    ...dataOption,
  },
  async run(invocation) {
    const [slug] = invocation.args;
    const { policy, charter, chair, marks } = invocation.options;
    const none = invocation.options['no-policy'];
    if (policy === undefined && charter === undefined && chair === undefined && marks.length === 0 && !none)
      throw new UsageError(
        'nothing-to-change',
        'Say what changes: --policy, --no-policy, --charter, --chair or --marks.',
      );
    const result = await askAlliance(invocation, 'change', {
      slug,
      ...(policy !== undefined && { policy: await readJson(policy, 'a metadata policy') }),
      ...(none && { policy: null }),
      ...(charter !== undefined && { charter: await readJson(charter, 'a charter') }),
      ...(chair !== undefined && { chair }),
      ...(marks.length > 0 && { marks }),
    });
    return invocation.io.answer(EXIT.ok, result, [`${slug} has changed, from this moment on.`]);
  },
});
