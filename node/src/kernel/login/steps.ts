import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { LoginStepTable } from '../database/tables/login.ts';
import type { Db } from '../database/tables.ts';
import { sha256Hex } from '../sha256.ts';

type Services = { db: Db; clock: Clock };
type Kind = LoginStepTable['kind'];

/** A step that is under way: what was kept of it, and whether this browser began it. */
export interface OpenStep<Data> {
  data: Data;
  sameBrowser: boolean;
}

export const newSecret = (): string => randomBytes(32).toString('base64url');

/**
 * Keeps what a login needs when it goes on: after another site, a letter or a device has answered. Only hashes of the secret
 * and of the browser's cookie are kept, so that reading the table lets nobody in.
 */
export async function beginStep(
  { db, clock }: Services,
  step: { kind: Kind; secret: string; browser: string; data: object; seconds: number },
): Promise<void> {
  await db
    .insertInto('login_step')
    .values({
      id: sha256Hex(step.secret),
      kind: step.kind,
      browser: sha256Hex(step.browser),
      data: JSON.stringify(step.data),
      expires_at: new Date(clock.now().getTime() + step.seconds * 1000),
    })
    .execute();
}

/** Takes a step out: it counts once, and only in the browser that began it. */
export async function finishStep<Data>(
  { db, clock }: Services,
  { kind, secret, browser }: { kind: Kind; secret: string; browser: string | undefined },
): Promise<Data | null> {
  if (browser === undefined) return null;
  return await take<Data>({ db, clock }, kind, secret, browser);
}

/** Takes a step out whatever browser asks: for a letter, which may be opened on another device. */
export async function finishStepAnywhere<Data>(
  services: Services,
  { kind, secret }: { kind: Kind; secret: string },
): Promise<Data | null> {
  return await take<Data>(services, kind, secret, null);
}

async function take<Data>(
  { db, clock }: Services,
  kind: Kind,
  secret: string,
  browser: string | null,
): Promise<Data | null> {
  let query = db
    .deleteFrom('login_step')
    .where('id', '=', sha256Hex(secret))
    .where('kind', '=', kind)
    .where('expires_at', '>', clock.now());
  if (browser !== null) query = query.where('browser', '=', sha256Hex(browser));
  const row = await query.returning('data').executeTakeFirst();
  return (row?.data as Data | undefined) ?? null;
}

/** Looks at a step and leaves it. */
export async function readStep<Data>(
  { db, clock }: Services,
  { kind, secret, browser }: { kind: Kind; secret: string; browser: string | undefined },
): Promise<OpenStep<Data> | null> {
  const row = await db
    .selectFrom('login_step')
    .select(['data', 'browser'])
    .where('id', '=', sha256Hex(secret))
    .where('kind', '=', kind)
    .where('expires_at', '>', clock.now())
    .executeTakeFirst();
  if (row === undefined) return null;
  return { data: row.data as Data, sameBrowser: browser !== undefined && row.browser === sha256Hex(browser) };
}

/** Takes out what has expired. */
export async function sweepSteps({ db, clock }: Services): Promise<void> {
  await db.deleteFrom('login_step').where('expires_at', '<=', clock.now()).execute();
}
