import { join } from 'node:path';
import { combineShares, placeOf, readCeremonyInput, writeCeremonyOutput } from '@koinon/elections';
import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { arithmeticOf, random } from './arithmetic.ts';
import { certsOption, readAllCerts, thresholdOf } from './certs.ts';
import { readLine } from './lines.ts';
import { makeFiles } from './new-files.ts';
import { dirOption } from './options.ts';
import { readPlan } from './plan.ts';
import { readAs } from './rejections.ts';
import { readSeed, seedOption } from './trustee-secret.ts';

export const trusteeCombine = command({
  name: 'election trustee combine',
  summary: 'Key ceremony, step 5 (trustee): check the parts received, and make the decryption key',
  description: [
    'For a trustee. Opens the parts that the other trustees sent, checks each against what its maker published, and adds them up. Writes the trustee’s decryption key (ID.dkey, encrypted to the trustee) and ID.voutput, which goes to the organiser.',
  ],
  arguments: [
    { name: 'plan', describe: 'the plan of the election' },
    { name: 'vinput', describe: 'the file that the organiser sent in step 4' },
  ],
  options: { ...certsOption, ...seedOption, ...dirOption },
  examples: ['koinon election trustee combine plan.json ID.vinput --certs certs.jsons --key ID.key'],
  async run({ args: [file = '', inputFile = ''], options, io }) {
    const plan = await readPlan(file);
    const threshold = thresholdOf(plan);
    const arithmetic = arithmeticOf(plan.group);
    const { keys, ids } = await readAllCerts(options.certs, plan, arithmetic);
    const { path: keyFile, secrets } = await readSeed(options.key);
    const place = readAs(keyFile, 'the seed of a trustee', () => placeOf(arithmetic, secrets, keys));
    const line = await readLine(inputFile, 'a message of step 4');
    const output = readAs(inputFile, 'a message of step 4', () => {
      const input = readCeremonyInput(line, arithmetic);
      return combineShares(arithmetic, secrets, keys, input, threshold, random);
    });
    const [dkeyFile, outputFile] = ['dkey', 'voutput'].map((kind) =>
      join(options.dir ?? '.', `${ids[place]}.${kind}`),
    ) as [string, string];
    await makeFiles([
      { path: dkeyFile, text: `${output.privateKey}\n`, secret: true },
      { path: outputFile, text: `${writeCeremonyOutput(output)}\n` },
    ]);
    return io.answer(EXIT.ok, { trustee: place + 1, id: ids[place], written: [dkeyFile, outputFile] }, [
      `The parts of all ${ids.length} trustees are right.`,
      `Wrote ${dkeyFile}: your decryption key. Keep it beside ${keyFile}.`,
      `Wrote ${outputFile}: send it to the organiser.`,
    ]);
  },
});
