/** What the two runtimes do apart; Ed25519 and SHA-256 come from the transparency log. */
export interface EcPoint {
  /** 32 bytes each, big-endian. */
  x: Uint8Array;
  y: Uint8Array;
}

export interface RsaPublicKey {
  /** Modulus and exponent, big-endian, with no leading zero. */
  n: Uint8Array;
  e: Uint8Array;
}

export type RsaAlgorithm = 'RS256' | 'PS256';
