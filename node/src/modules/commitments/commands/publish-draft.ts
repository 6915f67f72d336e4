import { value } from '../../../kernel/forms/index.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Act } from '../../../kernel/records/record.ts';
import type { AssessmentInput } from '../assessment.ts';
import type { CommitmentInput } from '../commitment.ts';
import type { OpenDraft } from '../draft.ts';
import type { LeadInput } from '../lead.ts';
import type { PlanInput } from '../plan.ts';
import type { ReportInput } from '../report.ts';
import { publishCommitment, publishPlan, takeLead } from './publish.ts';
import { assess, report } from './say.ts';

/**
 * Publishes what a draft would publish, and ends the draft. What is new takes the id of the draft, or of what waited in a
 * file of ours, so that sending it twice publishes once. @throws NoSuchDraft, StalePredecessor
 */
export function publishDraft(
  kernel: Kernel,
  actor: Actor,
  { draft, thing, answer, revised, about }: OpenDraft,
  prev: string,
): Promise<Act> {
  if (!answer.ok) throw new Error(`draft ${draft.id} is not ready`);
  const id = revised?.row.id ?? (value(draft.typed, 'waiting') || draft.id);
  const version = { id, draft: draft.id, ...(revised !== null && { prev }) };
  const commitment = about?.sub ?? '';
  const { body } = answer;
  switch (thing) {
    case 'plan':
      return publishPlan(kernel, actor, { ...version, body: body as PlanInput });
    case 'commitment':
      return publishCommitment(kernel, actor, { ...version, body: body as CommitmentInput });
    case 'lead':
      return takeLead(kernel, actor, { id, draft: draft.id, commitment, body: body as LeadInput });
    case 'report':
      return report(kernel, actor, { ...version, commitment, body: body as ReportInput });
    case 'assessment':
      return assess(kernel, actor, { ...version, commitment, body: body as AssessmentInput });
  }
}
