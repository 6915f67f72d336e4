import type { Child } from 'hono/jsx';
import type { NodeFace, PageContext } from '../../../kernel/web/page.ts';
import {
  type Crumb,
  ErrorSummary,
  type FieldErrors,
  Form,
  Layout,
  PageHeading,
  SubmitButton,
} from '../../../ui/index.ts';

interface ActPageProps {
  page: PageContext;
  crumbs: readonly Crumb[];
  faces?: readonly NodeFace[];
  title: string;
  lead: Child;
  /** What follows from it, sentence by sentence. */
  means?: readonly string[];
  /** What is to be read before. */
  before?: Child;
  errors: FieldErrors;
  button: string;
  danger?: boolean;
  /** It only leads on: nothing is published by it. */
  asks?: boolean;
  /** The fields. */
  children?: Child;
}

/** One act of an administrator about who belongs to an alliance: what it means, what it asks, and its button. */
export function ActPage(props: ActPageProps) {
  const { page, crumbs, faces = [], title, lead, means = [], before, errors, button, danger, asks } = props;
  return (
    <Layout
      page={page}
      title={title}
      door="partners"
      crumbs={crumbs}
      faces={faces}
      error={Object.keys(errors).length > 0}
      noindex
    >
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={lead}>{title}</PageHeading>
      {before}
      {means.length > 0 && (
        <ul class="ds-list kn-text">
          {means.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
      <Form page={page} action={page.path}>
        {props.children}
        {!asks && <p class="kn-text">{page.t('alliances.becomes-public')}</p>}
        <SubmitButton {...(danger && { color: 'danger' as const })}>{button}</SubmitButton>
      </Form>
    </Layout>
  );
}
