import { readCanada } from './canada.ts';
import { writeCsv } from './csv.ts';
import { BadFile } from './error.ts';
import { readKoinonPlan } from './koinon-plan.ts';
import { type OgpFile, readOgp } from './ogp.ts';
import { countSteps, type PlanFile } from './plan-file.ts';
import { checkStars, countriesOf, type StarCheck } from './stars.ts';
import { readUs } from './us.ts';

/** A file of commitments of one of the formats that we read, with what can be said of it at once. */
export type CommitmentsFile =
  | {
      format: 'ogp-irm';
      file: OgpFile;
      commitments: number;
      countries: number;
      stars: StarCheck;
    }
  | {
      format: PlanFile['format'];
      file: PlanFile;
      commitments: number;
      milestones: number;
      indicators: number;
    };

/** Reads a file by what stands in it; its name says nothing. @throws BadFile */
export function readCommitmentsFile(text: string): CommitmentsFile {
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (start === '') throw new BadFile('The file is empty.');
  if (start.startsWith('{') || start.startsWith('[')) return readPlanFile(start);
  const file = readOgp(text);
  const { commitments } = file;
  if (commitments.length === 0) throw new BadFile('The file has a header and no commitments.');
  return {
    format: 'ogp-irm',
    file,
    commitments: commitments.length,
    countries: countriesOf(commitments),
    stars: checkStars(commitments),
  };
}

/** Whether our writer makes the same bytes of a table; the cells are the same in any case. */
export function isLossless({ table }: OgpFile, text: string): boolean {
  return writeCsv(table) === text;
}

function readPlanFile(text: string): CommitmentsFile {
  const file = /"koinon-plan@1"/.test(text)
    ? readKoinonPlan(text)
    : /"subcommitments"\s*:/.test(text)
      ? readUs(text)
      : readCanada(text);
  return { format: file.format, file, ...countSteps(file.commitments) };
}
