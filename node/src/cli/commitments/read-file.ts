import { BadFile, type CommitmentsFile, readCommitmentsFile } from '../../modules/commitments/exchange.ts';
import { readText } from '../files.ts';
import { UsageError } from '../framework/error.ts';

/** Largest file that is read: the OGP's database of 2016 has 2 MB. */
const MAX_BYTES = 64 * 1024 * 1024;

export const fileArgument = {
  name: 'file',
  describe:
    'an OGP commitments CSV, or a plan as Canada, the United States or Koinon write it (JSON); - for standard input',
};

/** @throws UsageError with the sentence of what is wrong, and the line in `details` where there is one */
export async function readCommitments(path: string): Promise<{ text: string; read: CommitmentsFile }> {
  const text = await readText(path, 'a file of commitments', MAX_BYTES);
  try {
    return { text, read: readCommitmentsFile(text) };
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    const details = error.line === null ? {} : { line: error.line };
    throw new UsageError('bad-file', `${path}: ${error.message}`, details);
  }
}
