import { joinTexts } from '../../kernel/i18n/join-texts.ts';
import type { LangText } from '../../kernel/i18n/locale.ts';
import type { RecordKind } from '../../kernel/module/module.ts';
import { retract, type Subject } from '../../kernel/subjects/index.ts';
import { type Answer, answerBody, type Call, callBody } from './call.ts';
import { type Decision, decisionBody, type Vote, voteBody } from './decision.ts';
import { type Entry, entryBody } from './entry.ts';
import { type Expert, expertBody } from './expert.ts';
import * as kind from './kinds.ts';
import { type Membership, membershipBody } from './membership.ts';
import { type Output, outputBody } from './output.ts';
import { type Project, projectBody } from './project.ts';
import * as projection from './projection.ts';
import { SUBJECTS } from './subjects.ts';
import { type Update, updateBody } from './update.ts';

type Kind<Body> = RecordKind<Body>;

const path = (sub: string) => new URL(sub).pathname;

/** What stands in the columns of an erased subject that lists and filters read. */
const EMPTY = { title: '{}', topics: [], languages: [] };

const retracts =
  (
    subject: Subject,
    emptied: Readonly<Record<string, unknown>> = {},
  ): NonNullable<Kind<unknown>['retract']> =>
  (tx, sub, context, how) =>
    retract(tx, subject, sub, context, how, emptied);

/** Of what a new version is news of its own. */
const REVISED = new Set(['project', 'output', 'call']);

/** One line of news about something, under the title of the project or call that it belongs to. */
const headline =
  <Body>(name: string, titleOf: (body: Body) => LangText): Kind<Body>['headline'] =>
  ({ body, prev, sub }) => ({
    message: `projects.headline.${name}${prev !== null && REVISED.has(name) ? '-revised' : ''}`,
    title: titleOf(body),
    sub: path(sub),
  });

/** What is part of a project concerns those who follow that. */
const ofProject = ({ body: { project } }: { body: { project: { sub: string } } }) => ({
  subjects: [project.sub],
});

const project: Kind<Project> = {
  kind: kind.PROJECT,
  schema: projectBody,
  project: projection.projectProject,
  retract: retracts(SUBJECTS.project, EMPTY),
  by: 'projects.by.project',
  headline: headline('project', ({ title }) => title),
  concerns: ({ body: { topics } }) => ({ topics }),
  search: ({ body: { title, summary, charter, workPackages, milestones } }) => ({
    title,
    text: joinTexts(summary, [charter, ...[...workPackages, ...milestones].map((step) => step.title)]),
  }),
};

const membership: Kind<Membership> = {
  kind: kind.MEMBERSHIP,
  schema: membershipBody,
  project: projection.projectMembership,
  retract: retracts(SUBJECTS.membership),
  by: 'projects.by.membership',
  headline: headline('membership', ({ project: { title } }) => title),
  concerns: ofProject,
};

const entry: Kind<Entry> = {
  kind: kind.ENTRY,
  schema: entryBody,
  project: projection.projectEntry,
  // What is in the books stays there: it is put right by a reversal, and its record stays in the log in any case.
  by: 'projects.by.entry',
  headline: ({ body, sub }) => ({
    message: `projects.headline.${body.type}`,
    title: body.project.title,
    sub: path(sub),
  }),
  concerns: ofProject,
};

const decision: Kind<Decision> = {
  kind: kind.DECISION,
  schema: decisionBody,
  project: projection.projectDecision,
  retract: retracts(SUBJECTS.decision),
  by: 'projects.by.decision',
  headline: headline('decision', ({ title }) => title),
  concerns: ofProject,
  search: ({ body: { title, text } }) => ({ title, text }),
};

const vote: Kind<Vote> = {
  kind: kind.VOTE,
  schema: voteBody,
  project: projection.projectVote,
  retract: retracts(SUBJECTS.vote),
  by: 'projects.by.vote',
  headline: headline('vote', ({ project: { title } }) => title),
  concerns: ofProject,
};

const output: Kind<Output> = {
  kind: kind.OUTPUT,
  schema: outputBody,
  project: projection.projectPart(SUBJECTS.output as Subject),
  retract: retracts(SUBJECTS.output),
  by: 'projects.by.output',
  headline: headline('output', ({ title }) => title),
  concerns: ofProject,
  search: ({ body: { title, text } }) => ({ title, text: text ?? title }),
};

const update: Kind<Update> = {
  kind: kind.UPDATE,
  schema: updateBody,
  project: projection.projectPart(SUBJECTS.update as Subject),
  retract: retracts(SUBJECTS.update),
  by: 'projects.by.update',
  headline: headline('update', ({ project: { title } }) => title),
  concerns: ofProject,
  search: ({
    body: {
      project: { title },
      text,
    },
  }) => ({ title, text }),
};

const call: Kind<Call> = {
  kind: kind.CALL,
  schema: callBody,
  project: projection.projectCall,
  retract: retracts(SUBJECTS.call, EMPTY),
  by: 'projects.by.call',
  headline: headline('call', ({ title }) => title),
  concerns: ({ body: { project, topics } }) => ({
    subjects: project === undefined ? [] : [project.sub],
    topics,
  }),
  search: ({ body: { title, text } }) => ({ title, text }),
};

const answer: Kind<Answer> = {
  kind: kind.ANSWER,
  schema: answerBody,
  project: projection.projectAnswer,
  retract: retracts(SUBJECTS.answer),
  by: 'projects.by.answer',
  headline: headline('answer', ({ call: { title } }) => title),
  concerns: ({ body: { call } }) => ({ subjects: [call.sub] }),
};

const expert = (thing: 'offer' | 'request', name: string): Kind<Expert> => ({
  kind: name,
  schema: expertBody,
  project: projection.projectExpert(SUBJECTS[thing]),
  retract: retracts(SUBJECTS[thing], EMPTY),
  by: `projects.by.${thing}`,
  headline: headline(thing, ({ title }) => title),
  concerns: ({ body: { topics } }) => ({ topics }),
  search: ({ body: { title, text, organisation } }) => ({
    title,
    text: joinTexts(text, [organisation.name]),
  }),
});

export const kinds = [
  project,
  membership,
  entry,
  decision,
  vote,
  output,
  update,
  call,
  answer,
  expert('offer', kind.OFFER),
  expert('request', kind.REQUEST),
] as const;
