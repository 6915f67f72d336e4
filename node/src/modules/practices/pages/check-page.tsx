import type { Child } from 'hono/jsx';
import type { TypedValues } from '../../../kernel/web/form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Form, Layout, PageHeading, SubmitButton } from '../../../ui/index.ts';

/** A part of the answers, with a way back to where it is changed. */
export interface CheckSection {
  title: string;
  /** Id of the first control or fieldset of the section in the form. */
  anchor: string;
  content: Child;
}

interface CheckPageProps {
  page: PageContext;
  action: string;
  crumbs: ReadonlyArray<{ label: Child; href: string }>;
  title: string;
  sections: readonly CheckSection[];
  typed: TypedValues;
  /** What the button does, and what becomes public with it. */
  button: string;
  becomesPublic: string;
}

/** Check answers: everything as it will read, before it is signed. */
export function CheckPage({
  page,
  action,
  crumbs,
  title,
  sections,
  typed,
  button,
  becomesPublic,
}: CheckPageProps) {
  return (
    <Layout page={page} title={title} door="shared-work" crumbs={crumbs} noindex>
      <PageHeading lead={page.t('practices.check.lead')}>{title}</PageHeading>
      <Form page={page} action={action}>
        {Object.entries(typed).flatMap(([name, values]) =>
          name === 'step' ? [] : values.map((value) => <input type="hidden" name={name} value={value} />),
        )}
        {sections.map((section) => (
          <section class="kn-flow kn-answers">
            <div class="kn-results">
              <h2 class="ds-heading" data-size="xs">
                {section.title}
              </h2>
              <button
                class="ds-button"
                type="submit"
                data-variant="tertiary"
                data-size="sm"
                name="step"
                value="edit"
                formaction={`${action}#${section.anchor}`}
              >
                {page.t('practices.check.change')} <span class="ds-sr-only">{section.title}</span>
              </button>
            </div>
            {section.content}
          </section>
        ))}
        <div class="kn-panel kn-flow" data-edge="act">
          <p class="kn-text">
            <strong>{page.t('practices.check.public')}</strong> {becomesPublic}
          </p>
          <SubmitButton name="step" value="publish">
            {button}
          </SubmitButton>
        </div>
      </Form>
    </Layout>
  );
}
