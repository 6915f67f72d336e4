import { HTTPException } from 'hono/http-exception';
import { isDatabaseAway } from '../database/error.ts';
import { KoinonError } from '../error.ts';
import { BodyTooLarge, Broken, MalformedRequest, NotFound, Unavailable } from './error.ts';

/** SQLSTATE classes of a value that no column can hold: broken text, number out of range, not a UUID. */
const BAD_VALUE = /^22(003|007|008|021|P02|P03|P05)$/;

/**
 * The error as clients see it. What nobody foresaw becomes `Broken`, whose cause is for the log only. Values that pass a
 * route's own checks and break in the database are still the client's doing, and a database that is away is no fault of
 * the request.
 */
export function knownError(error: unknown): KoinonError {
  if (error instanceof KoinonError) return error;
  if (error instanceof HTTPException) return fromStatus(error);
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code === 'string' && BAD_VALUE.test(code))
    return new MalformedRequest((error as Error).message, { cause: error });
  if (isDatabaseAway(error)) return new Unavailable((error as Error).message);
  return new Broken(error instanceof Error ? error.message : String(error), { cause: error });
}

function fromStatus(error: HTTPException): KoinonError {
  if (error.status === 404) return new NotFound();
  if (error.status === 413) return new BodyTooLarge(0);
  if (error.status < 500) return new MalformedRequest(error.message);
  return new Broken(error.message, { cause: error });
}
