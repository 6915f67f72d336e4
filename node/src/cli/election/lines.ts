import { readText } from '../files.ts';
import { UsageError } from '../framework/error.ts';

/** As much as an archive holds in one message: lists of voters and shuffles grow with the electorate. */
const LARGEST = 512 * 1024 * 1024;

/** The lines of a message file, one message a line, as belenios-tool writes and reads them. @throws UsageError */
export async function readLines(path: string, what: string): Promise<string[]> {
  const lines = (await readText(path, what, LARGEST)).split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new UsageError('empty', `${path} is empty: it should hold ${what}.`);
  return lines;
}

/** The only line of a message file. @throws UsageError */
export async function readLine(path: string, what: string): Promise<string> {
  const [line = '', ...more] = await readLines(path, what);
  if (more.length > 0)
    throw new UsageError('too-many-lines', `${path} is not ${what}: it has several lines.`);
  return line;
}
