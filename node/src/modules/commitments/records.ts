import { joinTexts } from '../../kernel/i18n/join-texts.ts';
import type { RecordKind } from '../../kernel/module/module.ts';
import { retract } from '../../kernel/subjects/index.ts';
import { type Assessment, assessmentBody } from './assessment.ts';
import { type Commitment, commitmentBody, SECTIONS } from './commitment.ts';
import { ASSESSMENT, COMMITMENT, LEAD, PLAN, REFERENCE, REPORT } from './kinds.ts';
import { type Lead, leadBody } from './lead.ts';
import { type Plan, planBody } from './plan.ts';
import {
  projectAssessment,
  projectCommitment,
  projectLead,
  projectPlan,
  projectReport,
} from './project/project.ts';
import { projectReference, retractReference } from './project/reference.ts';
import { type Reference, referenceBody } from './reference.ts';
import { type Report, reportBody } from './report.ts';
import { SUBJECTS } from './subjects.ts';

const path = (sub: string) => new URL(sub).pathname;

export const planKind: RecordKind<Plan> = {
  kind: PLAN,
  schema: planBody,
  project: projectPlan,
  retract: (tx, sub, context, how) => retract(tx, SUBJECTS.plan, sub, context, how, { title: '{}' }),
  by: 'commitments.by.plan',
  headline: ({ body, prev, sub }) => ({
    message: prev === null ? 'commitments.headline.plan' : 'commitments.headline.plan-revised',
    title: body.title,
    sub: path(sub),
  }),
  search: ({ body: { title, summary, cocreation } }) => ({
    title,
    text: joinTexts(summary ?? title, [cocreation]),
  }),
};

export const commitmentKind: RecordKind<Commitment> = {
  kind: COMMITMENT,
  schema: commitmentBody,
  project: projectCommitment,
  retract: (tx, sub, context, how) =>
    retract(tx, SUBJECTS.commitment, sub, context, how, { title: '{}', languages: [], areas: [], leads: [] }),
  by: 'commitments.by.commitment',
  headline: ({ body, prev, sub }) => ({
    message: prev === null ? 'commitments.headline.published' : 'commitments.headline.revised',
    title: body.title,
    sub: path(sub),
  }),
  concerns: ({ body: { plan, areas } }) => ({
    subjects: plan === undefined ? [] : [plan],
    topics: areas ?? [],
  }),
  search: ({ body }) => ({
    title: body.title,
    text: joinTexts(body.what ?? body.title, [
      ...SECTIONS.filter((section) => section !== 'what').map((section) => body[section]),
      ...body.leads.map(({ name }) => name),
      ...body.milestones.flatMap(({ title, indicators = [] }) => [
        title,
        ...indicators.map(({ text }) => text),
      ]),
    ]),
  }),
};

export const leadKind: RecordKind<Lead> = {
  kind: LEAD,
  schema: leadBody,
  project: projectLead,
  retract: (tx, sub, context, how) => retract(tx, SUBJECTS.lead, sub, context, how),
  by: 'commitments.by.lead',
  headline: ({ body, sub }) => ({
    message: 'commitments.headline.lead',
    title: body.commitment.title,
    sub: path(sub),
  }),
  concerns: ({ body }) => ({ subjects: [body.commitment.sub] }),
};

export const reportKind: RecordKind<Report> = {
  kind: REPORT,
  schema: reportBody,
  project: projectReport,
  retract: (tx, sub, context, how) =>
    retract(tx, SUBJECTS.report, sub, context, how, {
      claims: '{"status":"erased","milestones":[]}',
      status: 'erased',
    }),
  by: 'commitments.by.report',
  headline: ({ body, prev, sub }) => ({
    message: prev === null ? 'commitments.headline.report' : 'commitments.headline.report-revised',
    title: body.commitment.title,
    sub: path(sub),
  }),
  concerns: ({ body }) => ({ subjects: [body.commitment.sub] }),
  search: ({ body: { commitment, progress, challenges } }) => ({
    title: commitment.title,
    text: joinTexts(progress, [challenges]),
  }),
};

export const assessmentKind: RecordKind<Assessment> = {
  kind: ASSESSMENT,
  schema: assessmentBody,
  project: projectAssessment,
  retract: (tx, sub, context, how) => retract(tx, SUBJECTS.assessment, sub, context, how),
  by: 'commitments.by.assessment',
  headline: ({ body, prev, sub }) => ({
    message: prev === null ? 'commitments.headline.assessment' : 'commitments.headline.assessment-revised',
    title: body.commitment.title,
    sub: path(sub),
  }),
  concerns: ({ body }) => ({ subjects: [body.commitment.sub] }),
  search: ({ body: { commitment, reasoning, assessor } }) => ({
    title: commitment.title,
    text: joinTexts(reasoning, [assessor.name]),
  }),
};

export const referenceKind: RecordKind<Reference> = {
  kind: REFERENCE,
  schema: referenceBody,
  project: projectReference,
  retract: retractReference,
  by: 'commitments.by.reference',
  headline: ({ body, sub }) => ({
    message: 'commitments.headline.reference',
    title: body.title,
    sub: path(sub),
  }),
};

export const kinds = [planKind, commitmentKind, leadKind, reportKind, assessmentKind, referenceKind] as const;
