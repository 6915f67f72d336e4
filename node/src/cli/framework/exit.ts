/** What the exit code of every command means. Scripts rely on it. */
export const EXIT = {
  /** What the command says is true, and what it was asked for is done. */
  ok: 0,
  /** Refuted, or not done. */
  failed: 1,
  /** The command line, or a file it names, cannot be understood. */
  usage: 2,
  /** It could not be found out: something needed was out of reach. */
  cannotTell: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
