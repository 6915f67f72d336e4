import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { makeTrusteeKey, writeJson, writeTrusteeKey } from '@koinon/elections';
import { command } from '../framework/command.ts';
import { UsageError } from '../framework/error.ts';
import { EXIT } from '../framework/exit.ts';
import { arithmeticOf, random } from './arithmetic.ts';
import { makeFiles } from './new-files.ts';
import { dirOption } from './options.ts';
import { readPlan } from './plan.ts';

export const trusteeKey = command({
  name: 'election trustee key',
  summary: 'Make the key of a trustee, where all trustees must decrypt',
  description: [
    'For a trustee, on the trustee’s own machine. Writes the secret key (ID.privkey, for the trustee’s eyes alone) and the public one (ID.pubkey), which goes to the organiser. Keep a copy of the secret key: without it the election can never be counted. belenios-tool reads and writes the same files.',
  ],
  arguments: [{ name: 'plan', describe: 'the plan of the election' }],
  options: {
    name: { type: 'string', value: 'TEXT', describe: 'What the trustee is called on the board.' },
    ...dirOption,
  },
  examples: ['koinon election trustee key plan.json'],
  async run({ args: [file = ''], options, io }) {
    const plan = await readPlan(file);
    if (plan.threshold !== undefined) {
      throw new UsageError(
        'threshold',
        `The election is planned so that ${plan.threshold} of ${plan.trustees} trustees decrypt: begin with "koinon election trustee cert".`,
      );
    }
    const { secret, key } = makeTrusteeKey(arithmeticOf(plan.group), random);
    if (options.name !== undefined) key.name = options.name;
    const id = keyId(key.publicKey);
    const [secretFile, publicFile] = ['privkey', 'pubkey'].map((kind) =>
      join(options.dir ?? '.', `${id}.${kind}`),
    ) as [string, string];
    await makeFiles([
      { path: secretFile, text: `"${secret}"\n`, secret: true },
      { path: publicFile, text: `${writeJson(writeTrusteeKey(key))}\n` },
    ]);
    return io.answer(EXIT.ok, { id, written: [secretFile, publicFile] }, [
      `Wrote ${secretFile}: your secret key. Keep it, copy it to a safe place, show it to nobody.`,
      `Wrote ${publicFile}: send it to the organiser.`,
    ]);
  },
});

/** A single trustee is named by the first eight digits of the SHA-256 of the public key. */
export function keyId(publicKey: bigint): string {
  return createHash('sha256').update(String(publicKey)).digest('hex').slice(0, 8).toUpperCase();
}
