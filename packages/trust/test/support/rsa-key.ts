import { createPrivateKey, createPublicKey, generatePrimeSync, type KeyObject } from 'node:crypto';

function base64Url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n];
  while (b > 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return ((x % modulus) + modulus) % modulus;
}

/** An RSA key whose modulus has exactly so many bits; OpenSSL's own generator rounds odd lengths down. */
export function rsaKeyOfBits(bits: number): { privateKey: KeyObject; publicKey: KeyObject } {
  const e = 65_537n;
  for (;;) {
    const [p, q] = [bits - (bits >> 1), bits >> 1].map((size) =>
      generatePrimeSync(size, { bigint: true }),
    ) as [bigint, bigint];
    const n = p * q;
    if (n.toString(2).length !== bits || (p - 1n) % e === 0n || (q - 1n) % e === 0n) continue;
    const d = inverse(e, (p - 1n) * (q - 1n));
    const parts = { n, e, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
    const members = Object.entries(parts).map(([name, value]) => [name, base64Url(value)]);
    const jwk = { kty: 'RSA', ...Object.fromEntries(members) };
    const privateKey = createPrivateKey({ key: jwk, format: 'jwk' });
    return { privateKey, publicKey: createPublicKey(privateKey) };
  }
}
