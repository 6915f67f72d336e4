import { NoteError, parseVerifierKey } from '@koinon/transparency-log';
import { askOwnNode } from './ask-node.ts';
import { command } from './framework/command.ts';
import { UsageError } from './framework/error.ts';
import { EXIT } from './framework/exit.ts';
import { dataOption, nodeConfig } from './settings.ts';

export const witnessAdd = command({
  name: 'witness add',
  summary: 'Cosign a log without following it',
  description: [
    'Our witness then answers add-checkpoint for the log that the key names: it cosigns growth, and nothing else.',
  ],
  arguments: [{ name: 'vkey', describe: 'the verifier key of a log: name+id+key' }],
  options: dataOption,
  async run({ args: [vkey = ''], options, io, env }) {
    requireVerifierKey(vkey);
    const config = await nodeConfig(env, options.data);
    const { origin } = await askOwnNode<{ origin: string }>(config, io, 'witness.add', { vkey });
    return io.answer(EXIT.ok, { origin, vkey }, [`We cosign ${origin} from now on.`]);
  },
});

/** @throws UsageError */
export function requireVerifierKey(vkey: string): void {
  try {
    parseVerifierKey(vkey);
  } catch (error) {
    if (!(error instanceof NoteError)) throw error;
    throw new UsageError('bad-vkey', `This is not a verifier key (name+id+key): ${error.message}.`);
  }
}
