import type { PageContext } from '../../../kernel/web/index.ts';
import { LangTextView, Layout, PageHeading } from '../../../ui/index.ts';
import type { AllianceView } from '../read/alliances.ts';
import { Members, markName } from './alliance-page.tsx';

/** What a trust mark means, and who has it: the address of this page is the type of the mark. */
export function MarkPage({ page, view, name }: { page: PageContext; view: AllianceView; name: string }) {
  const { alliance, members } = view;
  const title = page.t('alliances.mark-title');
  return (
    <Layout page={page} title={title} door="partners">
      <p>
        <a class="ds-link" href={`/alliances/${alliance.slug}`}>
          <LangTextView page={page} text={alliance.charter.title} />
        </a>
      </p>
      <PageHeading lead={page.t('alliances.mark-lead')}>{markName(page, name)}</PageHeading>
      <Members
        page={page}
        slug={alliance.slug}
        members={members.filter(({ marks }) => marks.includes(name))}
      />
    </Layout>
  );
}
