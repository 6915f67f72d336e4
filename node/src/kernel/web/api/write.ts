import type { Kernel } from '../../kernel.ts';
import type { ApiAnswer, ApiRequest, ApiWrite } from '../api-route.ts';
import { claimKey, type KeyedRequest, keepAnswer, type StoredAnswer } from './idempotency.ts';

/** The key was answered before: ends the transaction of the repeated act, which must not happen. */
class AnsweredBefore extends Error {
  readonly answer: StoredAnswer;
  constructor(answer: StoredAnswer) {
    super('answered before');
    this.answer = answer;
  }
}

/**
 * Runs the command of a write. Its transaction begins with a look at the key and ends with the answer, so that act and
 * answer are both there or neither. A failed request leaves no trace and may be repeated with the same key.
 * @throws what the command throws, IdempotencyKeyReused, IdempotencyKeyBusy
 */
export async function write(
  kernel: Kernel,
  route: ApiWrite,
  request: ApiRequest,
  keyed: KeyedRequest | null,
  answerOf: (answer: ApiAnswer<unknown>) => StoredAnswer,
): Promise<{ answer: StoredAnswer; repeated: boolean }> {
  let answer: StoredAnswer | undefined;
  const transaction: Kernel['database']['transaction'] = async (work, isolation) => {
    if (answer !== undefined) throw new Error('a write of the API is one transaction');
    return await kernel.database.transaction(async (tx) => {
      const first = keyed === null ? null : await claimKey(tx, kernel, keyed);
      if (first !== null) throw new AnsweredBefore(first);
      const made = await work(tx);
      answer = answerOf(route.answer(made, request));
      if (keyed !== null) await keepAnswer(tx, kernel, keyed, answer);
      return made;
    }, isolation);
  };
  try {
    await route.run({ ...kernel, database: { ...kernel.database, transaction } }, request);
  } catch (error) {
    if (error instanceof AnsweredBefore) return { answer: error.answer, repeated: true };
    throw error;
  }
  if (answer === undefined)
    throw new Error('a write of the API is one transaction of the kernel that it was given');
  return { answer, repeated: false };
}
