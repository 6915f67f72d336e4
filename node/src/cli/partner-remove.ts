import type { Asked } from '../kernel/approvals/index.ts';
import { askOwnNode } from './ask-node.ts';
import { command } from './framework/command.ts';
import { EXIT } from './framework/exit.ts';
import { dataOption, nodeConfig } from './settings.ts';
import { answerWaiting } from './waiting.ts';

export const partnerRemove = command({
  name: 'partner remove',
  summary: 'Stop following a partner',
  description: ['What was followed stays and can still be checked. The removal is published as a record.'],
  arguments: [{ name: 'host', describe: 'host and port of the partner, as "koinon partner list" shows it' }],
  options: {
    reason: { type: 'string', value: 'TEXT', describe: 'Why; published with the removal.' },
    ...dataOption,
  },
  async run({ args: [host = ''], options, io, env }) {
    const config = await nodeConfig(env, options.data);
    const { reason } = options;
    const result = await askOwnNode<Asked>(config, io, 'partner.remove', {
      host,
      ...(reason === undefined ? {} : { reason }),
    });
    const waiting = answerWaiting(io, result);
    if (waiting !== null) return waiting;
    return io.answer(EXIT.ok, result.done ? result.result : result, [
      `${host} is no partner any more. Its log is neither followed nor cosigned.`,
    ]);
  },
});
