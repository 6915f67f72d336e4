import { z } from 'zod';
import { practiceBody, practiceInput } from './practice.ts';

/** The file in which practices are exchanged: what `/practices.json` answers and what an import reads. */
export const EXCHANGE_FORMAT = 'koinon-practices@1';

export const MAX_IMPORT = 1000;

export const exportedPractice = z.object({
  sub: z.url(),
  jti: z.uuid(),
  version: z.int(),
  origin: z.object({ node: z.url(), name: z.string() }),
  publishedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  body: practiceBody,
});
export type ExportedPractice = z.infer<typeof exportedPractice>;

/** An import takes less: bodies alone, or with the subject that they had here before. */
export const importFile = z.looseObject({
  items: z
    .array(z.looseObject({ sub: z.string().max(300).optional(), body: z.unknown() }))
    .min(1)
    .max(MAX_IMPORT),
});
export type ImportFile = z.infer<typeof importFile>;

/** What would become, or became, of one item of an import. */
export const importLine = z.object({
  line: z.int().describe('Place in the file, from 1.'),
  title: z.string(),
  action: z.enum(['publish', 'revise', 'same', 'refused']),
  reason: z.enum(['foreign', 'invalid', 'repeated', 'withdrawn']).optional().describe('Why it is refused.'),
  issues: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .optional()
    .describe('What is invalid, as paths into the body.'),
});
export type ImportLine = z.infer<typeof importLine>;

/** The body of an item, or what is wrong with it. */
export function readItemBody(body: unknown) {
  const parsed = practiceInput.safeParse(body);
  return parsed.success
    ? { ok: true as const, body: parsed.data }
    : {
        ok: false as const,
        issues: parsed.error.issues
          .slice(0, 5)
          .map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
      };
}
