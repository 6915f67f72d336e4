import { z } from 'zod';
import { verificationJson, verificationSchema } from '../../kernel/web/api/verification.ts';
import type { Provenance } from '../../kernel/web/page.ts';
import { adoptionBody } from './adoption.ts';
import { practiceBody } from './practice.ts';
import type { AdoptionRow, PracticeDetail, PracticeRow } from './read.ts';

/** Practices and adoptions as programs read them, on the API and at their pages' own addresses. */

const common = {
  sub: z.url().describe('Address at its origin.'),
  path: z.string().describe('Where this node shows it.'),
  jti: z.uuid().describe('The record of this version; name it in `If-Match` to revise.'),
  origin: z.object({ node: z.url(), name: z.string() }),
  version: z.int(),
  publishedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
};

export const practiceSummarySchema = z
  .object({
    ...common,
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
    ...common,
    state: z.enum(['live', 'withdrawn', 'erased']),
    reason: z.string().nullable(),
    body: practiceBody.nullable(),
    verification: verificationSchema.nullable(),
  })
  .meta({ id: 'Practice' });

export const adoptionSchema = z
  .object({
    ...common,
    state: z.enum(['live', 'withdrawn', 'erased']),
    practice: z.url(),
    body: adoptionBody.nullable(),
    verification: verificationSchema.nullable(),
  })
  .meta({ id: 'Adoption' });

/** Names of nodes by origin URL. */
export type Names = ReadonlyMap<string, string>;

export function practiceSummaryJson(row: PracticeRow, provenance: Provenance | undefined, names: Names) {
  const { title, summary, languages, stage, level, topics, adoptions } = row;
  return {
    ...commonJson(row, names),
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
    ...commonJson(practice, names),
    state,
    reason,
    body: state === 'erased' ? null : body,
    verification: verificationJson(provenance),
  };
}

export function adoptionJson(adoption: AdoptionRow, provenance: Provenance | null | undefined, names: Names) {
  const { state, practice, body } = adoption;
  return {
    ...commonJson(adoption, names),
    state,
    practice,
    body: state === 'erased' ? null : body,
    verification: verificationJson(provenance),
  };
}

function commonJson(item: PracticeRow | PracticeDetail | AdoptionRow, names: Names) {
  const { sub, path, jti, node, version, publishedAt, updatedAt } = item;
  return {
    sub,
    path,
    jti,
    origin: { node, name: names.get(node) ?? new URL(node).host },
    version,
    publishedAt: publishedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
