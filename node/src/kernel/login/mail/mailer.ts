import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../../config/config.ts';
import { isLoopbackAddress } from '../../fetch/index.ts';

export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** By which mail programs know a letter that comes twice; made anew where absent. */
  messageId?: string;
  headers?: Readonly<Record<string, string>>;
}

/** Sends letters of the node. */
export interface Mailer {
  send(letter: Letter): Promise<void>;
}

const TIMEOUT_MS = 15_000;

/** By SMTP where a server is set; into files in the demo; null where letters cannot be sent. */
export function makeMailer(config: Pick<Config, 'login' | 'demo' | 'dataDir' | 'host'>): Mailer | null {
  const from = config.login?.mailFrom ?? `no-reply@${config.host.replace(/:\d+$/, '')}`;
  if (config.login?.smtpUrl !== undefined) return smtpMailer(config.login.smtpUrl, from);
  return config.demo ? fileMailer(join(config.dataDir, 'outbox'), from) : null;
}

/** Greets the mail server and logs in there, without handing in a letter. @throws what the server or the network says */
export async function greetMailServer(url: string): Promise<void> {
  const transport = await openTransport(url);
  try {
    await transport.verify();
  } finally {
    transport.close();
  }
}

async function openTransport(url: string) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    requireTLS: mustEncrypt(url),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/**
 * Whether a letter, and the password before it, may go unencrypted where the server offers nothing better: on this machine
 * alone. Else whoever sits between could take the offer of encryption out (RFC 8314, section 4.1). `?requireTLS=` in the URL
 * overrides it.
 */
export function mustEncrypt(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[(.*)\]$/, '$1');
  return host !== 'localhost' && !isLoopbackAddress(host);
}

function smtpMailer(url: string, from: string): Mailer {
  return {
    async send(letter) {
      const transport = await openTransport(url);
      try {
        await transport.sendMail({ from, ...letter });
      } finally {
        transport.close();
      }
    },
  };
}

/** One file per letter that only its owner reads, as it would have been sent. */
function fileMailer(directory: string, from: string): Mailer {
  return {
    async send({ to, subject, text }) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const name = `${Date.now()}-${randomBytes(4).toString('hex')}.txt`;
      const letter = `From: ${from}\nTo: ${to}\nSubject: ${subject}\n\n${text}\n`;
      await writeFile(join(directory, name), letter, { mode: 0o600, flag: 'wx' });
    },
  };
}
