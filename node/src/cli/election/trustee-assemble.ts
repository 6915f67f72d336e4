import { join } from 'node:path';
import {
  type Arithmetic,
  assemblePedersen,
  type CeremonyOutput,
  openCoefexps,
  type PolynomialMessage,
  readCeremonyOutput,
  readPolynomial,
  shareCommitment,
  writeJson,
  writePedersen,
} from '@koinon/elections';
import { command } from '../framework/command.ts';
import { Failed, UsageError } from '../framework/error.ts';
import { EXIT } from '../framework/exit.ts';
import { arithmeticOf } from './arithmetic.ts';
import { type Certs, certsOption, readAllCerts, thresholdOf } from './certs.ts';
import { readLine, readLines } from './lines.ts';
import { makeFiles } from './new-files.ts';
import { dirOption } from './options.ts';
import { readPlan } from './plan.ts';
import { readAs } from './rejections.ts';

export const trusteeAssemble = command({
  name: 'election trustee assemble',
  summary: 'Key ceremony, step 6 (organiser): check everything, and put the trustees together',
  description: [
    'For the organiser. Writes threshold.json, from which "koinon election open" makes the key of the election, and ID.dkey for every trustee: the decryption key that only that trustee can open.',
  ],
  arguments: [
    { name: 'plan', describe: 'the plan of the election' },
    { name: 'voutput', describe: 'what every trustee made in step 5, in any order', multiple: true },
  ],
  options: {
    ...certsOption,
    polynomials: {
      type: 'string',
      value: 'FILE',
      describe: 'The polynomials.jsons of step 4. Required.',
    },
    ...dirOption,
  },
  examples: [
    'koinon election trustee assemble plan.json --certs certs.jsons --polynomials polynomials.jsons *.voutput',
  ],
  async run({ args: [file = '', ...files], options, io }) {
    const plan = await readPlan(file);
    const threshold = thresholdOf(plan);
    const arithmetic = arithmeticOf(plan.group);
    const certs = await readAllCerts(options.certs, plan, arithmetic);
    const { polynomials: source } = options;
    if (source === undefined)
      throw new UsageError('missing-option', 'Give the messages of step 3: --polynomials FILE.');
    const lines = await readLines(source, 'messages of step 3');
    const polynomials = readAs(source, 'messages of step 3', () =>
      lines.map((line) => readPolynomial(line, arithmetic)),
    );
    if (polynomials.length !== certs.ids.length)
      throw new UsageError('wrong-number', `${source} does not hold one message for each certificate.`);
    const expected = readAs(source, 'messages of step 3', () => expectedKeys(arithmetic, certs, polynomials));
    const outputs = await outputsByPlace(arithmetic, files as string[], expected);
    const missing = certs.ids.flatMap((id, i) => (outputs.has(i) ? [] : [`trustee ${i + 1} (${id})`]));
    if (missing.length > 0) throw new Failed('missing', `The message of ${missing.join(', ')} is missing.`);
    const ordered = certs.ids.map((_, i) => outputs.get(i)) as CeremonyOutput[];
    const group = readAs(files.join(', '), 'messages of step 5', () =>
      assemblePedersen(arithmetic, certs.certs, polynomials, ordered, threshold),
    );
    const dir = options.dir ?? '.';
    const path = join(dir, 'threshold.json');
    const keys = ordered.map(({ privateKey }, i) => ({
      path: join(dir, `${certs.ids[i]}.dkey`),
      text: `${privateKey}\n`,
    }));
    await makeFiles([...keys, { path, text: `${writeJson(writePedersen(group))}\n` }]);
    const written = [path, ...keys.map((key) => key.path)];
    return io.answer(EXIT.ok, { threshold, trustees: certs.ids, written }, [
      `All messages of the ceremony fit together: any ${threshold} of ${certs.ids.length} trustees can decrypt.`,
      `Wrote ${path}: give it to "koinon election open".`,
      'Wrote ID.dkey for each: send it to trustees who use belenios-tool. The others have theirs.',
    ]);
  },
});

/** What the public key of each trustee must be, from what all of them published in step 3. */
function expectedKeys(
  arithmetic: Arithmetic,
  { keys }: Certs,
  polynomials: readonly PolynomialMessage[],
): bigint[] {
  const commitments = polynomials.map(({ coefexps }, i) =>
    openCoefexps(arithmetic, keys[i] as Certs['keys'][number], coefexps),
  );
  return keys.map((_, place) =>
    arithmetic.product(commitments.map((list) => shareCommitment(arithmetic, list, place + 1))),
  );
}

async function outputsByPlace(
  arithmetic: Arithmetic,
  files: readonly string[],
  expected: readonly bigint[],
): Promise<Map<number, CeremonyOutput>> {
  const outputs = new Map<number, CeremonyOutput>();
  for (const path of files) {
    const line = await readLine(path, 'a message of step 5');
    const output = readAs(path, 'a message of step 5', () => readCeremonyOutput(line, arithmetic));
    const place = expected.indexOf(output.publicKey.publicKey);
    if (place < 0) {
      throw new Failed(
        'trustees.verification-key',
        `${path} holds a key that does not follow from the key ceremony.`,
      );
    }
    if (outputs.has(place))
      throw new Failed('twice', `${path} is the second message of trustee ${place + 1}: give one for each.`);
    outputs.set(place, output);
  }
  return outputs;
}
