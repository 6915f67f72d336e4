import { z } from 'zod';
import { pathOf, withdrawRoute } from '../../../kernel/subjects/index.ts';
import { actSchema } from '../../../kernel/web/api/schemas.ts';
import { madeAct, ownParams, revising } from '../../../kernel/web/api/subjects.ts';
import { type ApiRoute, apiWrite } from '../../../kernel/web/api-route.ts';
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
    apiWrite({
      method: 'post',
      path: '/commitment-plans',
      summary: 'Publish a plan',
      permission: 'commitments.publish',
      body: planInput,
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, body }) => publishPlan(kernel, actor, { body }),
      answer: madeAct,
    }),
    apiWrite({
      method: 'put',
      path: '/commitment-plans/self/{id}',
      summary: 'Publish the next version of a plan; If-Match names the latest record',
      permission: 'commitments.publish',
      params: ownParams,
      body: planInput,
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, params: { id }, body, ifMatch }) =>
        revising(kernel, pathOf(SUBJECTS.plan, id), ifMatch, (prev) =>
          publishPlan(kernel, actor, { id, prev, body }),
        ),
      answer: madeAct,
    }),
    withdrawRoute(
      SUBJECTS.plan,
      '/commitment-plans',
      'commitments.publish',
      'Withdraw a plan; its commitments stay',
    ),
    apiWrite({
      method: 'post',
      path: '/commitments',
      summary: 'Publish a commitment with its milestones',
      permission: 'commitments.publish',
      body: commitmentInput,
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, body }) => publishCommitment(kernel, actor, { body }),
      answer: madeAct,
    }),
    apiWrite({
      method: 'put',
      path: '/commitments/self/{id}',
      summary: 'Publish the next version of a commitment; If-Match names the latest record',
      permission: 'commitments.publish',
      params: ownParams,
      body: commitmentInput,
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, params: { id }, body, ifMatch }) =>
        revising(kernel, pathOf(SUBJECTS.commitment, id), ifMatch, (prev) =>
          publishCommitment(kernel, actor, { id, prev, body }),
        ),
      answer: madeAct,
    }),
    withdrawRoute(
      SUBJECTS.commitment,
      '/commitments',
      'commitments.publish',
      'Withdraw a commitment: it stays provable',
    ),
    apiWrite({
      method: 'post',
      path: '/commitment-leads',
      summary: 'Say that this node takes on a commitment of another node that names it as lead',
      permission: 'commitments.publish',
      body: z.object({ commitment, lead: leadInput }),
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, body }) =>
        takeLead(kernel, actor, { commitment: body.commitment, body: body.lead }),
      answer: madeAct,
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
    apiWrite({
      method: 'post',
      path: '/commitment-reports',
      summary: 'Report on a commitment that this node leads; evidence is hashed, and a copy is kept',
      permission: 'commitments.report',
      body: z.object({ commitment, report: reportInput }),
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, body }) =>
        report(kernel, actor, { commitment: body.commitment, body: body.report }),
      answer: madeAct,
    }),
    apiWrite({
      method: 'put',
      path: '/commitment-reports/self/{id}',
      summary: 'Publish the next version of a status report; If-Match names the latest record',
      permission: 'commitments.report',
      params: ownParams,
      body: reportInput,
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, params: { id }, body, ifMatch }) =>
        revising(kernel, pathOf(SUBJECTS.report, id), ifMatch, (prev) =>
          report(kernel, actor, { id, prev, body }),
        ),
      answer: madeAct,
    }),
    withdrawRoute(SUBJECTS.report, '/commitment-reports', 'commitments.report', 'Withdraw a status report'),
    apiWrite({
      method: 'post',
      path: '/commitment-assessments',
      summary: 'Say what was found about a commitment that this node does not lead',
      permission: 'commitments.assess',
      body: z.object({ commitment, assessment: assessmentInput }),
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, body }) =>
        assess(kernel, actor, { commitment: body.commitment, body: body.assessment }),
      answer: madeAct,
    }),
    apiWrite({
      method: 'put',
      path: '/commitment-assessments/self/{id}',
      summary: 'Publish the next version of an assessment; If-Match names the latest record',
      permission: 'commitments.assess',
      params: ownParams,
      body: assessmentInput,
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, params: { id }, body, ifMatch }) =>
        revising(kernel, pathOf(SUBJECTS.assessment, id), ifMatch, (prev) =>
          assess(kernel, actor, { id, prev, body }),
        ),
      answer: madeAct,
    }),
    withdrawRoute(
      SUBJECTS.assessment,
      '/commitment-assessments',
      'commitments.assess',
      'Withdraw an assessment',
    ),
  ];
}
