import { UsageError } from '../framework/error.ts';

/** One line of the list of voters. */
export interface Voter {
  /** As the line has it, weight and all: how private credentials are handed out. */
  line: string;
  login: string;
  weight: number;
}

/** `login`, or `login,,weight` (also with the address that belenios-tool allows: `address,login,weight`). */
const LINE = /^([^\s,"<>{}[\]]+)(?:,([^\s,"<>{}[\]]*)(?:,([1-9][0-9]{0,8}))?)?$/;
const MOST_WEIGHT = 2 ** 30 - 1;

/** @throws UsageError that names the line */
export function parseVoters(path: string, lines: readonly string[]): Voter[] {
  const seen = new Set<string>();
  return lines.map((text, i) => {
    const line = text.trim();
    const [, first, second, weight] = LINE.exec(line) ?? [];
    if (first === undefined) {
      throw new UsageError(
        'bad-voter',
        `${path}, line ${i + 1}: "${line}" is no voter. Write "login", or "login,,weight" with a whole number.`,
      );
    }
    const login = second || first;
    if (seen.has(login))
      throw new UsageError('voter-twice', `${path}, line ${i + 1}: ${login} is listed twice.`);
    seen.add(login);
    const voter = { line, login, weight: weight === undefined ? 1 : Number(weight) };
    if (voter.weight > MOST_WEIGHT)
      throw new UsageError('bad-voter', `${path}, line ${i + 1}: the weight is above ${MOST_WEIGHT}.`);
    return voter;
  });
}
