/** ML-DSA-44 (FIPS 204) where the runtime has it; `available` says so, and nothing else may be called where it is false. */
export interface MlDsa44 {
  readonly available: boolean;
  /** The 1,312-byte public key of a 32-byte seed. */
  publicKey(seed: Uint8Array): Uint8Array;
  /** A 2,420-byte signature with an empty context. */
  sign(seed: Uint8Array, message: Uint8Array): Uint8Array;
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}
