import type { PageContext } from '../../../kernel/web/page.ts';
import { Say, Time } from '../../../ui/index.ts';
import type { Comment } from '../read.ts';

interface CommentsProps {
  page: PageContext;
  /** Where the commitment is shown. */
  path: string;
  comments: readonly Comment[];
  /** Whether one can write: the commitment is ours and live. */
  open: boolean;
}

/** What people wrote below a commitment, and how to. */
export function Comments({ page, path, comments, open }: CommentsProps) {
  const person = page.person?.type === 'person' || page.person?.type === 'guest';
  return (
    <section class="kn-flow kn-text" id="comments">
      <h2 class="ds-heading" data-size="sm">
        {page.t('commitments.comments.count', { count: comments.length })}
      </h2>
      <ol class="kn-list kn-flow">
        {comments.map((comment) => (
          <li>
            <OneComment page={page} path={path} comment={comment} />
            {comment.answers.length > 0 && (
              <ul class="kn-flow">
                {comment.answers.map((answer) => (
                  <li>
                    <OneComment page={page} path={path} comment={answer} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {open && (
        <p class="kn-actions">
          {person ? (
            <a class="ds-button" data-variant="secondary" href={`${path}/comment`}>
              {page.t('commitments.comments.write')}
            </a>
          ) : (
            <a class="ds-link" href={`/sign-in?to=${encodeURIComponent(`${path}/comment`)}`}>
              {page.t('commitments.comments.log-in')}
            </a>
          )}
        </p>
      )}
    </section>
  );
}

function OneComment({ page, path, comment }: Pick<CommentsProps, 'page' | 'path'> & { comment: Comment }) {
  const { id, by, text, at, hidden, erased } = comment;
  const who = erased
    ? page.t('commitments.comments.erased')
    : by === null
      ? page.t('commitments.comments.by-lead', { name: page.self.name })
      : (by.name ?? page.t('commitments.comments.participant', { pseudonym: by.pseudonym }));
  return (
    <article id={`comment-${id}`}>
      <p class="kn-small kn-muted">
        <strong>
          <bdi>{who}</bdi>
        </strong>
        , <Time page={page} value={at} />
      </p>
      {hidden !== null && (
        <p class="kn-muted">
          <Say page={page} id="commitments.comments.hidden" with={{ reason: <bdi>{hidden.reason}</bdi> }} />
        </p>
      )}
      {text?.split(/\n{2,}/).map((paragraph) => (
        <p dir="auto">{paragraph}</p>
      ))}
      {!erased && (
        <p class="kn-actions kn-small">
          {by !== null && hidden === null && page.may('commitments.report') && (
            <a class="ds-link" href={`${path}/comments/${id}/answer`}>
              {page.t('commitments.comments.answer')}
            </a>
          )}
          {page.may('commitments.moderate') && (
            <a class="ds-link" href={`${path}/comments/${id}/hide`}>
              {page.t(hidden === null ? 'commitments.comments.hide' : 'commitments.comments.show')}
            </a>
          )}
        </p>
      )}
    </article>
  );
}
