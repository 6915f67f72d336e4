import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { askAlliance, dataOption, readJson, slugArgument } from './ask.ts';

export const allianceCreate = command({
  name: 'alliance create',
  summary: 'Found an alliance that this node hosts and chairs',
  description: [
    'Makes an alliance with keys of its own at /alliances/<slug> of this node, and publishes it. The charter is a JSON file with "title", "text" and "principles", each text as {"source": "en", "en": "…"} in as many languages as you like.',
  ],
  arguments: [{ ...slugArgument, describe: 'a short name: lower-case letters, digits and hyphens' }],
  options: {
    charter: { type: 'string', value: 'FILE', describe: 'Title, text and principles.' },
    title: {
      type: 'string',
      value: 'TEXT',
      describe: 'Title in English, where there is no charter file yet.',
    },
    ...dataOption,
  },
  examples: ['koinon alliance create north --charter north.json'],
  async run(invocation) {
    const { args, options, io } = invocation;
    const slug = args[0] ?? '';
    const title = { source: 'en', en: options.title ?? slug };
    const charter =
      options.charter === undefined
        ? { title, text: title, principles: [] }
        : await readJson(options.charter, 'a charter');
    const made = await askAlliance<{ id: string; kids: string[] }>(invocation, 'create', { slug, charter });
    return io.answer(EXIT.ok, made, [
      `The alliance is ${made.id}. Its key: ${made.kids.join(', ')}.`,
      `Invite others: koinon alliance invite ${slug} <node>`,
    ]);
  },
});
