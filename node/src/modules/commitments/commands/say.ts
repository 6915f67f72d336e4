import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/database/tables.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { describeFile, nameFiles, storeFiles } from '../../../kernel/records/files.ts';
import type { Act, RecordDraft } from '../../../kernel/records/record.ts';
import { pathOf, requireLive } from '../../../kernel/subjects/index.ts';
import type { Evidence } from '../../../kernel/subjects/parts.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import type { Assessment, AssessmentInput } from '../assessment.ts';
import { LeadCannotAssess, NotLead } from '../error.ts';
import { ASSESSMENT, REPORT } from '../kinds.ts';
import type { Report, ReportInput } from '../report.ts';
import { commitmentsDb } from '../schema.ts';
import { SUBJECTS } from '../subjects.ts';
import { endOf } from './draft.ts';
import { type Gathered, gatherEvidence, withEarlier } from './evidence.ts';
import { lookUp, requireOwnSteps, requireSteps } from './look-up.ts';
import { withUploads } from './upload.ts';

export interface SayRequest<Input> {
  /** Subject of the commitment at its origin; a revision keeps the one it has. */
  commitment?: string;
  id?: string;
  prev?: string;
  body: Input;
  /** Id of the draft of the actor's own that it was written in; it ends with the publication. */
  draft?: string | undefined;
}

/** Publishes the claim of a lead for a period, or its next version. */
export async function report(kernel: Kernel, actor: Actor, request: SayRequest<ReportInput>): Promise<Act> {
  require(actor, 'commitments.report');
  const { id = uuidv7(), prev = null, body } = request;
  const given = await withUploads(kernel.db, request.draft, body.evidence ?? []);
  const gathered = await gatherEvidence(kernel, given);
  return await kernel.database.transaction(async (tx) => {
    await endOf(tx, actor, request.draft);
    const before = prev === null ? null : await requireLive(tx, kernel.ownLog, SUBJECTS.report, id);
    const found = await lookUp(kernel, tx, before?.commitment.sub ?? request.commitment ?? '');
    if (!found.leads) throw new NotLead();
    const keys = (body.milestones ?? []).map(({ key }) => key);
    requireSteps(found.body, keys);
    requireOwnSteps(found, keys);
    return await publishWith(tx, kernel, actor, gathered, before?.evidence, (evidence) => ({
      kind: REPORT,
      sub: pathOf(SUBJECTS.report, id),
      prev,
      body: { ...body, ...evidence, commitment: found.reference } satisfies Report,
    }));
  });
}

/** Publishes what this node found about a commitment that it does not lead, or the next version of it. */
export async function assess(
  kernel: Kernel,
  actor: Actor,
  request: SayRequest<AssessmentInput>,
): Promise<Act> {
  require(actor, 'commitments.assess');
  const { id = uuidv7(), prev = null, body } = request;
  const given = await withUploads(kernel.db, request.draft, body.evidence ?? []);
  const gathered = await gatherEvidence(kernel, given);
  return await kernel.database.transaction(async (tx) => {
    await endOf(tx, actor, request.draft);
    const before = prev === null ? null : await requireLive(tx, kernel.ownLog, SUBJECTS.assessment, id);
    const found = await lookUp(kernel, tx, before?.commitment.sub ?? request.commitment ?? '');
    if (found.own || found.leads) throw new LeadCannotAssess();
    requireSteps(
      found.body,
      (body.milestones ?? []).map(({ key }) => key),
    );
    const { report: assessed, ...said } = body;
    const claim = assessed === undefined ? {} : { report: await reportAt(tx, assessed, found.reference.sub) };
    return await publishWith(tx, kernel, actor, gathered, before?.evidence, (evidence) => ({
      kind: ASSESSMENT,
      sub: pathOf(SUBJECTS.assessment, id),
      prev,
      body: { ...said, ...claim, ...evidence, commitment: found.reference } satisfies Assessment,
    }));
  });
}

/** Publishes a record together with the files that it names. */
async function publishWith<Body>(
  tx: Tx,
  kernel: Kernel,
  actor: Actor,
  { evidence, files }: Gathered,
  earlier: readonly Evidence[] | undefined,
  draft: (evidence: { evidence?: Evidence[] }) => RecordDraft<Body>,
): Promise<Act> {
  const all = withEarlier(evidence, earlier ?? []);
  await storeFiles(tx, files, kernel.clock.now());
  const act = await kernel.records.publish(tx, actor, draft(all.length === 0 ? {} : { evidence: all }));
  const kept = all.flatMap(({ sha256 }) => sha256 ?? []);
  await nameFiles(tx, kernel.ownLog, act.jti, [...kept, ...files.map((file) => describeFile(file).digest)]);
  return act;
}

async function reportAt(tx: Tx, sub: string, commitment: string): Promise<{ sub: string; jti: string }> {
  const row = await commitmentsDb(tx)
    .selectFrom('commitments_report')
    .select(['sub', 'jti'])
    .where('sub', '=', sub)
    .where('commitment', '=', commitment)
    .where('state', '=', 'live')
    .executeTakeFirst();
  if (row === undefined) throw new NotFound('report');
  return row;
}
