import { value } from '../../../kernel/forms/index.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  PageHeading,
  SubmitButton,
  TextArea,
  TextField,
} from '../../../ui/index.ts';

/** What is done with words below a commitment. */
export type CommentAct = 'comment' | 'answer' | 'hide' | 'show';

interface CommentFormPageProps {
  page: PageContext;
  act: CommentAct;
  /** The commitment. */
  title: string;
  path: string;
  action: string;
  typed: TypedValues;
  errors?: FieldErrors;
}

/** Writing a comment, answering one, hiding one or showing it again; what becomes public is said beside the button. */
export function CommentFormPage({
  page,
  act,
  title,
  path,
  action,
  typed,
  errors = {},
}: CommentFormPageProps) {
  const heading = page.t(`commitments.comment-form.${act}`);
  return (
    <Layout
      page={page}
      title={heading}
      door="commitments"
      crumbs={[{ label: title, href: path }]}
      error={Object.keys(errors).length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading over={<bdi>{title}</bdi>}>{heading}</PageHeading>
      <Form page={page} action={action}>
        {act !== 'show' && (
          <TextArea
            page={page}
            name="text"
            label={page.t(`commitments.comment-form.${act}-text`)}
            value={value(typed, 'text')}
            errors={errors}
            rows={act === 'hide' ? 2 : 6}
          />
        )}
        {act === 'comment' && (
          <TextField
            page={page}
            name="name"
            label={page.t('commitments.comment-form.name')}
            help={page.t('commitments.comment-form.name-help')}
            value={value(typed, 'name')}
            errors={errors}
            autocomplete="nickname"
            optional
          />
        )}
        <p class="kn-text">{page.t(`commitments.comment-form.${act}-public`)}</p>
        <SubmitButton>{page.t(`commitments.comment-form.${act}-button`)}</SubmitButton>
      </Form>
    </Layout>
  );
}
