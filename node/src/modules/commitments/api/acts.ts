import { z } from 'zod';
import { publishRoute, reviseRoute, withdrawRoute } from '../../../kernel/subjects/index.ts';
import type { ApiRoute } from '../../../kernel/web/api-route.ts';
import { assessmentInput } from '../assessment.ts';
import { assess, publishCommitment, publishPlan, report, takeLead } from '../commands.ts';
import { commitmentInput } from '../commitment.ts';
import { leadInput } from '../lead.ts';
import { planInput } from '../plan.ts';
import { reportInput } from '../report.ts';
import { SUBJECTS } from '../subjects.ts';

const commitment = z.url().max(300).describe('Subject of the commitment at its origin.');

export function commitmentActs(): readonly ApiRoute[] {
  return [
    publishRoute({
      path: '/commitment-plans',
      summary: 'Publish a plan',
      permission: 'commitments.publish',
      body: planInput,
      run: (kernel, actor, body) => publishPlan(kernel, actor, { body }),
    }),
    reviseRoute(SUBJECTS.plan, {
      path: '/commitment-plans',
      summary: 'Publish the next version of a plan; If-Match names the latest record',
      permission: 'commitments.publish',
      body: planInput,
      run: publishPlan,
    }),
    withdrawRoute(
      SUBJECTS.plan,
      '/commitment-plans',
      'commitments.publish',
      'Withdraw a plan; its commitments stay',
    ),
    publishRoute({
      path: '/commitments',
      summary: 'Publish a commitment with its milestones',
      permission: 'commitments.publish',
      body: commitmentInput,
      run: (kernel, actor, body) => publishCommitment(kernel, actor, { body }),
    }),
    reviseRoute(SUBJECTS.commitment, {
      path: '/commitments',
      summary: 'Publish the next version of a commitment; If-Match names the latest record',
      permission: 'commitments.publish',
      body: commitmentInput,
      run: publishCommitment,
    }),
    withdrawRoute(
      SUBJECTS.commitment,
      '/commitments',
      'commitments.publish',
      'Withdraw a commitment: it stays provable',
    ),
    publishRoute({
      path: '/commitment-leads',
      summary: 'Say that this node takes on a commitment of another node that names it as lead',
      permission: 'commitments.publish',
      body: z.object({ commitment, lead: leadInput }),
      run: (kernel, actor, body) => takeLead(kernel, actor, { commitment: body.commitment, body: body.lead }),
    }),
    withdrawRoute(
      SUBJECTS.lead,
      '/commitment-leads',
      'commitments.publish',
      'Give up leading a commitment of another node',
    ),
  ];
}

/** Claims and findings. */
export function sayingActs(): readonly ApiRoute[] {
  return [
    publishRoute({
      path: '/commitment-reports',
      summary: 'Report on a commitment that this node leads; evidence is hashed, and a copy is kept',
      permission: 'commitments.report',
      body: z.object({ commitment, report: reportInput }),
      run: (kernel, actor, body) => report(kernel, actor, { commitment: body.commitment, body: body.report }),
    }),
    reviseRoute(SUBJECTS.report, {
      path: '/commitment-reports',
      summary: 'Publish the next version of a status report; If-Match names the latest record',
      permission: 'commitments.report',
      body: reportInput,
      run: report,
    }),
    withdrawRoute(SUBJECTS.report, '/commitment-reports', 'commitments.report', 'Withdraw a status report'),
    publishRoute({
      path: '/commitment-assessments',
      summary: 'Say what was found about a commitment that this node does not lead',
      permission: 'commitments.assess',
      body: z.object({ commitment, assessment: assessmentInput }),
      run: (kernel, actor, body) =>
        assess(kernel, actor, { commitment: body.commitment, body: body.assessment }),
    }),
    reviseRoute(SUBJECTS.assessment, {
      path: '/commitment-assessments',
      summary: 'Publish the next version of an assessment; If-Match names the latest record',
      permission: 'commitments.assess',
      body: assessmentInput,
      run: assess,
    }),
    withdrawRoute(
      SUBJECTS.assessment,
      '/commitment-assessments',
      'commitments.assess',
      'Withdraw an assessment',
    ),
  ];
}
