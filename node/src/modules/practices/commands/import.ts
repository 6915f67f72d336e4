import { isDeepStrictEqual } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/database/tables.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { idOf, pathOf } from '../../../kernel/subjects/index.ts';
import { type ImportFile, type ImportLine, readItemBody } from '../exchange.ts';
import { PRACTICE } from '../kinds.ts';
import type { Practice, PracticeInput } from '../practice.ts';
import { practicesDb } from '../schema.ts';
import { SUBJECTS } from '../subjects.ts';

export interface ImportReport {
  dryRun: boolean;
  lines: ImportLine[];
  acts: Act[];
}

interface Known {
  id: string;
  latest: string;
  state: string;
  body: Practice;
}

type Step = ImportLine & { id?: string; prev?: string; body?: PracticeInput };

/**
 * Publishes the practices of a file, all or none; with `dryRun` only says what would become of each. Items with a
 * subject of ours are revised where they differ; items of another node are refused, because their author is not us.
 */
export async function importPractices(
  kernel: Kernel,
  actor: Actor,
  { file, dryRun }: { file: ImportFile; dryRun: boolean },
): Promise<ImportReport> {
  require(actor, 'practices.import');
  return await kernel.database.transaction(async (tx) => {
    const steps = planImport(
      file,
      kernel.identity.origin,
      await readKnown(tx, kernel.ownLog, file, kernel.identity.origin),
    );
    const acts: Act[] = [];
    for (const { id, prev = null, body } of dryRun ? [] : steps) {
      if (id === undefined || body === undefined) continue;
      acts.push(
        await kernel.records.publish(tx, actor, {
          kind: PRACTICE,
          sub: pathOf(SUBJECTS.practice, id),
          prev,
          body,
        }),
      );
    }
    return { dryRun, lines: steps.map(lineOf), acts };
  });
}

/** What becomes of each item, given what we have published already. */
export function planImport(file: ImportFile, origin: string, known: readonly Known[]): Step[] {
  const byId = new Map(known.map((practice) => [practice.id, practice]));
  const seen = new Set<string>();
  return file.items.map(({ sub, body: given }, index): Step => {
    const line = index + 1;
    const read = readItemBody(given);
    if (!read.ok)
      return { line, title: titleOf(given), action: 'refused', reason: 'invalid', issues: read.issues };
    const { body } = read;
    const title = body.title[body.title.source] ?? '';
    const refused = (reason: NonNullable<ImportLine['reason']>): Step => ({
      line,
      title,
      action: 'refused',
      reason,
    });
    const id = sub === undefined ? undefined : ownId(sub, origin);
    if (id === null) return refused('foreign');
    const equal = known.find(
      (practice) => practice.state === 'live' && isDeepStrictEqual(practice.body, body),
    );
    const existing = id === undefined ? equal : byId.get(id);
    const key = id ?? JSON.stringify(body);
    if (seen.has(key)) return refused('repeated');
    seen.add(key);
    if (existing === undefined) return { line, title, action: 'publish', id: id ?? uuidv7(), body };
    if (existing.state !== 'live') return refused('withdrawn');
    if (isDeepStrictEqual(existing.body, body)) return { line, title, action: 'same' };
    return { line, title, action: 'revise', id: existing.id, prev: existing.latest, body };
  });
}

/** Our practices that the file may mean: by subject, or by a title that one of its items has. */
async function readKnown(tx: Tx, log: number, file: ImportFile, origin: string): Promise<Known[]> {
  const ids = file.items.flatMap(({ sub }) => (sub === undefined ? [] : (ownId(sub, origin) ?? [])));
  const titles = file.items.map(({ body }) => titleOf(body));
  return await practicesDb(tx)
    .selectFrom('practices_practice as p')
    .innerJoin('subject as s', (join) => join.onRef('s.log', '=', 'p.log').onRef('s.sub', '=', 'p.sub'))
    .select(['p.id', 's.latest', 'p.state', 'p.body'])
    .where('p.log', '=', log)
    .where((eb) =>
      eb.or([
        ...(ids.length === 0 ? [] : [eb('p.id', 'in', ids)]),
        eb(
          eb.fn<string>('jsonb_extract_path_text', [
            'p.title',
            eb.fn('jsonb_extract_path_text', ['p.title', eb.val('source')]),
          ]),
          'in',
          titles,
        ),
      ]),
    )
    .execute();
}

function ownId(sub: string, origin: string): string | null {
  return sub.startsWith(`${origin}/`) ? idOf(SUBJECTS.practice, sub) : null;
}

function titleOf(body: unknown): string {
  const title = (body as { title?: Record<string, unknown> } | null)?.title;
  const text = title?.[String(title.source)];
  return typeof text === 'string' ? text.slice(0, 200) : '';
}

function lineOf({ id: _id, prev: _prev, body: _body, ...line }: Step): ImportLine {
  return line;
}
