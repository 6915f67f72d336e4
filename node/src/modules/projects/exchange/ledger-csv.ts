import { csvLines } from '../../../kernel/web/csv.ts';
import { writeAmount } from '../ledger/amount.ts';
import { runningAvailable } from '../ledger/running.ts';
import type { ProjectItem } from '../read.ts';

const COLUMNS = [
  'number',
  'node',
  'signed_at',
  'on',
  'type',
  'amount',
  'unit',
  'of',
  'work_package',
  'state',
  'reason',
  'reversed_by',
  'available_after',
  'text',
  'language',
  'address',
  'record',
] as const;

/** The entries of a ledger, one line each, in the order of the page. */
export function ledgerCsv({ ledger, entries: rows }: Pick<ProjectItem, 'ledger' | 'entries'>): string {
  const running = runningAvailable(ledger.entries);
  const lines = ledger.entries.map(({ sub, jti, node, signedAt, body, standing, reversedBy }, i) => {
    const { on, text } = rows.get(sub)?.body ?? {};
    const after = running[i] ?? null;
    const cells: Record<(typeof COLUMNS)[number], string> = {
      number: String(body.number),
      node,
      signed_at: signedAt.toISOString(),
      on: on ?? '',
      type: body.type,
      amount: body.amount,
      unit: body.unit,
      of: body.of ?? '',
      work_package: body.workPackage ?? '',
      state: standing.state,
      reason: standing.state === 'counts' ? '' : standing.reason,
      reversed_by: reversedBy ?? '',
      available_after: after === null ? '' : writeAmount(after),
      text: text?.[text.source] ?? '',
      language: text?.source ?? '',
      address: sub,
      record: jti,
    };
    return COLUMNS.map((column) => cells[column]);
  });
  return csvLines([COLUMNS, ...lines]);
}
