/** The first 64 primes' cube roots, and the first 8 primes' square roots: fractional parts (FIPS 180-4, 4.2.2 and 5.3.3). */
const { roundConstants, initialState } = constants();

function constants(): { roundConstants: Int32Array; initialState: Int32Array } {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return {
    roundConstants: Int32Array.from(primes, (prime) => fraction(BigInt(prime), 3n)),
    initialState: Int32Array.from(primes.slice(0, 8), (prime) => fraction(BigInt(prime), 2n)),
  };
}

/** First 32 bits of the fractional part of the `degree`-th root, exactly. */
function fraction(prime: bigint, degree: bigint): number {
  const target = prime << (32n * degree);
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** degree <= target) low = middle;
    else high = middle;
  }
  return Number(BigInt.asIntN(32, low));
}

// One schedule, one state and one last block for all calls: the function never yields, so nothing can see them between.
const schedule = new Int32Array(64);
const state = new Int32Array(8);
const tail = new Uint8Array(128);

function compress(bytes: Uint8Array, at: number): void {
  const w = schedule;
  for (let i = 0, j = at; i < 16; i++, j += 4) {
    w[i] =
      ((bytes[j] as number) << 24) |
      ((bytes[j + 1] as number) << 16) |
      ((bytes[j + 2] as number) << 8) |
      (bytes[j + 3] as number);
  }
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15] as number;
    const y = w[i - 2] as number;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    w[i] = ((w[i - 16] as number) + s0 + (w[i - 7] as number) + s1) | 0;
  }
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (roundConstants[i] as number) + (w[i] as number)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] = ((state[0] as number) + a) | 0;
  state[1] = ((state[1] as number) + b) | 0;
  state[2] = ((state[2] as number) + c) | 0;
  state[3] = ((state[3] as number) + d) | 0;
  state[4] = ((state[4] as number) + e) | 0;
  state[5] = ((state[5] as number) + f) | 0;
  state[6] = ((state[6] as number) + g) | 0;
  state[7] = ((state[7] as number) + h) | 0;
}

/**
 * SHA-256 (FIPS 180-4) that allocates nothing but its result: a Merkle tree hashes many short inputs, for which the cost
 * of a call counts more than the speed of the rounds.
 *
 * @example sha256(utf8('abc')) // ba7816bf 8f01cfea …
 */
export function sha256(bytes: Uint8Array): Uint8Array {
  state.set(initialState);
  const { length } = bytes;
  const whole = length - (length % 64);
  for (let at = 0; at < whole; at += 64) compress(bytes, at);
  const rest = length - whole;
  const end = rest < 56 ? 64 : 128;
  tail.fill(0);
  for (let i = 0; i < rest; i++) tail[i] = bytes[whole + i] as number;
  tail[rest] = 0x80;
  // The length in bits, big-endian; a byte string never has 2^50 of them, so the upper half is small.
  const high = Math.floor(length / 0x2000_0000);
  const low = length << 3;
  for (let i = 0; i < 4; i++) {
    tail[end - 8 + i] = high >>> (24 - 8 * i);
    tail[end - 4 + i] = low >>> (24 - 8 * i);
  }
  compress(tail, 0);
  if (end === 128) compress(tail, 64);
  const digest = new Uint8Array(32);
  for (let i = 0; i < 32; i++) digest[i] = (state[i >> 2] as number) >>> (24 - 8 * (i & 3));
  return digest;
}
