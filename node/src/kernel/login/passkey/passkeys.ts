import { randomBytes } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { KoinonError } from '../../error.ts';
import { readAccount } from '../../identity/accounts.ts';
import type { PersonActor } from '../../identity/actor.ts';
import { type Assurance, meets, NO_ASSURANCE } from '../../identity/level.ts';
import type { PersonLogin } from '../../identity/sign-in-person.ts';
import type { Kernel } from '../../kernel.ts';
import { ownLogin } from '../own-login.ts';
import { assuranceOfMethod, type MethodOf } from '../settings.ts';
import { beginStep, finishStep, newSecret } from '../steps.ts';
import { passkeyIdentifier } from './own-passkeys.ts';

const STEP_SECONDS = 600;
const MOST_BYTES = 16_384;

/** The passkey is not known, its answer is not valid, or came too late; which of them is not told. */
export class PasskeyRefused extends KoinonError {
  readonly code = 'login-passkey-refused';
  override readonly status = 403;
}

/** What a device is asked: options for `navigator.credentials`, and the secret of this step. */
export interface PasskeyQuestion {
  step: string;
  options: object;
}

interface PasskeyStep {
  use: 'log-in' | 'make' | 'add';
  challenge: string;
  /** Whose passkey it will be, where one is added. */
  account: string | null;
}

const answer = z.looseObject({ id: z.string().min(1).max(1400), response: z.looseObject({}) });

const lower = (a: Assurance, b: Assurance): Assurance => (meets(a, b) ? b : a);

/**
 * Login by a passkey (Web Authentication level 3). No attestation is asked: which device it is, is nobody's business. A
 * passkey proves no more than the login did with which it was added; one that makes an account by itself proves nothing of
 * the person, only that it is the same again.
 */
export class Passkeys {
  readonly #kernel: Kernel;
  readonly #method: MethodOf<'passkey'>;

  constructor(kernel: Kernel, method: MethodOf<'passkey'>) {
    this.#kernel = kernel;
    this.#method = method;
  }

  get #rp(): string {
    return new URL(this.#kernel.identity.origin).hostname;
  }

  async #begin(browser: string, step: PasskeyStep, options: object): Promise<PasskeyQuestion> {
    const secret = newSecret();
    await beginStep(this.#kernel, { kind: 'passkey', secret, browser, data: step, seconds: STEP_SECONDS });
    return { step: secret, options };
  }

  /** Asks for a passkey that the person has. */
  async askForOne(browser: string): Promise<PasskeyQuestion> {
    const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
    const options = await generateAuthenticationOptions({ rpID: this.#rp, userVerification: 'required' });
    return await this.#begin(
      browser,
      { use: 'log-in', challenge: options.challenge, account: null },
      options,
    );
  }

  /** Asks for a new one: for somebody who is logged in, or for a new account. */
  async askForNew(browser: string, person: PersonActor | null): Promise<PasskeyQuestion> {
    const { db, identity } = this.#kernel;
    const { generateRegistrationOptions } = await import('@simplewebauthn/server');
    const account = person?.account ?? null;
    const known =
      account === null
        ? []
        : await db.selectFrom('passkey').select('id').where('account', '=', account).execute();
    const options = await generateRegistrationOptions({
      rpName: identity.profile.name,
      rpID: this.#rp,
      userName: person?.name ?? identity.profile.name,
      userID: new Uint8Array(randomBytes(16)),
      attestationType: 'none',
      excludeCredentials: known,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const use = account === null ? 'make' : 'add';
    return await this.#begin(browser, { use, challenge: options.challenge, account }, options);
  }

  /**
   * Takes the answer of a device: the login that follows, or null where a passkey was added to the person who is logged in.
   * @throws PasskeyRefused
   */
  async finish(
    { step: secret, credential, browser }: { step: string; credential: string; browser: string | undefined },
    { person, label }: { person: PersonActor | null; label: string | null },
  ): Promise<PersonLogin | null> {
    const step = await finishStep<PasskeyStep>(this.#kernel, { kind: 'passkey', secret, browser });
    if (step === null) throw new PasskeyRefused('no such step in this browser');
    const response = readAnswer(credential);
    if (step.use === 'log-in') return await this.#logIn(response, step);
    if (step.account !== (person?.account ?? null)) throw new PasskeyRefused('another person');
    const made = await this.#check(response, step);
    if (person !== null) {
      await this.#keep(made, person.account, lower(person.assurance, assuranceOfMethod(this.#method)), label);
      return null;
    }
    const login = await ownLogin(this.#kernel, {
      method: 'passkey',
      identifier: passkeyIdentifier(made.id),
      assurance: NO_ASSURANCE,
    });
    const { id } = await this.#kernel.db
      .selectFrom('account')
      .select('id')
      .where('issuer', '=', login.issuer)
      .where('subject', '=', login.subject)
      .executeTakeFirstOrThrow();
    await this.#keep(made, id, NO_ASSURANCE, label);
    return login;
  }

  async #check(response: RegistrationResponseJSON, { challenge }: PasskeyStep) {
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
    const result = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: this.#kernel.identity.origin,
      expectedRPID: this.#rp,
      requireUserVerification: true,
    }).catch((cause) => {
      throw new PasskeyRefused('the answer is not valid', { cause });
    });
    if (!result.verified) throw new PasskeyRefused('the answer is not valid');
    return result.registrationInfo.credential;
  }

  async #keep(
    { id, publicKey, counter }: { id: string; publicKey: Uint8Array; counter: number },
    account: string,
    { level, notified }: Assurance,
    label: string | null,
  ): Promise<void> {
    const { numInsertedOrUpdatedRows } = await this.#kernel.db
      .insertInto('passkey')
      .values({
        id,
        account,
        public_key: publicKey,
        counter,
        level,
        notified,
        label,
        created_at: this.#kernel.clock.now(),
        used_at: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) throw new PasskeyRefused('it is known already');
  }

  async #logIn(response: AuthenticationResponseJSON, { challenge }: PasskeyStep): Promise<PersonLogin> {
    const { db, identity, clock, database } = this.#kernel;
    const row = await db.selectFrom('passkey').selectAll().where('id', '=', response.id).executeTakeFirst();
    if (row === undefined) throw new PasskeyRefused('not known');
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: identity.origin,
      expectedRPID: this.#rp,
      requireUserVerification: true,
      credential: { id: row.id, publicKey: new Uint8Array(row.public_key), counter: row.counter },
    }).catch((cause) => {
      throw new PasskeyRefused('the answer is not valid', { cause });
    });
    if (!verified) throw new PasskeyRefused('the answer is not valid');
    const now = clock.now();
    await db
      .updateTable('passkey')
      .set({ counter: authenticationInfo.newCounter, used_at: now })
      .where('id', '=', row.id)
      .execute();
    const { issuer, subject } = await database.transaction((tx) => readAccount(tx, row.account));
    const assurance = lower(row, assuranceOfMethod(this.#method));
    return {
      issuer,
      subject,
      method: 'passkey',
      assurance: { level: assurance.level, notified: assurance.notified },
      at: now,
    };
  }
}

/** Its form is the library's to check; here only that it is one, and not too long. */
function readAnswer(text: string): AuthenticationResponseJSON & RegistrationResponseJSON {
  try {
    if (text.length > MOST_BYTES) throw new RangeError('too long');
    return answer.parse(JSON.parse(text)) as unknown as ReturnType<typeof readAnswer>;
  } catch (cause) {
    throw new PasskeyRefused('no answer of a device', { cause });
  }
}
