import { LastBallots } from './last-ballots.ts';
import { Verifier, type VerifyOptions, type VerifyReport } from './verifier.ts';

/** Opens an archive for reading from its start; called twice. */
export type OpenArchive = () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/**
 * Verifies an archive in two readings: the first finds each voter's last ballot, the second checks everything. Memory is a
 * constant, some dozens of bytes for each ballot and ciphertext, and the list of voters; ranked ballots hold their lists.
 * @throws Rejection
 * @example await verifyArchive(() => createReadStream('election.bel'), { arithmetic: loadKernel(bytes) })
 */
export async function verifyArchive(open: OpenArchive, options: VerifyOptions = {}): Promise<VerifyReport> {
  const last = new LastBallots();
  for await (const chunk of open()) last.push(chunk);
  const verifier = new Verifier(last, options);
  for await (const chunk of open()) verifier.push(chunk);
  return verifier.end();
}
