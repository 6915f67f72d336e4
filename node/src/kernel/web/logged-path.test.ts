import { expect, test } from 'vitest';
import { loggedPath } from './logged-path.ts';

test('secrets in addresses stay out of the log, ids stay in', () => {
  const secret = 'A'.repeat(43);
  expect(loggedPath(`/invitations/${secret}`)).toBe('/invitations/…');
  expect(loggedPath(`/login/mail/${secret}/confirm`)).toBe('/login/mail/…/confirm');
  const record = '/records/019b0000-0000-7000-8000-000000000000/receipt';
  expect(loggedPath(record)).toBe(record);
});
