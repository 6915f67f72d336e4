import type { Child } from 'hono/jsx';
import type { TypedValues } from '../../kernel/web/form.ts';
import type { Door, PageContext } from '../../kernel/web/page.ts';
import { Form, SubmitButton } from '../form/form.tsx';
import type { Crumb } from '../layout/breadcrumb.tsx';
import { Layout } from '../layout/layout.tsx';
import { PageHeading } from '../page-heading.tsx';

/** A part of the answers, with a way back to where it is changed. */
export interface CheckSection {
  title: string;
  /** A `<ChangeLink>` or a `<ChangeButton>`. */
  change: Child;
  content: Child;
}

interface CheckPageProps {
  page: PageContext;
  action: string;
  door: Door;
  crumbs: readonly Crumb[];
  title: string;
  /** What has to be known before. */
  notice?: Child;
  sections: readonly CheckSection[];
  /** What the form sends along: everything that was typed where no draft keeps it. */
  carried: TypedValues;
  /** What the button does, and what becomes public with it. */
  button: string;
  becomesPublic: string;
}

/** Check answers: everything as it will read, before it is signed. */
export function CheckPage(props: CheckPageProps) {
  const { page, action, door, crumbs, title, notice, sections, carried, button, becomesPublic } = props;
  return (
    <Layout page={page} title={title} door={door} crumbs={crumbs} noindex>
      <PageHeading lead={page.t('ui.check.lead')}>{title}</PageHeading>
      {notice}
      <Form page={page} action={action}>
        {Object.entries(carried).flatMap(([name, values]) =>
          name === 'step' ? [] : values.map((value) => <input type="hidden" name={name} value={value} />),
        )}
        {sections.map(({ title: heading, change, content }) => (
          <section class="kn-flow kn-answers">
            <div class="kn-results">
              <h2 class="ds-heading" data-size="xs">
                {heading}
              </h2>
              {change}
            </div>
            {content}
          </section>
        ))}
        <div class="kn-panel kn-flow" data-edge="act">
          <p class="kn-text">
            <strong>{page.t('ui.check.public')}</strong> {becomesPublic}
          </p>
          <SubmitButton name="step" value="publish">
            {button}
          </SubmitButton>
        </div>
      </Form>
    </Layout>
  );
}

/** Where a draft keeps what was typed. */
export function ChangeLink({ page, href, title }: { page: PageContext; href: string; title: string }) {
  return (
    <a class="ds-link" href={href}>
      {page.t('ui.check.change')} <span class="ds-sr-only">{title}</span>
    </a>
  );
}

/** Where the form itself carries it; `href` ends in the id of the first control of the section. */
export function ChangeButton({ page, href, title }: { page: PageContext; href: string; title: string }) {
  return (
    <button
      class="ds-button"
      type="submit"
      data-variant="tertiary"
      data-size="sm"
      name="step"
      value="edit"
      formaction={href}
    >
      {page.t('ui.check.change')} <span class="ds-sr-only">{title}</span>
    </button>
  );
}
