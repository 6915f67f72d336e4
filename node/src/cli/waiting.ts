import type { Asked } from '../kernel/approvals/index.ts';
import { EXIT } from './framework/exit.ts';
import type { Io } from './framework/io.ts';

/** The answer of a command whose act waits for a second person; null where it was done at once. */
export function answerWaiting(io: Io, asked: Asked): ReturnType<Io['answer']> | null {
  if (asked.done) return null;
  return io.answer(EXIT.ok, asked, [
    'Nothing was done yet: this node asks for a second person (KOINON_FOUR_EYES).',
    `It waits as ${asked.waits}. Somebody else confirms it on the page /staff/approvals.`,
  ]);
}
