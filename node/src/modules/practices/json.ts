import { z } from 'zod';
import { type Names, subjectFields, subjectFieldsJson, subjectStates } from '../../kernel/subjects/index.ts';
import { verificationJson, verificationSchema } from '../../kernel/web/api/verification.ts';
import type { Provenance } from '../../kernel/web/page.ts';
import { adoptionBody } from './adoption.ts';
import { practiceBody } from './practice.ts';
import type { AdoptionRow, PracticeDetail, PracticeRow } from './read.ts';

/** Practices and adoptions as programs read them, on the API and at their pages' own addresses. */

export const practiceSummarySchema = z
  .object({
    ...subjectFields,
    title: practiceBody.shape.title,
    summary: practiceBody.shape.summary,
    languages: z.array(z.string()),
    stage: z.string(),
    level: z.string(),
    topics: z.array(z.string()),
    adoptions: z.int(),
    verification: verificationSchema.nullable(),
  })
  .meta({ id: 'PracticeSummary' });

export const practiceSchema = z
  .object({
    ...subjectFields,
    state: subjectStates,
    reason: z.string().nullable(),
    body: practiceBody.nullable(),
    verification: verificationSchema.nullable(),
  })
  .meta({ id: 'Practice' });

export const adoptionSchema = z
  .object({
    ...subjectFields,
    state: subjectStates,
    practice: z.url(),
    body: adoptionBody.nullable(),
    verification: verificationSchema.nullable(),
  })
  .meta({ id: 'Adoption' });

export function practiceSummaryJson(row: PracticeRow, provenance: Provenance | undefined, names: Names) {
  const { title, summary, languages, stage, level, topics, adoptions } = row;
  return {
    ...subjectFieldsJson(row, names),
    title,
    summary,
    languages: [...languages],
    stage,
    level,
    topics: [...topics],
    adoptions,
    verification: verificationJson(provenance),
  };
}

export function practiceJson(practice: PracticeDetail, provenance: Provenance | null, names: Names) {
  const { state, reason, body } = practice;
  return {
    ...subjectFieldsJson(practice, names),
    state,
    reason,
    body: state === 'erased' ? null : body,
    verification: verificationJson(provenance),
  };
}

export function adoptionJson(adoption: AdoptionRow, provenance: Provenance | null | undefined, names: Names) {
  const { state, practice, body } = adoption;
  return {
    ...subjectFieldsJson(adoption, names),
    state,
    practice,
    body: state === 'erased' ? null : body,
    verification: verificationJson(provenance),
  };
}
