import { parseCheckpoint, parseNote, toBase64 } from '@koinon/transparency-log';
import type { Kernel } from '../../../kernel/kernel.ts';
import { confirmedSize } from '../../../kernel/log/doubt.ts';
import { readBody } from '../../../kernel/log/headline.ts';
import type { Partner } from '../../../kernel/trust/trust-store.ts';
import { peerName } from './peer-name.ts';

/** Evidence against a partner's log, and what became of it. */
export interface AlertView {
  id: string;
  code: string;
  raisedAt: Date;
  /** Entries that every version shares; null where the evidence does not tell. */
  commonSize: number | null;
  /** Who holds the other version. */
  peer: string | null;
  ours: NoteView | null;
  theirs: NoteView | null;
  /** Our record of the alarm. */
  record: { jti: string; index: number | null } | null;
  /** Partners that published the same alarm. */
  confirmations: ReadonlyArray<{ node: string; name: string; jti: string; index: number; at: Date }>;
  resolvedAt: Date | null;
  resolvedReason: string | null;
  resolvedJti: string | null;
}

/** One signed version of the log. */
export interface NoteView {
  size: number;
  root: string;
}

export async function loadAlerts(kernel: Kernel, partner: Partner): Promise<AlertView[]> {
  const rows = await kernel.db
    .selectFrom('alert as a')
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('entry')
          .innerJoin('log', 'log.id', 'entry.log')
          .select(['entry.jti', 'entry.index'])
          .where('log.role', '=', 'own')
          .as('e'),
      (join) => join.onRef('e.jti', '=', 'a.jti'),
    )
    .selectAll('a')
    .select('e.index as record_index')
    .where('a.origin', '=', partner.logOrigin)
    .orderBy('a.raised_at', 'desc')
    .execute();
  if (rows.length === 0) return [];
  const partners = await kernel.trust.partners();
  const confirmations = await loadConfirmations(kernel, partner, partners);
  return rows.map((row) => {
    const { peer } = row.detail;
    return {
      id: row.id,
      code: row.code,
      raisedAt: row.raised_at,
      commonSize: typeof row.detail.commonSize === 'number' ? confirmedSize(row.detail) : null,
      peer: typeof peer === 'string' ? peerName(peer, partners) : null,
      ours: noteView(row.note_ours),
      theirs: noteView(row.note_theirs),
      record: row.jti === null ? null : { jti: row.jti, index: row.record_index },
      confirmations: confirmations.filter(({ code }) => code === row.code),
      resolvedAt: row.resolved_at,
      resolvedReason: row.resolved_reason,
      resolvedJti: row.resolved_jti,
    };
  });
}

function noteView(note: string | null): NoteView | null {
  if (note === null) return null;
  try {
    const { size, root } = parseCheckpoint(parseNote(note).text);
    return { size, root: toBase64(root) };
  } catch {
    return null;
  }
}

/** Alarms about the same log that other partners have published and we have checked. */
async function loadConfirmations(kernel: Kernel, about: Partner, partners: readonly Partner[]) {
  const others = partners.filter((partner) => partner.log !== about.log);
  if (others.length === 0) return [];
  const rows = await kernel.db
    .selectFrom('subject as s')
    .innerJoin('entry as e', (join) => join.onRef('e.log', '=', 's.log').onRef('e.sub', '=', 's.sub'))
    .select(['e.log', 'e.jti', 'e.index', 'e.iat', 'e.body'])
    .where('s.kind', '=', 'kernel/alert@1')
    .where('e.kind', '=', 'kernel/alert@1')
    .where('e.flag', 'is', null)
    .where(
      's.log',
      'in',
      others.map((partner) => partner.log),
    )
    .execute();
  return rows.flatMap(({ log, jti, index, iat, body }) => {
    const by = others.find((partner) => partner.log === log);
    const alert = readBody(body);
    if (by === undefined || jti === null || alert?.origin !== about.logOrigin) return [];
    return [{ node: by.node, name: by.name, code: alert.code, jti, index, at: new Date((iat ?? 0) * 1000) }];
  });
}
