import type { Child } from 'hono/jsx';
import type { PageContext } from '../../kernel/web/page.ts';
import { ErrorSummary, type FieldErrors, fieldId } from '../form/form.tsx';
import { Layout } from '../layout/layout.tsx';
import { PageHeading } from '../page-heading.tsx';
import { type Task, TaskList } from '../task-list.tsx';
import { type DraftFrame, DraftTitleView, draftCrumbs } from './draft-frame.tsx';

interface DraftPageProps {
  page: PageContext;
  frame: DraftFrame;
  /** What is being written: "New practice". */
  kind: Child;
  /** What has to be known before. */
  notice?: Child;
  tasks: readonly Task[];
  /** Whether it could be published as it is. */
  ready: boolean;
  /** It was to be published, and this is why it was not; `at` is the page of a field. */
  errors?: FieldErrors;
  at(field: string): string;
}

/** The tasks of a draft and how far each is. */
export function DraftPage({ page, frame, kind, notice, tasks, ready, errors = {}, at }: DraftPageProps) {
  const { door, path, title } = frame;
  return (
    <Layout
      page={page}
      title={title.text === '' ? page.t('ui.draft.untitled') : title.text}
      door={door}
      crumbs={draftCrumbs(page, frame, false)}
      error={Object.keys(errors).length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} at={(field) => `${at(field)}#${fieldId(field)}`} />
      <PageHeading over={kind} lead={page.t('ui.draft.lead')}>
        <DraftTitleView page={page} title={title} />
      </PageHeading>
      <div class="kn-flow">
        {notice}
        <TaskList page={page} tasks={tasks} />
        {!ready && <p class="kn-text">{page.t('ui.draft.not-ready')}</p>}
        <p class="kn-actions">
          {ready && (
            <a class="ds-button" href={`${path}/check`}>
              {page.t('ui.draft.check')}
            </a>
          )}
          <a class="ds-link" href={`${path}/delete`}>
            {page.t('ui.draft.delete-this')}
          </a>
        </p>
      </div>
    </Layout>
  );
}
