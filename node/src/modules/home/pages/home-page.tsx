import type { NavigationLink, PageContext } from '../../../kernel/web/page.ts';
import { Chain, Dot, EmptyState, Layout, Row, Rows, Seal } from '../../../ui/index.ts';
import type { Home } from '../read.ts';
import { AllianceToday } from './alliance-today.tsx';
import { Band } from './band.tsx';
import { News } from './news.tsx';

/** Who runs this node, what one can do here, what is new, and how to know that it is true. */
export function HomePage({ page, home }: { page: PageContext; home: Home }) {
  const newest = home.ours.find((item) => item.provenance.index !== null);
  return (
    <Layout
      page={page}
      title={page.self.name}
      description={page.t('home.description', { name: page.self.name })}
      band={<Band page={page} home={home} />}
    >
      <div class="kn-flow">
        <WhatToDo page={page} />
        <div class="kn-cols kn-section" data-even>
          <News
            page={page}
            title={page.t('home.new-here', { name: page.self.name })}
            items={home.ours}
            empty={page.t('home.new-here-empty')}
          />
          <News
            page={page}
            title={page.t('home.new-partners')}
            items={home.theirs}
            empty={page.t(
              page.thread.state === 'alone' ? 'home.new-partners-none' : 'home.new-partners-empty',
            )}
          />
        </div>
        <div class="kn-cols kn-section">
          <HowTrue page={page} record={newest?.provenance.recordPath} />
          <AllianceToday page={page} home={home} />
        </div>
      </div>
    </Layout>
  );
}

function WhatToDo({ page }: { page: PageContext }) {
  const links = page.navigation.filter((link) => link.about !== undefined);
  return (
    <section class="kn-flow">
      <h2 class="ds-heading" data-size="md">
        {page.t('home.do')}
      </h2>
      {links.length === 0 ? (
        <EmptyState title={page.t('home.do-empty')}>{page.t('home.do-empty-text')}</EmptyState>
      ) : (
        <Rows>
          {links.map((link) => (
            <Row over={doorName(page, link)} title={page.t(link.label)} href={link.path}>
              {page.t(link.about ?? link.label)}
            </Row>
          ))}
        </Rows>
      )}
    </section>
  );
}

/** The door above the title, unless the title says the same. */
function doorName(page: PageContext, link: NavigationLink): string | undefined {
  const door = page.t(`ui.door.${link.door}`);
  return door === page.t(link.label) ? undefined : door;
}

function HowTrue({ page, record }: { page: PageContext; record: string | undefined }) {
  const [partner] = page.thread.partners;
  return (
    <section class="kn-flow" id="how">
      <h2 class="ds-heading" data-size="md">
        {page.t('home.how')}
      </h2>
      <p class="kn-text">{page.t('home.how-lead')}</p>
      <Chain
        steps={[
          {
            mark: <Seal face={page.self} as="signed" />,
            title: page.t('home.how-sign'),
            detail: page.t('home.how-sign-text'),
          },
          {
            mark: partner ? <Seal face={partner} as="cosigned" /> : <Dot as="waiting" />,
            title: page.t('home.how-check'),
            detail: page.t('home.how-check-text'),
          },
          { mark: <Dot as="done" />, title: page.t('home.how-you'), detail: page.t('home.how-you-text') },
        ]}
      />
      <p class="kn-actions">
        {record !== undefined && (
          <a class="ds-link" href={record}>
            {page.t('home.how-try')}
          </a>
        )}
        <a class="ds-link" href="/how-checking-works">
          {page.t('ui.foot.checking')}
        </a>
      </p>
    </section>
  );
}
