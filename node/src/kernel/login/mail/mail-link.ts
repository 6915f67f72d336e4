import { domainToASCII } from 'node:url';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { KoinonError } from '../../error.ts';
import type { Kernel } from '../../kernel.ts';
import { sha256Hex } from '../../sha256.ts';
import { beginStep, finishStepAnywhere, newSecret, readStep } from '../steps.ts';
import type { Mailer } from './mailer.ts';

/** How long a link is good for. */
export const LINK_MINUTES = 15;
/** Letters to one address, so that nobody fills another's mailbox. */
const LETTERS = { points: 4, duration: 3600 };

/** What is kept until the link is opened. */
export interface MailStep {
  address: string;
  to: string;
}

/** The letter could not be handed to the mail server. What the server said stays out of the log: it may repeat the address. */
export class LetterNotSent extends KoinonError {
  readonly code = 'login-letter-not-sent';
  override readonly status = 502;
  override readonly detail: Record<string, unknown>;
  /** The server is well, and does not take letters to this address. */
  readonly refused: boolean;
  constructor(cause: unknown) {
    super('the mail server did not take the letter');
    const { code, command, responseCode } = cause as Record<string, unknown>;
    this.detail = { error: code, command, responseCode };
    this.refused = command === 'RCPT TO' && Number(responseCode) >= 500;
  }
}

/** The link was used, is too old, or was never made. */
export class LinkExpired extends KoinonError {
  readonly code = 'login-link-expired';
  override readonly status = 403;
}

/** One spelling per mailbox, or null where it is no address. Letter case tells no two mailboxes apart in practice. */
export function normalAddress(text: string): string | null {
  const address = text.trim().normalize('NFC');
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), domainToASCII(address.slice(at + 1))];
  if (at < 1 || local.length > 64 || domain.length > 253 || !domain.includes('.')) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\s"(),:;<>@[\\\]\u0000-\u001f]/u.test(local)) return null;
  return `${local.toLowerCase()}@${domain}`;
}

/** Login by a link in a letter. Whoever asks learns nothing of whether the address has an account. */
export class MailLinks {
  readonly #kernel: Kernel;
  readonly #mailer: Mailer;
  readonly #letters = new RateLimiterMemory(LETTERS);

  constructor(kernel: Kernel, mailer: Mailer) {
    this.#kernel = kernel;
    this.#mailer = mailer;
  }

  /**
   * Sends a link. Over the limit of an address no letter goes out, and the answer is the same.
   * @throws LetterNotSent
   */
  async send(
    { address, to }: MailStep,
    { browser, letter }: { browser: string; letter: (link: string) => { subject: string; text: string } },
  ): Promise<void> {
    const mailbox = sha256Hex(address);
    const allowed = await this.#letters.consume(mailbox).catch(() => null);
    if (allowed === null) return;
    const secret = newSecret();
    const data: MailStep = { address, to };
    await beginStep(this.#kernel, { kind: 'mail', secret, browser, data, seconds: LINK_MINUTES * 60 });
    const link = `${this.#kernel.identity.origin}/login/mail/${secret}`;
    try {
      await this.#mailer.send({ to: address, ...letter(link) });
    } catch (error) {
      await this.#letters.reward(mailbox);
      throw new LetterNotSent(error);
    }
  }

  /**
   * Opens a link. In the browser that asked for it, it counts at once; elsewhere (and for the programs that look at links in
   * letters) nothing happens yet, and null says so.
   * @throws LinkExpired
   */
  async open(secret: string, browser: string | undefined): Promise<MailStep | null> {
    const step = await readStep<MailStep>(this.#kernel, { kind: 'mail', secret, browser });
    if (step === null) throw new LinkExpired('no such link');
    return step.sameBrowser ? await this.confirm(secret) : null;
  }

  /** Takes a link, once. @throws LinkExpired */
  async confirm(secret: string): Promise<MailStep> {
    const data = await finishStepAnywhere<MailStep>(this.#kernel, { kind: 'mail', secret });
    if (data === null) throw new LinkExpired('no such link');
    return data;
  }
}
