import { createHash } from 'node:crypto';
import { type Arithmetic, type CertKeys, readCerts, type SignedMessage } from '@koinon/elections';
import { UsageError } from '../framework/error.ts';
import { readLines } from './lines.ts';
import type { Plan } from './plan.ts';
import { readAs } from './rejections.ts';

export const certsOption = {
  certs: {
    type: 'string',
    value: 'FILE',
    describe: 'The certificates of all trustees, as "trustee gather" writes them. Required.',
  },
} as const;

/** The certificates of all trustees, checked, in the order that numbers the trustees. */
export interface Certs {
  lines: string[];
  certs: SignedMessage[];
  keys: CertKeys[];
  /** Names of the trustees' files. */
  ids: string[];
}

/** A trustee of a threshold election is named by the SHA-256 of the certificate's message. */
export function certId(cert: SignedMessage): string {
  return createHash('sha256').update(cert.message).digest('hex');
}

/** @throws UsageError, Failed */
export async function readAllCerts(
  path: string | undefined,
  plan: Plan,
  arithmetic: Arithmetic,
): Promise<Certs> {
  if (path === undefined) throw new UsageError('missing-option', 'Give the certificates: --certs FILE.');
  return checkCerts(path, await readLines(path, 'a list of certificates'), plan, arithmetic);
}

/** @throws UsageError, Failed */
export function checkCerts(path: string, lines: string[], plan: Plan, arithmetic: Arithmetic): Certs {
  const { certs, keys } = readAs(path, 'a list of certificates', () => readCerts(arithmetic, lines));
  if (keys.length !== plan.trustees) {
    throw new UsageError(
      'wrong-number',
      `${path} holds ${keys.length} certificates, but the election is planned with ${plan.trustees} trustees.`,
    );
  }
  return { lines, certs, keys, ids: certs.map(certId) };
}

/** The threshold of a plan. @throws UsageError where it has none */
export function thresholdOf(plan: Plan): number {
  if (plan.threshold === undefined) {
    throw new UsageError(
      'no-threshold',
      'The election is planned without a threshold: its trustees use "koinon election trustee key".',
    );
  }
  return plan.threshold;
}
