import type { Asked } from '../kernel/approvals/index.ts';
import { PURPOSES } from '../kernel/keys/purposes.ts';
import { askOwnNode } from './ask-node.ts';
import { command } from './framework/command.ts';
import { UsageError } from './framework/error.ts';
import { EXIT } from './framework/exit.ts';
import { dataOption, nodeConfig } from './settings.ts';
import { answerWaiting } from './waiting.ts';

interface Rotated {
  purpose: string;
  id: string;
  overlapping: string[];
}

export const keyRotate = command({
  name: 'key rotate',
  summary: 'Replace a key of the node, with an overlap',
  description: [
    `Makes the next key of a purpose: ${PURPOSES.join(', ')}. The older one goes on beside it until "koinon key retire" ends it. A new record, log, witness or federation key is announced in the log; partners take it from our entity configuration by themselves.`,
  ],
  arguments: [{ name: 'purpose', describe: 'what the key is for, such as record or log' }],
  options: dataOption,
  async run({ args: [purpose = ''], options, io, env }) {
    if (!(PURPOSES as readonly string[]).includes(purpose)) {
      throw new UsageError(
        'bad-purpose',
        `There is no key for "${purpose}". Keys are for ${PURPOSES.join(', ')}.`,
      );
    }
    const config = await nodeConfig(env, options.data);
    const asked = await askOwnNode<Asked>(config, io, 'key.rotate', { purpose });
    const waiting = answerWaiting(io, asked);
    if (waiting !== null || !asked.done) return waiting ?? EXIT.ok;
    const rotated = asked.result as Rotated;
    const lines = [
      `New ${purpose} key ${rotated.id}.`,
      ...rotated.overlapping.map((id) => `Still valid: ${id}. End it with "koinon key retire ${id}".`),
    ];
    return io.answer(EXIT.ok, rotated, lines);
  },
});
