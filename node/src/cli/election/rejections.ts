import { Rejection } from '@koinon/elections';
import { Failed, UsageError } from '../framework/error.ts';

/** A message or board that the protocol refuses: `--json` shows its code, its event and its sentence. */
export function refusal(rejection: Rejection, what: string): Failed {
  const { code, event, sentence } = rejection;
  const at = event === undefined ? '' : `, event ${event}`;
  return new Failed(code, `${what} is refused: ${sentence} (${code}${at})`, {
    sentence,
    ...(event !== undefined && { event }),
  });
}

/**
 * Reads what a file holds. A file of another form is a mistake of usage; one that is well written and yet wrong is refused.
 * @param what with its article, such as `a ballot`
 * @throws UsageError, Failed
 */
export function readAs<T>(path: string, what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    if (/^json\.|\.(?:malformed|shape)$/.test(error.code)) {
      throw new UsageError(error.code, `${path} is not ${what}: ${error.sentence}`);
    }
    throw refusal(error, path);
  }
}
