import { join } from 'node:path';
import { makePolynomial, placeOf, writePolynomial } from '@koinon/elections';
import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { arithmeticOf, random } from './arithmetic.ts';
import { certsOption, readAllCerts, thresholdOf } from './certs.ts';
import { makeFiles } from './new-files.ts';
import { dirOption } from './options.ts';
import { readPlan } from './plan.ts';
import { readAs } from './rejections.ts';
import { readSeed, seedOption } from './trustee-secret.ts';

export const trusteeShare = command({
  name: 'election trustee share',
  summary: 'Key ceremony, step 3 (trustee): share a secret out among all trustees',
  description: [
    'For a trustee. Checks all certificates, and writes ID.polynomial, which goes to the organiser: a part for every trustee, each encrypted so that only that trustee can read it.',
  ],
  arguments: [{ name: 'plan', describe: 'the plan of the election' }],
  options: { ...certsOption, ...seedOption, ...dirOption },
  examples: ['koinon election trustee share plan.json --certs certs.jsons --key ID.key'],
  async run({ args: [file = ''], options, io }) {
    const plan = await readPlan(file);
    const threshold = thresholdOf(plan);
    const arithmetic = arithmeticOf(plan.group);
    const { keys, ids } = await readAllCerts(options.certs, plan, arithmetic);
    const { path: keyFile, secrets } = await readSeed(options.key);
    const place = readAs(keyFile, 'the seed of a trustee', () => placeOf(arithmetic, secrets, keys));
    const message = makePolynomial(arithmetic, secrets, keys, threshold, random);
    const path = join(options.dir ?? '.', `${ids[place]}.polynomial`);
    await makeFiles([{ path, text: `${writePolynomial(message)}\n` }]);
    return io.answer(EXIT.ok, { trustee: place + 1, id: ids[place], written: [path] }, [
      `You are trustee ${place + 1} of ${ids.length}; ${threshold} of you will be enough to decrypt.`,
      `Wrote ${path}: send it to the organiser.`,
    ]);
  },
});
