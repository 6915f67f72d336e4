import type { Child } from 'hono/jsx';
import type { PageContext } from '../../kernel/web/page.ts';
import { ErrorSummary, type FieldErrors, Form, SubmitButton } from '../form/form.tsx';
import { Layout } from '../layout/layout.tsx';
import { PageHeading } from '../page-heading.tsx';
import { type DraftFrame, draftCrumbs } from './draft-frame.tsx';

interface DraftTaskPageProps {
  page: PageContext;
  frame: DraftFrame;
  /** Name of the task in its address, and for people. */
  task: string;
  heading: string;
  lead?: Child;
  /** `check`: it is changed on the way through the answers, and leads back there. */
  to: string | undefined;
  /** What is wrong on this page. */
  errors: FieldErrors;
  /** Whether files can be handed in. */
  multipart?: boolean;
  /** Further buttons. */
  more?: Child;
  children: Child;
}

/** One task of writing something long: its fields, and two ways to save them. */
export function DraftTaskPage(props: DraftTaskPageProps) {
  const { page, frame, task, heading, lead, to, errors, multipart = false, more, children } = props;
  return (
    <Layout
      page={page}
      title={heading}
      door={frame.door}
      crumbs={draftCrumbs(page, frame, true)}
      error={Object.keys(errors).length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={lead}>{heading}</PageHeading>
      <Form page={page} action={`${frame.path}/${task}`} multipart={multipart}>
        {/* The first button is what Enter in a field presses. */}
        <button type="submit" name="step" value="done" hidden>
          {page.t('ui.draft.save')}
        </button>
        {to === 'check' && <input type="hidden" name="to" value="check" />}
        {children}
        <p class="kn-actions">
          <SubmitButton name="step" value="done">
            {page.t('ui.draft.save')}
          </SubmitButton>
          <SubmitButton variant="secondary" name="step" value="later">
            {page.t('ui.draft.later')}
          </SubmitButton>
          {more}
        </p>
      </Form>
    </Layout>
  );
}
