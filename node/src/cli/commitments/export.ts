import { PLAN_FORMS } from '../../modules/commitments/exchange.ts';
import { askOwnNode } from '../ask-node.ts';
import { requireWritable, writeOutput } from '../files.ts';
import { command } from '../framework/command.ts';
import { UsageError } from '../framework/error.ts';
import { EXIT } from '../framework/exit.ts';
import { dataOption, nodeConfig } from '../settings.ts';

const FORMS = ['json', ...PLAN_FORMS];

interface Exported {
  what: 'reference' | 'plan';
  mediaType: string;
  base64: string;
}

export const commitmentsExport = command({
  name: 'commitments export',
  summary: 'Write a reference as it came, or an own plan in a form that others read',
  description: [
    'A reference is written byte for byte as its file was imported. A plan of this node is written as JSON with everything that was signed, or in the form of Canada, the United States or the OGP.',
    'A form of others that has no place for all milestones and indicators is refused. The OGP’s form has no milestones at all, and the columns of its assessor stay empty.',
  ],
  arguments: [
    { name: 'subject', describe: 'address or id of a plan of this node, or of a reference that it keeps' },
    { name: 'file', describe: 'the file to write' },
  ],
  options: {
    form: { type: 'string', value: 'NAME', describe: `Of a plan: ${FORMS.join(', ')}; otherwise json.` },
    force: { type: 'boolean', describe: 'Replace the file where it exists.' },
    ...dataOption,
  },
  examples: [
    'koinon commitments export https://node.example/commitments/plans/<id> plan.json --form canada-nap',
  ],
  async run({ args: [subject = '', file = ''], options: { form, force, data }, io, env }) {
    if (form !== undefined && !FORMS.includes(form)) {
      throw new UsageError('bad-form', `--form takes ${FORMS.join(', ')}, not "${form}".`);
    }
    await requireWritable(file, force);
    const config = await nodeConfig(env, data);
    const { what, mediaType, base64 } = await askOwnNode<Exported>(config, io, 'commitments.export', {
      subject,
      ...(form !== undefined && { form }),
    });
    const bytes = Buffer.from(base64, 'base64');
    await writeOutput(file, bytes, { force });
    return io.answer(EXIT.ok, { what, mediaType, size: bytes.length, file }, [`Wrote ${file}.`]);
  },
});
