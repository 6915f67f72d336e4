import { KoinonError } from '../error.ts';

/** The environment does not describe a node; lists every variable that is wrong, not only the first. */
export class BadConfiguration extends KoinonError {
  readonly code = 'bad-configuration';
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(
      `Koinon cannot start with these settings:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.problems = problems;
  }
}
