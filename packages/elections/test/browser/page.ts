/**
 * What a voting page does, bundled for browsers: makes a ballot, and verifies an archive with a Web Worker. Needs nothing of
 * Node. The test that loads it gives it its data.
 */
import {
  type BrowserWorker,
  bigIntArithmetic,
  groupByName,
  loadKernel,
  makeBallot,
  Rejection,
  readElection,
  type Vote,
  verifyArchive,
  WorkerPool,
} from '@koinon/elections';

declare const Worker: new (url: string) => BrowserWorker;

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

interface Given {
  electionText: string;
  credential: string;
  vote: Vote;
  kernels: string[];
}

function ballot({ electionText, credential, vote, kernels }: Given): string {
  const election = readElection(electionText);
  const arithmetic = loadKernel(...kernels.map(fromBase64))(election.group);
  return makeBallot(arithmetic, election, credential, vote, random);
}

/** "done", or the code of what is wrong. */
async function verify(archive: string, kernels: string[], worker: string): Promise<string> {
  const list = kernels.map(fromBase64);
  const pool = new WorkerPool(() => new Worker(worker), { workers: 2, kernels: list });
  try {
    const options = { arithmetic: loadKernel(...list), pool };
    return (await verifyArchive(() => [fromBase64(archive)], options)).phase;
  } catch (error) {
    if (error instanceof Rejection) return `${error.code} at ${error.event}`;
    throw error;
  } finally {
    await pool.close();
  }
}

/** Whether this browser's kernels agree with its BigInt, one answer for each kernel. */
function agree(kernels: string[]): boolean[] {
  const group = groupByName('BELENIOS-2048');
  if (group === undefined) throw new Error('no group');
  const exponent = group.q / 3n;
  const expected = bigIntArithmetic(group).power(group.g, exponent);
  return kernels.map((kernel) => {
    const arithmetic = loadKernel(fromBase64(kernel))(group);
    const powers = [arithmetic.power(group.g, exponent), arithmetic.secretPower(group.g, exponent)];
    return powers.every((power) => power === expected);
  });
}

Object.assign(globalThis, { elections: { ballot, verify, agree } });
