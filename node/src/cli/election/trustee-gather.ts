import { join } from 'node:path';
import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { arithmeticOf } from './arithmetic.ts';
import { checkCerts, thresholdOf } from './certs.ts';
import { readLine } from './lines.ts';
import { makeFiles } from './new-files.ts';
import { dirOption } from './options.ts';
import { readPlan } from './plan.ts';

export const trusteeGather = command({
  name: 'election trustee gather',
  summary: 'Key ceremony, step 2 (organiser): check the certificates, and number the trustees',
  description: [
    'For the organiser. Writes certs.jsons, which goes to every trustee: all of them must go on with the very same file. Trustees should compare its SHA-256 by telephone, so that nobody can slip in a trustee of their own.',
  ],
  arguments: [
    { name: 'plan', describe: 'the plan of the election' },
    {
      name: 'cert',
      describe: 'the certificate of every trustee; their order numbers the trustees',
      multiple: true,
    },
  ],
  options: dirOption,
  examples: ['koinon election trustee gather plan.json ann.cert ben.cert cho.cert'],
  async run({ args: [file = '', ...files], options, io }) {
    const plan = await readPlan(file);
    thresholdOf(plan);
    const lines: string[] = [];
    for (const path of files) lines.push(await readLine(path ?? '', 'a certificate'));
    const { ids } = checkCerts(files.join(', '), lines, plan, arithmeticOf(plan.group));
    const path = join(options.dir ?? '.', 'certs.jsons');
    await makeFiles([{ path, text: `${lines.join('\n')}\n` }]);
    return io.answer(EXIT.ok, { trustees: ids, written: [path] }, [
      ...ids.map((id, i) => `Trustee ${i + 1}: ${id}`),
      `Wrote ${path}: send it to every trustee.`,
    ]);
  },
});
