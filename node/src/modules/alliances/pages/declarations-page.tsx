import type { PageContext } from '../../../kernel/web/page.ts';
import { EmptyState, LangTextView, PageHeading, Row, Rows } from '../../../ui/index.ts';
import type { Life } from '../read/life.ts';
import { Frame } from './frame.tsx';
import { SignersLine } from './signers.tsx';
import { StandingTag } from './standing-tag.tsx';
import { nameOf } from './words.ts';

/** All joint texts of an alliance, newest first, whatever became of them. */
export function DeclarationsPage({ page, life }: { page: PageContext; life: Life }) {
  const title = page.t('alliances.declarations');
  return (
    <Frame page={page} life={life} title={title}>
      <PageHeading lead={page.t('alliances.declarations-lead')}>{title}</PageHeading>
      {life.declarations.length === 0 ? (
        <EmptyState title={page.t('alliances.no-declarations')}>
          {page.t('alliances.declarations-lead')}
        </EmptyState>
      ) : (
        <Rows>
          {life.declarations.map(({ row, standing }) => (
            <Row
              level={2}
              over={page.t('alliances.by.declaration', { who: nameOf(page, row.node) })}
              title={<LangTextView page={page} text={row.body.title} />}
              href={row.path}
              end={<StandingTag page={page} state={standing.state} />}
              provenance={<SignersLine page={page} standing={standing} />}
            />
          ))}
        </Rows>
      )}
    </Frame>
  );
}
