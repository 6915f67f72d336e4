import { type CommitmentsFile, isLossless } from '../../modules/commitments/exchange.ts';
import { command } from '../framework/command.ts';
import { EXIT } from '../framework/exit.ts';
import { fileArgument, readCommitments } from './read-file.ts';

export const commitmentsCheck = command({
  name: 'commitments check',
  summary: 'Read a file of commitments, and hold its stars against the formula',
  description: [
    'Needs no node, and changes nothing. Of an OGP commitments CSV it counts commitments and countries, and computes the star of every commitment from its codes: specificity medium or high, relevant, potential impact transformative, completion substantial or complete. It says how often the file has the same star, of all rows where the file has a flag.',
    'Of a plan of Canada or the United States it counts commitments, milestones and indicators.',
    'Exit code 0: every star is as the file says. 1: some are not; their rows are named. 2: the file cannot be read.',
  ],
  arguments: [fileArgument],
  options: {},
  examples: ['koinon commitments check irm-commitments.csv --json'],
  judges: true,
  async run({ args: [path = ''], io }) {
    const { text, read } = await readCommitments(path);
    if (read.format !== 'ogp-irm') {
      const { format, commitments, milestones, indicators } = read;
      return io.answer(EXIT.ok, { format, commitments, milestones, indicators }, [
        `${commitments} commitments with ${milestones} milestones and ${indicators} indicators.`,
      ]);
    }
    const { commitments, countries, stars } = read;
    const { equal, of } = stars;
    return io.answer(equal === of ? EXIT.ok : EXIT.failed, { commitments, countries, stars: { equal, of } }, [
      `${commitments} commitments of ${countries} ${countries === 1 ? 'country' : 'countries'}.`,
      `The star formula gives what the file says in ${equal} of ${of} rows that have a flag.`,
      ...differences(read),
      isLossless(read.file, text)
        ? 'Written again, it is the same file byte for byte.'
        : 'Written again, every cell is the same; quotation marks or line ends are not.',
    ]);
  },
});

const MOST_NAMED = 20;

function differences({ stars, file }: Extract<CommitmentsFile, { format: 'ogp-irm' }>): string[] {
  const named = stars.differ.slice(0, MOST_NAMED).map((row) => {
    const commitment = file.commitments[row];
    const star = commitment?.star.starred ? 'a star, and the file none' : 'no star, and the file has one';
    return `  ${commitment?.country}, plan ${commitment?.plan}, commitment ${commitment?.number ?? '–'}: ${star}`;
  });
  const more = stars.differ.length - named.length;
  return more > 0 ? [...named, `  and ${more} more`] : named;
}
