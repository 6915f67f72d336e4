import { join } from 'node:path';
import { makeCert, makeSeed, secretsOfSeed, writeJson, writeSigned } from '@koinon/elections';
import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { arithmeticOf, random } from './arithmetic.ts';
import { certId, thresholdOf } from './certs.ts';
import { makeFiles } from './new-files.ts';
import { dirOption } from './options.ts';
import { readPlan } from './plan.ts';

export const trusteeCert = command({
  name: 'election trustee cert',
  summary: 'Key ceremony, step 1 (trustee): make a secret seed and its certificate',
  description: [
    'For a trustee of an election that some of its trustees can count together, on the trustee’s own machine. Writes the seed of all the trustee’s secrets (ID.key, for the trustee’s eyes alone) and a certificate (ID.cert), which goes to the organiser. The names and contents of all files of the ceremony are those of belenios-tool, so that trustees may use either.',
  ],
  arguments: [{ name: 'plan', describe: 'the plan of the election' }],
  options: dirOption,
  examples: ['koinon election trustee cert plan.json'],
  async run({ args: [file = ''], options, io }) {
    const plan = await readPlan(file);
    thresholdOf(plan);
    const seed = makeSeed(random);
    const cert = makeCert(arithmeticOf(plan.group), secretsOfSeed(seed), random);
    const id = certId(cert);
    const [secretFile, certFile] = ['key', 'cert'].map((kind) =>
      join(options.dir ?? '.', `${id}.${kind}`),
    ) as [string, string];
    await makeFiles([
      { path: secretFile, text: `${seed}\n`, secret: true },
      { path: certFile, text: `${writeJson(writeSigned(cert))}\n` },
    ]);
    return io.answer(EXIT.ok, { id, written: [secretFile, certFile] }, [
      `Wrote ${secretFile}: your secret. Keep it, copy it to a safe place, show it to nobody.`,
      `Wrote ${certFile}: send it to the organiser.`,
    ]);
  },
});
