import type { ReceiptResult, ReceiptStep, ReceiptStepCode } from '@koinon/records';
import { type Policy, parseNote, parseProof, parseVerifierKey } from '@koinon/transparency-log';

/** One line of the answer: what was found, and why where it does not hold. */
export interface Finding {
  ok: boolean | null;
  what: string;
  /** Why it does not hold. */
  why?: string;
}

/** The three things that people ask of a receipt, each from the steps that it rests on. */
export function receiptFindings(result: ReceiptResult, receipt: string, policy: Policy): Finding[] {
  const { checkpoint, index, record } = result;
  if (index === null || failed(result, ['canonical'])) {
    return [{ ok: false, what: 'this is no receipt', why: reason(result, ['canonical']) }];
  }
  const host = record ? new URL(record.payload.iss).host : undefined;
  const counted = cosigners(receipt, policy, checkpoint?.origin);
  return [
    finding(result, host ? `signed by ${host}` : 'a signed record', [
      'record',
      'issuer',
      'record-key',
      'record-signature',
    ]),
    finding(result, checkpoint ? `in the log, ${index} of ${checkpoint.size}` : 'in a log', [
      'checkpoint',
      'log-signature',
      'inclusion',
    ]),
    finding(result, `cosigned by ${counted.signed} of ${counted.known}`, ['known-signatures', 'quorum']),
  ];
}

export function findingLine({ ok, what, why }: Finding): string {
  const sign = ok === true ? 'OK  ' : ok === false ? 'NO  ' : '??  ';
  return `${sign}${what}${why === undefined ? '' : `: ${why}`}`;
}

function finding(result: ReceiptResult, what: string, codes: readonly ReceiptStepCode[]): Finding {
  const steps = result.steps.filter(({ code }) => codes.includes(code));
  const refuted = steps.some(({ ok }) => ok === false);
  // A step that was never reached leaves its line open: an earlier line says why.
  const complete = codes.every((code) => steps.some((step) => step.code === code));
  const ok = refuted ? false : complete && steps.every((step) => step.ok) ? true : null;
  return ok === true ? { ok, what } : { ok, what, why: reason(result, codes) };
}

function failed(result: ReceiptResult, codes: readonly ReceiptStepCode[]): boolean {
  return result.steps.some(({ code, ok }) => ok === false && codes.includes(code));
}

function reason(result: ReceiptResult, codes: readonly ReceiptStepCode[]): string {
  const steps = result.steps.filter(({ code, ok }) => codes.includes(code) && ok !== true);
  return steps.length === 0 ? 'not checked, because of the above' : steps.map(inWords).join('; ');
}

function inWords({ code, detail }: ReceiptStep): string {
  switch (code) {
    case 'canonical':
      return detail === 'one canonical encoding' ? 'it is not written in the one canonical form' : detail;
    case 'log-signature':
      return 'no trusted key of this log has signed its checkpoint';
    case 'quorum':
      return 'fewer witnesses than the policy asks for';
    case 'inclusion':
      return 'the proof does not lead to the root of the log';
    case 'issuer':
      return 'the log belongs to another node than the one the record names';
    case 'record-key':
      return 'the key is none of the node’s at this place in the log';
    case 'record-signature':
      return 'the signature does not fit';
    default:
      return detail;
  }
}

/** Witnesses by name: a witness with keys of two kinds counts once, a node is no witness of its own log. */
function cosigners(
  receipt: string,
  policy: Policy,
  origin: string | undefined,
): { signed: number; known: number } {
  const names = (vkeys: readonly string[]) => new Set(vkeys.map((vkey) => parseVerifierKey(vkey).name));
  const known = names(policy.witnesses.map(({ vkey }) => vkey));
  if (origin !== undefined) known.delete(origin.replace(/\/log(\/\d+)?$/, '/witness'));
  const lines = noteLines(receipt);
  return { signed: [...known].filter((name) => lines.has(name)).length, known: known.size };
}

function noteLines(receipt: string): Set<string> {
  try {
    return new Set(parseNote(parseProof(receipt).note).signatures.map(({ name }) => name));
  } catch {
    return new Set();
  }
}
