import type { Kernel } from '../../../kernel/kernel.ts';
import { idOf, readSubjectRow, type SubjectRow } from '../../../kernel/subjects/index.ts';
import { CannotExport } from '../error.ts';
import { BadFile } from '../exchange/error.ts';
import { type PlanForm, writePlan } from '../exchange/write-plan.ts';
import type { PlanInput } from '../plan.ts';
import type { Reference } from '../reference.ts';
import { SUBJECTS } from '../subjects.ts';
import { loadPlan, type PlanItem } from './plan.ts';

/** A file as it is handed to somebody. */
export interface WrittenFile {
  what: 'reference' | 'plan';
  mediaType: string;
  bytes: Buffer;
}

/**
 * A reference of ours as its file came, or a plan of ours in a form of others, or as `json`: our own, with everything.
 * `asked` is an id, or an address at this node. @throws CannotExport
 */
export async function writtenFile(
  kernel: Kernel,
  asked: string,
  form: PlanForm | 'json' | undefined,
): Promise<WrittenFile> {
  const own = asked.startsWith(kernel.identity.origin) ? asked.slice(kernel.identity.origin.length) : asked;
  const reference = await found('reference', (id) => readSubjectRow(kernel, SUBJECTS.reference, null, id));
  if (reference !== null) {
    if (form !== undefined) throw new CannotExport('A reference is written as it came, in no other form.');
    return await originalOf(kernel, reference as SubjectRow<Reference>);
  }
  const item = await found('plan', (id) => loadPlan(kernel, null, id));
  if (item?.plan.state !== 'live') {
    throw new CannotExport(`This node has no plan and keeps no reference ${asked}.`);
  }
  const text =
    form === undefined || form === 'json' ? ownForm(kernel, item) : foreignForm(kernel, item, form);
  const mediaType = form === 'ogp' ? 'text/csv; charset=utf-8' : 'application/json';
  return { what: 'plan', mediaType, bytes: Buffer.from(text, 'utf8') };

  async function found<Row>(thing: 'plan' | 'reference', read: (id: string) => Promise<Row | null>) {
    const id = idOf(SUBJECTS[thing], own) ?? idOf(SUBJECTS.commitment, `/commitments/${own}`);
    return id === null ? null : await read(id);
  }
}

async function originalOf({ db }: Kernel, { body, state }: SubjectRow<Reference>): Promise<WrittenFile> {
  const blob =
    state === 'erased'
      ? undefined
      : await db
          .selectFrom('blob')
          .select(['bytes', 'media_type'])
          .where('digest', '=', body.sha256)
          .where('state', '=', 'present')
          .executeTakeFirst();
  if (!blob?.bytes) throw new CannotExport('The file of this reference is not kept any more.');
  return { what: 'reference', mediaType: blob.media_type, bytes: Buffer.from(blob.bytes) };
}

function ownForm(kernel: Kernel, { plan, commitments }: PlanItem): string {
  const signed = ({ sub, jti, version, body }: SubjectRow) => ({ sub, jti, version, body });
  const file = {
    format: 'koinon-plan@1',
    node: kernel.identity.origin,
    exportedAt: kernel.clock.now().toISOString(),
    plan: signed(plan),
    commitments: commitments.map(({ commitment }) => signed(commitment)),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function foreignForm(kernel: Kernel, { plan, commitments }: PlanItem, form: PlanForm): string {
  try {
    return writePlan(form, {
      plan: plan.body as PlanInput,
      commitments: commitments.map(({ commitment }) => commitment.body),
      country: kernel.identity.profile.name,
    });
  } catch (error) {
    if (error instanceof BadFile) throw new CannotExport(`It cannot be written as ${form}. ${error.message}`);
    throw error;
  }
}
