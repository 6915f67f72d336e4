import type { Child } from 'hono/jsx';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Layout, PageHeading } from '../../../ui/index.ts';

interface TextPageProps {
  page: PageContext;
  /** Messages are `home.<name>.title`, `.lead`, and for each section `.<section>` and `.<section>-text`. */
  name: string;
  sections: readonly string[];
  /** What follows the text of a section. */
  more?: Readonly<Record<string, Child>>;
}

/** A page of plain text in sections. */
export function TextPage({ page, name, sections, more = {} }: TextPageProps) {
  const title = page.t(`home.${name}.title`);
  return (
    <Layout page={page} title={title}>
      <PageHeading lead={page.t(`home.${name}.lead`)}>{title}</PageHeading>
      <div class="kn-flow kn-text">
        {sections.map((section) => (
          <>
            <h2 class="ds-heading" data-size="sm">
              {page.t(`home.${name}.${section}`)}
            </h2>
            <p>{page.t(`home.${name}.${section}-text`)}</p>
            {more[section]}
          </>
        ))}
      </div>
    </Layout>
  );
}

/** How to reach the body responsible; nothing where the node states no address. */
export function Contact({ page }: { page: PageContext }) {
  const { body, address, email } = page.self.profile;
  return (
    <p>
      <strong>
        <bdi>{body ?? page.self.name}</bdi>
      </strong>
      {address !== undefined && (
        <>
          <br />
          <bdi>{address}</bdi>
        </>
      )}
      {email !== undefined && (
        <>
          <br />
          <a class="ds-link" href={`mailto:${email}`} dir="ltr">
            {email}
          </a>
        </>
      )}
    </p>
  );
}
