import type { KoinonError } from '../error.ts';
import type { Kernel } from '../kernel.ts';
import type { PageContext } from './page.ts';
import { errorSentence } from './sentence.ts';

/** A problem document (RFC 9457) with our stable `code` and the id under which the log has the request. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  requestId: string;
}

export function makeProblem(
  kernel: Pick<Kernel, 'i18n' | 'modules' | 'identity'>,
  page: Pick<PageContext, 't' | 'requestId'>,
  error: KoinonError,
): Problem {
  const { title, text } = errorSentence(kernel, page.t, error);
  return {
    // The API's pages explain every code under this address.
    type: `${kernel.identity.origin}/api#${error.code}`,
    title,
    status: error.status,
    detail: text,
    code: error.code,
    requestId: page.requestId,
    ...error.extensions,
  };
}
