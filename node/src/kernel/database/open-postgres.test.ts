import { expect, test } from 'vitest';
import { UnusableDatabase } from './error.ts';
import { openPostgres } from './open-postgres.ts';

test('a PostgreSQL that does not answer is named in one sentence, without the password', async () => {
  // Nothing listens on port 1.
  const error = await openPostgres('postgres://koinon:hunter2@127.0.0.1:1/koinon', 'koinon').catch((e) => e);
  expect(error).toBeInstanceOf(UnusableDatabase);
  expect(error.message).toContain('The PostgreSQL at 127.0.0.1:1/koinon cannot be used');
  expect(error.message).not.toContain('hunter2');
});
