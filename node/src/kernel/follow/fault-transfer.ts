import { BadContent, Unavailable } from './fault.ts';
import type { PlainFault } from './window.ts';

/** Classes do not survive the way between threads; faults travel as plain data. Null for what is no fault of the log. */
export function plainFault(error: unknown): PlainFault | null {
  if (error instanceof Unavailable) return { type: 'unavailable', code: error.code, message: error.message };
  if (!(error instanceof BadContent)) return null;
  const { code, message, detail, note } = error;
  return { type: 'bad-content', code, message, detail, note };
}

export function faultOf(plain: PlainFault): Error {
  return plain.type === 'unavailable'
    ? new Unavailable(plain.code, plain.message)
    : new BadContent(plain.code, plain.message, plain.detail, plain.note);
}
