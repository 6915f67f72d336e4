import { basename } from 'node:path';
import type { CommitmentsFile } from '../../modules/commitments/exchange.ts';
import { referenceInput } from '../../modules/commitments/reference.ts';
import { askOwnNode } from '../ask-node.ts';
import { command } from '../framework/command.ts';
import { UsageError } from '../framework/error.ts';
import { EXIT } from '../framework/exit.ts';
import { dataOption, nodeConfig } from '../settings.ts';
import { fileArgument, readCommitments } from './read-file.ts';

export const commitmentsImport = command({
  name: 'commitments import',
  summary: 'Take in a file of commitments: ours to publish, or of others to compare with',
  description: [
    'With --reference the file is kept byte for byte with its source and licence, and one record says so. Nothing of it becomes a promise of this node; it is shown apart.',
    'With --ours the plan and its commitments wait at the node until people open, read and publish them one by one: publishing is signing. An OGP commitments CSV is always a reference: it holds the codes of the assessor.',
    'Exit code 0: the file was taken in. 1: it was not. 2: the file cannot be read, or an option is missing.',
  ],
  arguments: [fileArgument],
  options: {
    reference: { type: 'boolean', describe: 'Keep the file of somebody else to compare with.' },
    ours: { type: 'boolean', describe: 'The plan is this node’s own.' },
    source: { type: 'string', value: 'URL', describe: 'Where the file is from. With --reference.' },
    licence: {
      type: 'string',
      value: 'TEXT',
      describe: 'On which terms it may be kept and shown. With --reference.',
    },
    title: {
      type: 'string',
      value: 'TEXT',
      describe: 'What to call it; otherwise as the plan in it is called, or the file.',
    },
    lang: { type: 'string', value: 'TAG', describe: 'Language of --title; otherwise en.' },
    ...dataOption,
  },
  examples: [
    'koinon commitments import nap.json --ours',
    'koinon commitments import nap.json --reference --source https://open.example/nap --licence CC-BY-4.0',
  ],
  async run({ args: [path = ''], options, io, env }) {
    if (options.reference === options.ours) {
      throw new UsageError('ours-or-reference', 'Say whose the file is: --reference or --ours.');
    }
    const { text, read } = await readCommitments(path);
    const config = await nodeConfig(env, options.data);
    if (options.ours) {
      refuseAssessed(read);
      const { commitments } = await askOwnNode<{ commitments: number }>(
        config,
        io,
        'commitments.import-ours',
        {
          text,
        },
      );
      return io.answer(EXIT.ok, { commitments }, [
        `The plan and its ${commitments} commitments wait to be published, each by a person: open /commitments/new at your node.`,
      ]);
    }
    const reference = {
      title: titleOf(read, path, options),
      source: required(options.source, '--source', 'the address that the file is from'),
      licence: required(options.licence, '--licence', 'the terms on which it may be kept and shown'),
    };
    requireFitting(reference);
    const { sub, jti } = await askOwnNode<{ sub: string; jti: string }>(config, io, 'commitments.import', {
      reference,
      text,
    });
    const { commitments } = read;
    return io.answer(EXIT.ok, { sub, jti, commitments }, [
      `Kept as a reference with ${commitments} commitments: ${sub}`,
    ]);
  },
});

/** An OGP commitments file is never a plan of ours. */
function refuseAssessed({ format }: CommitmentsFile): void {
  if (format !== 'ogp-irm') return;
  throw new UsageError(
    'always-reference',
    'An OGP commitments file holds the codes of its assessor, so it is never a plan of ours: keep it with --reference.',
  );
}

function titleOf(
  read: CommitmentsFile,
  path: string,
  { title, lang = 'en' }: { title: string | undefined; lang: string | undefined },
) {
  if (title !== undefined) return { source: lang, [lang]: title };
  if (read.format !== 'ogp-irm') return read.file.plan.title;
  return { source: 'en', en: path === '-' ? 'OGP commitments' : basename(path) };
}

function required(value: string | undefined, option: string, what: string): string {
  if (value === undefined || value.trim() === '') {
    throw new UsageError('missing-option', `A reference needs ${what}: give ${option}.`);
  }
  return value.trim();
}

function requireFitting(reference: { source: string }): void {
  const { error } = referenceInput.safeParse(reference);
  const [issue] = error?.issues ?? [];
  if (issue === undefined) return;
  const option = String(issue.path[0]);
  throw option === 'source'
    ? new UsageError('bad-source', `--source takes an http or https address, not "${reference.source}".`)
    : new UsageError(`bad-${option}`, `--${option} does not fit: ${issue.message.toLowerCase()}.`);
}
