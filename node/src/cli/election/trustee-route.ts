import { join } from 'node:path';
import {
  type Arithmetic,
  openCoefexps,
  type PolynomialMessage,
  Rejection,
  readPolynomial,
  routeShares,
  writeCeremonyInput,
} from '@koinon/elections';
import { command } from '../framework/command.ts';
import { Failed } from '../framework/error.ts';
import { EXIT } from '../framework/exit.ts';
import { arithmeticOf } from './arithmetic.ts';
import { type Certs, certsOption, readAllCerts, thresholdOf } from './certs.ts';
import { readLine } from './lines.ts';
import { makeFiles } from './new-files.ts';
import { dirOption } from './options.ts';
import { readPlan } from './plan.ts';
import { readAs } from './rejections.ts';

export const trusteeRoute = command({
  name: 'election trustee route',
  summary: 'Key ceremony, step 4 (organiser): hand every trustee the parts meant for them',
  description: [
    'For the organiser. Writes ID.vinput for every trustee, to be sent to that trustee, and polynomials.jsons, which step 6 needs. The organiser cannot read the parts.',
  ],
  arguments: [
    { name: 'plan', describe: 'the plan of the election' },
    { name: 'polynomial', describe: 'what every trustee made in step 3, in any order', multiple: true },
  ],
  options: { ...certsOption, ...dirOption },
  examples: [
    'koinon election trustee route plan.json --certs certs.jsons ann.polynomial ben.polynomial cho.polynomial',
  ],
  async run({ args: [file = '', ...files], options, io }) {
    const plan = await readPlan(file);
    thresholdOf(plan);
    const arithmetic = arithmeticOf(plan.group);
    const certs = await readAllCerts(options.certs, plan, arithmetic);
    const byPlace = new Map<number, { message: PolynomialMessage; line: string }>();
    for (const path of files as string[]) {
      const line = await readLine(path, 'a message of step 3');
      const message = readAs(path, 'a message of step 3', () => readPolynomial(line, arithmetic));
      const place = makerOf(arithmetic, certs, message);
      if (place < 0)
        throw new Failed('trustees.coefexps-signature', `${path} was made by none of the trustees.`);
      if (byPlace.has(place))
        throw new Failed(
          'twice',
          `${path} is the second message of trustee ${place + 1}: give one for each.`,
        );
      byPlace.set(place, { message, line });
    }
    const missing = certs.ids.flatMap((id, i) => (byPlace.has(i) ? [] : [`trustee ${i + 1} (${id})`]));
    if (missing.length > 0) throw new Failed('missing', `The message of ${missing.join(', ')} is missing.`);
    const ordered = certs.ids.map((_, i) => byPlace.get(i)) as { message: PolynomialMessage; line: string }[];
    const inputs = readAs(files.join(', '), 'messages of step 3', () =>
      routeShares(
        arithmetic,
        certs.keys,
        ordered.map(({ message }) => message),
      ),
    );
    const dir = options.dir ?? '.';
    const polynomials = join(dir, 'polynomials.jsons');
    const made = inputs.map((input, i) => ({
      path: join(dir, `${certs.ids[i]}.vinput`),
      text: `${writeCeremonyInput(input)}\n`,
    }));
    await makeFiles([...made, { path: polynomials, text: ordered.map(({ line }) => `${line}\n`).join('') }]);
    return io.answer(EXIT.ok, { written: [...made.map(({ path }) => path), polynomials] }, [
      ...made.map(({ path }, i) => `Wrote ${path}: send it to trustee ${i + 1}.`),
      `Wrote ${polynomials}: keep it for step 6.`,
    ]);
  },
});

/** 0-based place of the trustee whose signature a message carries; -1 where it is nobody's. */
function makerOf(arithmetic: Arithmetic, { keys }: Certs, { coefexps }: PolynomialMessage): number {
  return keys.findIndex((cert) => {
    try {
      openCoefexps(arithmetic, cert, coefexps);
      return true;
    } catch (error) {
      if (error instanceof Rejection && error.code === 'trustees.coefexps-signature') return false;
      throw error;
    }
  });
}
