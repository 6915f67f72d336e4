import { joinTexts } from '../../kernel/i18n/join-texts.ts';
import type { RecordKind } from '../../kernel/module/module.ts';
import type { SignedRecord } from '../../kernel/records/record.ts';
import { retract } from '../../kernel/subjects/index.ts';
import { type Adoption, adoptionBody } from './adoption.ts';
import { ADOPTION, PRACTICE } from './kinds.ts';
import { type Practice, practiceBody, SECTIONS } from './practice.ts';
import { projectAdoption, projectPractice, retractPractice } from './project.ts';
import { SUBJECTS } from './subjects.ts';

export const practiceKind: RecordKind<Practice> = {
  kind: PRACTICE,
  schema: practiceBody,
  project: projectPractice,
  retract: retractPractice,
  by: 'practices.item.from',
  headline: ({ body, prev, sub }) => ({
    message: prev === null ? 'practices.headline.published' : 'practices.headline.revised',
    title: body.title,
    sub: new URL(sub).pathname,
  }),
  concerns: ({ body }) => ({ topics: body.topics }),
  search: ({ body }) => ({
    title: body.title,
    text: joinTexts(body.summary, [
      ...SECTIONS.map((section) => body[section]),
      ...(body.facts ?? []).flatMap((fact) => [fact.label, fact.value]),
      ...(body.contacts ?? []).map((contact) => contact.name),
    ]),
  }),
};

export const adoptionKind: RecordKind<Adoption> = {
  kind: ADOPTION,
  schema: adoptionBody,
  project: projectAdoption,
  retract: (tx, sub, context, how) => retract(tx, SUBJECTS.adoption, sub, context, how),
  by: 'practices.adoption.over',
  headline: (record) => ({
    message: adoptionHeadline(record),
    title: record.body.practice.title,
    sub: new URL(record.sub).pathname,
  }),
  concerns: ({ body }) => ({ subjects: [body.practice.sub] }),
  search: ({ body }) => ({
    title: body.practice.title,
    text: joinTexts(body.gist, [body.adapted, body.outcome, body.scope]),
  }),
};

export const kinds = [practiceKind, adoptionKind] as const;

function adoptionHeadline({ body, prev, iss }: SignedRecord<Adoption>): string {
  if (prev !== null) return 'practices.headline.adoption-revised';
  return body.practice.origin.node === iss ? 'practices.headline.took-back' : 'practices.headline.adopted';
}
