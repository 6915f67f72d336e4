import { join } from 'node:path';
import { makeSeed, readTemplate } from '@koinon/elections';
import { readText } from '../files.ts';
import { command } from '../framework/command.ts';
import { UsageError } from '../framework/error.ts';
import { EXIT } from '../framework/exit.ts';
import { random } from './arithmetic.ts';
import { makeFiles } from './new-files.ts';
import { dirOption, wholeNumber } from './options.ts';
import { plain } from './plain.ts';
import { parsePlan, trusteesText, writePlan } from './plan.ts';
import { readAs } from './rejections.ts';

const MOST_TRUSTEES = 100;

export const electionCreate = command({
  name: 'election create',
  summary: 'Plan an election: its questions, and how many trustees count it',
  description: [
    'For the organiser. Writes plan.json, which goes to every trustee and to the credential authority. It holds no secret.',
    'The questions are a JSON file: description, name, questions. A question to mark answers: {"answers": ["Yes", "No"], "blank": true, "min": 1, "max": 1, "question": "…"} (blank may be left out). A question to rank or grade answers: {"type": "NonHomomorphic", "value": {"answers": ["A", "B"], "question": "…"}, "extra": {"method": "Schulze", "blank": true}}; the method may also be {"method": "MajorityJudgment", "blank": true, "grades": ["Good", "Bad"]}, or extra left out and the method chosen when counting. belenios-tool reads the same file as its template.',
  ],
  options: {
    questions: { type: 'string', value: 'FILE', describe: 'The questions. Required.' },
    trustees: { type: 'string', value: 'N', describe: 'How many trustees hold the key (1).' },
    threshold: {
      type: 'string',
      value: 'T',
      describe: 'How many of them are enough to decrypt. All, where it is not given.',
    },
    group: {
      type: 'string',
      value: 'NAME',
      describe: 'BELENIOS-2048, or RFC-3526-2048, which ranking questions need and then is taken.',
    },
    uuid: { type: 'string', value: 'TEXT', describe: 'Identifier of the election (a random one).' },
    ...dirOption,
  },
  examples: ['koinon election create --questions questions.json --trustees 3 --threshold 2'],
  async run({ options, io }) {
    const { questions: file } = options;
    if (file === undefined) throw new UsageError('missing-option', 'Give the questions: --questions FILE.');
    const trustees = wholeNumber('trustees', options.trustees, 1, [1, MOST_TRUSTEES]);
    const threshold =
      options.threshold === undefined
        ? undefined
        : wholeNumber('threshold', options.threshold, 1, [1, trustees]);
    const questions = await readText(file, 'the questions of an election');
    const template = readAs(file, 'the questions of an election', () => readTemplate(questions));
    const ranking = template.questions.some(({ type }) => type === 'ranking');
    const group = options.group ?? (ranking ? 'RFC-3526-2048' : 'BELENIOS-2048');
    const uuid = options.uuid ?? makeSeed(random).slice(0, 14);
    const text = writePlan({ uuid, group, trustees, threshold, template: JSON.parse(questions) });
    const plan = parsePlan(file, text);
    const path = join(options.dir ?? '.', 'plan.json');
    await makeFiles([{ path, text }]);
    return io.answer(EXIT.ok, { uuid, group, trustees, threshold: threshold ?? null, written: [path] }, [
      `Planned "${plain(plan.template.name)}" (${uuid}, ${group}): ${trusteesText(plan)}.`,
      `Wrote ${path}: send it to every trustee and to the credential authority.`,
    ]);
  },
});
