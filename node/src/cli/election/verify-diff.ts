import { Rejection, verifyDiff } from '@koinon/elections';
import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { findBoard, opener } from './board-file.ts';

export const electionVerifyDiff = command({
  name: 'election verify-diff',
  summary: 'Check that nothing of an earlier copy of a board is gone or changed in a later one',
  description: [
    'For everybody who kept a copy. A board from which a ballot was taken, and whose chain was made anew, passes "election verify" and fails here. It compares the two and checks their chains; check the later one with "koinon election verify" as well.',
  ],
  arguments: [
    { name: 'earlier', describe: 'your own earlier copy, or a directory that holds it' },
    { name: 'later', describe: 'the board now, or a directory that holds it' },
  ],
  options: {},
  examples: ['koinon election verify-diff monday.bel sunday.bel'],
  judges: true,
  async run({ args: [first = '', second = ''], io }) {
    const [earlier, later] = [await findBoard(first), await findBoard(second)];
    try {
      const { kept, added } = await verifyDiff(opener(earlier), opener(later));
      return io.answer(EXIT.ok, { verdict: 'verified', kept, added }, [
        `Everything of ${earlier} is in ${later} (${kept} ${kept === 1 ? 'event' : 'events'}), and ${added} came after it.`,
      ]);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      const { code, event, sentence } = error;
      const json = { verdict: 'refuted', code, event: event ?? null, sentence };
      return io.answer(EXIT.failed, json, [`Refuted: ${sentence} (${code})`]);
    }
  },
});
