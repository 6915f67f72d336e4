import { z } from 'zod';
import type { Kernel } from '../kernel.ts';
import { nodeNames } from '../log/node-names.ts';
import { loadProvenance } from '../log/provenance.ts';
import { verificationJson, verificationSchema } from '../web/api/verification.ts';
import type { Provenance } from '../web/page.ts';
import type { Paged } from '../web/paging.ts';
import type { SubjectRow } from './read.ts';

/** Subjects as programs read them, on the API and at their pages' own addresses. */

/** Names of nodes by origin URL. */
export type Names = ReadonlyMap<string, string>;

/** Fields that every subject begins with. */
export const subjectFields = {
  sub: z.url().describe('Address at its origin.'),
  path: z.string().describe('Where this node shows it.'),
  jti: z.uuid().describe('The record of this version; name it in `If-Match` to revise.'),
  origin: z.object({ node: z.url(), name: z.string() }),
  version: z.int(),
  publishedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
};

export const subjectStates = z.enum(['live', 'withdrawn', 'erased']);

/** A subject whole. Of its body this says no more than that it is an object: the schema of its record says the rest. */
export const subjectSchema = z
  .object({
    ...subjectFields,
    state: subjectStates,
    reason: z.string().nullable(),
    body: z.record(z.string(), z.unknown()).nullable().describe('As it was signed.'),
    verification: verificationSchema.nullable(),
  })
  .meta({ id: 'Subject' });

export function subjectFieldsJson(
  {
    sub,
    path,
    jti,
    node,
    version,
    publishedAt,
    updatedAt,
  }: Pick<SubjectRow, 'sub' | 'path' | 'jti' | 'node' | 'version' | 'publishedAt' | 'updatedAt'>,
  names: Names,
) {
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

export function subjectJson(row: SubjectRow, provenance: Provenance | null | undefined, names: Names) {
  const { state, reason, body } = row;
  return {
    ...subjectFieldsJson(row, names),
    state,
    reason,
    body: state === 'erased' ? null : (body as Record<string, unknown>),
    verification: verificationJson(provenance),
  };
}

/** A page of a list of subjects of one kind. */
export async function subjectsJson(kernel: Kernel, { items, next }: Paged<SubjectRow>) {
  const [provenance, names] = await Promise.all([loadProvenance(kernel, items), nodeNames(kernel)]);
  return { items: items.map((row) => subjectJson(row, provenance.get(row.jti), names)), next };
}
