import { z } from 'zod';
import type { Kernel } from '../../../kernel/kernel.ts';
import { readSubjectRow } from '../../../kernel/subjects/index.ts';
import { pagedSchema } from '../../../kernel/web/api/schemas.ts';
import { ownParams, pageOf } from '../../../kernel/web/api/subjects.ts';
import { type ApiRoute, apiRead, apiWrite } from '../../../kernel/web/api-route.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { answerComment, COMMENT_LIMITS, hideComment } from '../commands.ts';
import { type Comment, readComments } from '../read.ts';
import { SUBJECTS } from '../subjects.ts';

const said = z.object({
  id: z.uuid(),
  by: z
    .object({ name: z.string().nullable(), pseudonym: z.string() })
    .nullable()
    .describe('Null for those who lead the commitment, and for what was erased.'),
  text: z.string().nullable().describe('Null where it was hidden or erased.'),
  at: z.iso.datetime(),
  hidden: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable(),
  erased: z.boolean(),
});
const commentSchema = said.extend({ answers: z.array(said) }).meta({ id: 'CommitmentComment' });
const answerSchema = z.object({ id: z.uuid() });

const commentParams = ownParams.extend({ comment: z.uuid() });
const AT = '/commitments/self/{id}/comments';

/**
 * What people wrote below a commitment of ours. A person comments on its page, logged in: a token speaks for the node, and
 * answers and moderates.
 */
export function commentRoutes(kernel: Kernel): readonly ApiRoute[] {
  return [
    apiRead({
      method: 'get',
      path: AT,
      summary:
        'Comments below a commitment of this node, oldest first, with the answers of those who lead it',
      params: ownParams,
      result: pagedSchema(commentSchema),
      shape: 'list',
      async handle({ params: { id }, page }) {
        const row = await readSubjectRow(kernel, SUBJECTS.commitment, null, id);
        if (row === null || row.state === 'erased') throw new NotFound('commitment');
        const { items, next } = pageOf(await readComments(kernel, id), page);
        return { result: { items: items.map(commentJson), next } };
      },
    }),
    apiWrite({
      method: 'post',
      path: `${AT}/{comment}/answers`,
      summary: 'Answer a comment in the name of those who lead the commitment',
      permission: 'commitments.report',
      params: commentParams,
      body: z.object({ text: z.string().trim().min(1).max(COMMENT_LIMITS.text) }),
      result: answerSchema,
      run: (writing, { actor, params: { id, comment }, body: { text } }) =>
        answerComment(writing, actor, { commitment: id, comment, text }),
      answer: (id) => ({ result: { id }, status: 201 }),
    }),
    apiWrite({
      method: 'post',
      path: `${AT}/{comment}/hiding`,
      summary: 'Hide a comment with a reason that everybody sees, or show it again (reason null)',
      permission: 'commitments.moderate',
      params: commentParams,
      body: z.object({ reason: z.string().trim().min(1).max(COMMENT_LIMITS.reason).nullable() }),
      result: answerSchema,
      run: (writing, { actor, params: { id, comment }, body: { reason } }) =>
        hideComment(writing, actor, { commitment: id, comment, reason }),
      answer: (_made, { params: { comment } }) => ({ result: { id: comment } }),
    }),
  ];
}

function commentJson({ answers, ...comment }: Comment): z.infer<typeof commentSchema> {
  return { ...saidJson(comment), answers: answers.map(saidJson) };
}

function saidJson({ id, by, text, at, hidden, erased }: Omit<Comment, 'answers'>): z.infer<typeof said> {
  return {
    ...{ id, by, text, erased },
    at: at.toISOString(),
    hidden: hidden && { at: hidden.at.toISOString(), reason: hidden.reason },
  };
}
