import { type Context, Hono } from 'hono';
import { cleaned, value } from '../../../kernel/forms/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { NotAPerson } from '../../../kernel/participation/index.ts';
import { idIn, isId } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { readTyped } from '../../../kernel/web/form.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import { addComment, answerComment, COMMENT_LIMITS, hideComment } from '../commands.ts';
import { type CommentAct, CommentFormPage } from '../pages/comment-form-page.tsx';
import { titleOf } from '../pages/words.ts';
import { readComments } from '../read.ts';
import { ownPlace } from './address.ts';
import { ownLive } from './open-draft.ts';

const AT = ownPlace('commitment');

/** Writing below a commitment of ours, answering, and hiding what does not belong there. */
export function commentRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  form(`${AT}/comment`, async (c) => {
    const { person } = c.var.page;
    if (person === null || person.type === 'staff') throw new NotAPerson(person?.type ?? 'anonymous');
    return 'comment';
  });
  form(`${AT}/comments/:comment/answer`, async (c) => {
    requireOffered(c, 'commitments.report');
    await commentIn(c, kernel);
    return 'answer';
  });
  form(`${AT}/comments/:comment/hide`, async (c) => {
    requireOffered(c, 'commitments.moderate');
    return (await commentIn(c, kernel)).hidden === null ? 'hide' : 'show';
  });
  return app;

  function form(path: string, actOf: (c: Context<AppEnv>) => Promise<CommentAct>): void {
    const draw = async (c: Context<AppEnv>, act: CommentAct, typed = {}, errors = {}) => {
      const row = await ownLive(kernel, 'commitment', idIn(c));
      return (
        <CommentFormPage
          page={c.var.page}
          act={act}
          title={titleOf(row, c.var.page)}
          path={row.path}
          action={c.var.page.path}
          typed={typed}
          errors={errors}
        />
      );
    };
    app.get(path, async (c) => c.html(await draw(c, await actOf(c))));
    app.post(path, async (c) => {
      const act = await actOf(c);
      const typed = await readTyped(c);
      const text = cleaned(value(typed, 'text'));
      const name = cleaned(value(typed, 'name'));
      const { t } = c.var.page;
      const max = act === 'hide' ? COMMENT_LIMITS.reason : COMMENT_LIMITS.text;
      const errors = {
        ...(act !== 'show' && text === '' && { text: t('commitments.comment-form.missing') }),
        ...(text.length > max && { text: t('commitments.comment-form.too-long', { max }) }),
        ...(name.length > COMMENT_LIMITS.name && {
          name: t('commitments.comment-form.too-long', { max: COMMENT_LIMITS.name }),
        }),
      };
      if (Object.keys(errors).length > 0) return c.html(await draw(c, act, typed, errors), 422);
      const id = await perform(c, kernel, act, { text, name: name === '' ? null : name });
      return c.redirect(`/commitments/${idIn(c)}#comment-${id}`, 303);
    });
  }
}

async function perform(
  c: Context<AppEnv>,
  kernel: Kernel,
  act: CommentAct,
  { text, name }: { text: string; name: string | null },
): Promise<string> {
  const { actor } = c.var;
  const commitment = idIn(c);
  const comment: string = c.req.param('comment') ?? '';
  if (act === 'comment') return await addComment(kernel, actor, { commitment, text, name });
  if (act === 'answer') return await answerComment(kernel, actor, { commitment, comment, text });
  await hideComment(kernel, actor, { commitment, comment, reason: act === 'hide' ? text : null });
  return comment;
}

async function commentIn(c: Context<AppEnv>, kernel: Kernel) {
  const comment: string = c.req.param('comment') ?? '';
  const all = isId(comment) ? await readComments(kernel, idIn(c)) : [];
  const found = all.flatMap((one) => [one, ...one.answers]).find(({ id }) => id === comment);
  if (found === undefined) throw new NotFound('comment');
  return found;
}
