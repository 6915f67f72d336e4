import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readJson, writeJson } from '../src/codec/json.ts';
import {
  type CeremonyInput,
  type CertKeys,
  combineFactors,
  combineShares,
  decryptPartially,
  electionKeyOf,
  flattenTrustees,
  groupByName,
  makeCert,
  makePolynomial,
  makeSeed,
  openCert,
  type PartialDecryption,
  type PolynomialMessage,
  Rejection,
  routeShares,
  secretsOfSeed,
  type TrusteeSecrets,
} from '../src/index.ts';
import { openMessage, sendMessage } from '../src/trustee/channel.ts';
import { kernel } from './support/kernel.ts';
import { keyCeremony } from './support/make-election.ts';

const random = (bytes: number): Uint8Array => randomBytes(bytes);
const group = groupByName('BELENIOS-2048')!;
const arithmetic = kernel(group);

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'accepted';
  } catch (error) {
    if (error instanceof Rejection) return error.code;
    throw error;
  }
}

/** The ceremony of three trustees up to step 4, with one trustee's message changed on the way. */
function upToStepFour(
  threshold: number,
  change: (message: PolynomialMessage, secrets: TrusteeSecrets, certs: CertKeys[]) => PolynomialMessage = (
    m,
  ) => m,
) {
  const secrets = Array.from({ length: 3 }, () => secretsOfSeed(makeSeed(random)));
  const certs = secrets.map((own) => openCert(arithmetic, makeCert(arithmetic, own, random)));
  const polynomials = secrets.map((own, i) => {
    const message = makePolynomial(arithmetic, own, certs, threshold, random);
    return i === 1 ? change(message, own, certs) : message;
  });
  return { secrets, certs, inputs: routeShares(arithmetic, certs, polynomials) };
}

/** Opens the share that trustee 2 sent to trustee 1, and sends another in its place. */
function withShare(
  input: CeremonyInput,
  { secrets, certs }: { secrets: TrusteeSecrets[]; certs: CertKeys[] },
  other: (share: bigint) => bigint,
): CeremonyInput {
  const recipient = { secret: secrets[0]!.decryption, encryption: certs[0]!.encryption };
  const text = openMessage(arithmetic, recipient, certs[1]!.verification, input.secrets[1]!);
  const { secret } = readJson(text) as { secret: string };
  const json = { secret: String(other(BigInt(secret))) };
  const sent = sendMessage(arithmetic, secrets[1]!.signing, certs[0]!.encryption, json, random);
  return { ...input, secrets: input.secrets.with(1, sent) };
}

describe('a key ceremony', () => {
  it('makes a key with which any two of three trustees decrypt alike', () => {
    const { entry, secrets } = keyCeremony(arithmetic, 2, 3);
    const key = electionKeyOf(arithmetic, [entry]);
    const tally = [[{ alpha: arithmetic.power(group.g, 12345n), beta: 1n }]];
    const shares = flattenTrustees([entry]).map(({ owner }, i): [number, PartialDecryption] => [
      owner,
      decryptPartially(arithmetic, secrets[i]!, 'phi', tally, random),
    ]);
    for (const left of [0, 1, 2]) {
      const two = new Map(shares.filter((_, i) => i !== left));
      expect(combineFactors(arithmetic, [entry], tally, two)).toEqual([[arithmetic.power(key, 12345n)]]);
    }
    expect(codeOf(() => combineFactors(arithmetic, [entry], tally, new Map(shares.slice(0, 1))))).toBe(
      'decryption.insufficient',
    );
  });

  it('takes a share that is not reduced, as belenios-tool sends it', () => {
    const at = upToStepFour(2);
    const input = withShare(at.inputs[0]!, at, (share) => share + group.q);
    expect(codeOf(() => combineShares(arithmetic, at.secrets[0]!, at.certs, input, 2, random))).toBe(
      'accepted',
    );
  });

  it('refuses a share that is not the one its maker committed to', () => {
    const at = upToStepFour(2);
    const input = withShare(at.inputs[0]!, at, (share) => share + 1n);
    expect(codeOf(() => combineShares(arithmetic, at.secrets[0]!, at.certs, input, 2, random))).toBe(
      'trustees.share',
    );
  });

  it('refuses a share that was made for somebody else, or by somebody else', () => {
    const { secrets, certs, inputs } = upToStepFour(2);
    const combine = (input: CeremonyInput): string =>
      codeOf(() => combineShares(arithmetic, secrets[0]!, certs, input, 2, random));
    expect(combine(inputs[1]!)).toBe('trustees.recipient');
    const [first, second, third] = inputs[0]!.secrets as [string, string, string];
    expect(combine({ ...inputs[0]!, secrets: [first, third, second] })).toBe('trustees.cert-signature');
  });

  it('refuses polynomials for another threshold, all of them or one', () => {
    const { secrets, certs, inputs } = upToStepFour(3);
    expect(codeOf(() => combineShares(arithmetic, secrets[0]!, certs, inputs[0]!, 2, random))).toBe(
      'trustees.threshold',
    );
    const one = (): unknown =>
      upToStepFour(2, (_, own, keys) => makePolynomial(arithmetic, own, keys, 3, random));
    expect(codeOf(one)).toBe('trustees.threshold');
  });

  it('refuses a message in which a number lies outside of the group', () => {
    const { secrets, certs, inputs } = upToStepFour(2);
    const json = readJson(inputs[0]!.secrets[1]!) as { alpha: string; beta: string; data: string };
    const outside = writeJson({ ...json, alpha: String(group.p - BigInt(json.alpha)) });
    const input = { ...inputs[0]!, secrets: inputs[0]!.secrets.with(1, outside) };
    expect(codeOf(() => combineShares(arithmetic, secrets[0]!, certs, input, 2, random))).toBe(
      'trustees.not-in-group',
    );
  });
});
