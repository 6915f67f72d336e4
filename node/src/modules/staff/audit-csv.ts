import type { Kernel } from '../../kernel/kernel.ts';
import { type AuditFilter, type AuditView, loadAudit } from './read/audit.ts';

const ROWS = 1000;
const COLUMNS = ['at', 'actor', 'name', 'acting_for', 'act', 'subject', 'detail'] as const;

/** The audit as CSV (RFC 4180), read part by part, so that years of it need little memory. */
export async function* auditCsv(kernel: Pick<Kernel, 'db'>, filter: AuditFilter): AsyncGenerator<string> {
  yield line(COLUMNS);
  for (let after: string | null = null; ; ) {
    const { items, next }: Awaited<ReturnType<typeof loadAudit>> = await loadAudit(kernel, filter, {
      limit: ROWS,
      after,
    });
    yield items.map((item) => line(cells(item))).join('');
    if (next === null) return;
    after = next;
  }
}

function cells({ at, actor, name, actingFor, act, subject, detail }: AuditView): string[] {
  return [at.toISOString(), actor, name ?? '', actingFor ?? '', act, subject, JSON.stringify(detail)];
}

function line(values: readonly string[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/** A spreadsheet takes a cell that begins with one of these for a formula. */
function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}
