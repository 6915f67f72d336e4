import { parseReceipt, verifyReceipt } from '@koinon/records';
import type { Policy } from '@koinon/transparency-log';
import { findingLine, receiptFindings } from './checks/receipt-lines.ts';
import { readInput } from './files.ts';
import { command } from './framework/command.ts';
import { CannotTell } from './framework/error.ts';
import { EXIT } from './framework/exit.ts';
import { askNode } from './node-statement.ts';
import { looksLikeUrl, openWeb, webAddress } from './sources/http.ts';
import { readJwks, readPolicy } from './trust-files.ts';

const MAX_RECEIPT = 1 << 20;

export const verify = command({
  name: 'verify',
  summary: 'Check a receipt: who signed it, and that it is in the log',
  description: [
    'Needs no node and no database. With --policy and --jwks it asks nobody; without them it fetches the keys that are missing from the node that the receipt names, and says so.',
    'Exit code 0: everything holds. 1: refuted. 2: a file or option is wrong. 3: it cannot be told, because keys could not be fetched.',
  ],
  arguments: [
    {
      name: 'receipt',
      describe: 'a receipt file, the address of one or of a record, or - for standard input',
    },
  ],
  options: {
    policy: {
      type: 'string',
      value: 'FILE',
      describe: 'Logs and witnesses to trust (tlog-policy), as "koinon partner export" writes it.',
    },
    jwks: {
      type: 'string',
      value: 'FILE',
      describe: 'Record keys of the node (JWK set), as "koinon partner export" writes it.',
    },
  },
  examples: [
    'koinon verify record.tlog-proof',
    'koinon verify record.tlog-proof --policy trust.policy --jwks kaldavere.jwks.json',
  ],
  judges: true,
  async run({ args: [file = ''], options, io }) {
    const bytes = await readReceipt(file);
    const receipt = new TextDecoder().decode(bytes);
    const stated = { policy: options.policy === undefined, jwks: options.jwks === undefined };
    const given = {
      policy: options.policy === undefined ? undefined : await readPolicy(options.policy),
      jwks: options.jwks === undefined ? undefined : await readJwks(options.jwks),
    };
    const origin = originOf(receipt);
    if (origin === null && (stated.policy || stated.jwks)) {
      const findings = [{ ok: false, what: 'this is no receipt' }];
      return io.answer(EXIT.failed, { verdict: 'refuted', findings }, findings.map(findingLine));
    }
    const trust = { ...(await fetchMissing(origin ?? '', given, (line) => io.progress(line))) };
    const result = verifyReceipt(bytes, trust);
    const findings = receiptFindings(result, receipt, trust.policy);
    const keys =
      stated.policy || stated.jwks
        ? `Keys as the node states them today (${origin}).`
        : 'Keys from the files given.';
    const exit = { verified: EXIT.ok, refuted: EXIT.failed, undecided: EXIT.cannotTell }[result.verdict];
    const json = {
      verdict: result.verdict,
      keys: stated.policy || stated.jwks ? 'stated-today' : 'given',
      findings,
      log: result.checkpoint && {
        origin: result.checkpoint.origin,
        size: result.checkpoint.size,
        index: result.index,
      },
      record: result.record?.payload ?? null,
      steps: result.steps,
    };
    return io.answer(exit, json, [...findings.map(findingLine), keys]);
  },
});

async function readReceipt(file: string): Promise<Uint8Array> {
  if (!looksLikeUrl(file)) return await readInput(file, 'a receipt', MAX_RECEIPT);
  const url = webAddress(file, 'a receipt');
  // The address that people see is that of the record's page; its receipt is one step below.
  if (/^\/records\/[^/.]+$/.test(url.pathname)) url.pathname += '/receipt';
  const body = await (await openWeb(url.href)).get(url.href, MAX_RECEIPT);
  if (body === null) throw new CannotTell('not-found', `${url.href} does not exist.`);
  return body;
}

/** The node that the record in the receipt names; null where there is none to ask. */
function originOf(receipt: string): string | null {
  try {
    const payload = parseReceipt(receipt).jws.split('.')[1] ?? '';
    const { iss } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { iss?: unknown };
    const url = typeof iss === 'string' ? URL.parse(iss) : null;
    return url !== null && /^https?:$/.test(url.protocol) ? url.origin : null;
  } catch {
    return null;
  }
}

async function fetchMissing(
  origin: string,
  given: { policy: Policy | undefined; jwks: unknown },
  progress: (line: string) => void,
): Promise<{ policy: Policy; jwks: unknown }> {
  if (given.policy !== undefined && given.jwks !== undefined)
    return { policy: given.policy, jwks: given.jwks };
  progress(`Asking ${origin} for its keys …`);
  const web = await openWeb(origin);
  return {
    policy: given.policy ?? (await askNode(web, origin)).policy,
    jwks: given.jwks ?? (await web.json(`${origin}/.well-known/jwks.json`)),
  };
}
