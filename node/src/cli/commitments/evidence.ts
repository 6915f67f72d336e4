import type { EvidenceCount } from '../../modules/commitments/evidence/check-evidence.ts';
import { askOwnNode } from '../ask-node.ts';
import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { dataOption, nodeConfig } from '../settings.ts';

export const commitmentsEvidence = command({
  name: 'commitments evidence',
  summary: 'Ask now whether evidence still stands at its addresses as it was handed in',
  description: [
    'A node asks once a day for the evidence of every report and assessment that it shows, and holds what it gets against the SHA-256 in the record. This does it at once: at most 500 addresses, those first that were asked longest ago. What was seen is shown on the pages of the commitments.',
    'Exit code 0: every address was asked, whatever it answered.',
  ],
  options: { ...dataOption },
  examples: ['koinon commitments evidence --json'],
  async run({ options, io, env }) {
    const config = await nodeConfig(env, options.data);
    const count = await askOwnNode<EvidenceCount>(config, io, 'commitments.evidence');
    const { same, changed, gone, unreachable } = count;
    return io.answer(EXIT.ok, count, [
      `As it was handed in: ${same}. Changed: ${changed}. Gone: ${gone}. Out of reach: ${unreachable}.`,
    ]);
  },
});
