import { z } from 'zod';
import type { Kernel } from '../../../kernel/kernel.ts';
import { cursor, cutPage, type Paged, type PageRequest } from '../../../kernel/web/index.ts';
import { namesOf } from './names.ts';

export interface AuditView {
  id: number;
  at: Date;
  actor: string;
  name: string | null;
  actingFor: string | null;
  act: string;
  subject: string;
  detail: Record<string, unknown>;
}

export interface AuditFilter {
  /** Beginning of the name of the act: `role`, `partner.remove`. */
  act?: string | undefined;
  /** Id of an actor. */
  actor?: string | undefined;
}

const byId = cursor(z.number().int().positive());

/** Newest first. */
export async function loadAudit(
  { db }: Pick<Kernel, 'db'>,
  { act, actor }: AuditFilter,
  page: PageRequest,
): Promise<Paged<AuditView>> {
  const after = page.after === null ? null : byId.decode(page.after);
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .$if(after !== null, (query) => query.where('id', '<', after as number))
    .$if(act !== undefined, (query) =>
      query.where((eb) => eb.or([eb('act', '=', act ?? ''), eb('act', 'like', `${likeText(act ?? '')}.%`)])),
    )
    .$if(actor !== undefined, (query) => query.where('actor', '=', actor ?? ''))
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute();
  const { items, next } = cutPage(rows, page.limit, byId, (row) => Number(row.id));
  const names = await namesOf(
    db,
    items.map((row) => row.actor),
  );
  return {
    next,
    items: items.map((row) => ({
      id: Number(row.id),
      at: row.at,
      actor: row.actor,
      name: names.get(row.actor) ?? null,
      actingFor: row.acting_for,
      act: row.act,
      subject: row.subject,
      detail: row.detail,
    })),
  };
}

function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
