import { askOwnNode } from './ask-node.ts';
import { writeOutput } from './files.ts';
import { command } from './framework/command.ts';
import { EXIT } from './framework/exit.ts';
import { dataOption, nodeConfig } from './settings.ts';

interface TrustFiles {
  policy: string;
  jwks: { keys: unknown[] };
}

export const partnerExport = command({
  name: 'partner export',
  summary: 'Write whom the node trusts as a tlog-policy file and record keys',
  description: [
    'Two files: with them "koinon verify" and other people’s software check receipts without asking anybody, and partners pin this node.',
  ],
  options: {
    policy: {
      type: 'string',
      value: 'FILE',
      describe: 'Write logs and witnesses here; otherwise to standard output.',
    },
    jwks: { type: 'string', value: 'FILE', describe: 'Write the record keys (JWK set) here.' },
    force: { type: 'boolean', describe: 'Replace the files where they exist.' },
    ...dataOption,
  },
  examples: ['koinon partner export --policy trust.policy --jwks trust.jwks.json'],
  async run({ options, io, env }) {
    const config = await nodeConfig(env, options.data);
    const files = await askOwnNode<TrustFiles>(config, io, 'partner.export');
    const { force } = options;
    const written: string[] = [];
    if (options.policy !== undefined) {
      await writeOutput(options.policy, files.policy, { force });
      written.push(options.policy);
    }
    if (options.jwks !== undefined) {
      await writeOutput(options.jwks, `${JSON.stringify(files.jwks, null, 2)}\n`, { force });
      written.push(options.jwks);
    }
    return io.answer(
      EXIT.ok,
      { ...files, written },
      written.length === 0 ? [files.policy.trimEnd()] : written.map((file) => `Wrote ${file}.`),
    );
  },
});
