import { pathHere } from '../../../kernel/log/headline.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { EmptyState, LangTextView, PageHeading, Say, Seal } from '../../../ui/index.ts';
import type { Life } from '../read/life.ts';
import type { RowOf } from '../read/rows.ts';
import { Frame } from './frame.tsx';
import { PrincipleLinks } from './principle-links.tsx';
import { nameOf, word } from './words.ts';

/** What members gave, each in its own words, the latest first. Nothing is added up, and nobody is ranked. */
export function ContributionsPage({ page, life }: { page: PageContext; life: Life }) {
  const title = page.t('alliances.contributions');
  return (
    <Frame page={page} life={life} title={title}>
      <PageHeading lead={page.t('alliances.contributions-lead')}>{title}</PageHeading>
      {life.contributions.length === 0 ? (
        <EmptyState title={page.t('alliances.no-contributions')}>
          {page.t('alliances.contributions-lead')}
        </EmptyState>
      ) : (
        <ul class="kn-list kn-rows">
          {life.contributions.map((one) => (
            <Contribution page={page} life={life} contribution={one} />
          ))}
        </ul>
      )}
    </Frame>
  );
}

function Contribution({
  page,
  life,
  contribution,
}: {
  page: PageContext;
  life: Life;
  contribution: RowOf<'contribution'>;
}) {
  const { id, node, jti, path, own, body } = contribution;
  const group = life.groups.find(({ row }) => row.sub === body.group?.sub);
  return (
    <li id={`c-${id}`}>
      <div class="kn-flow">
        <p class="kn-small kn-muted">
          <span class="kn-who">
            <Seal face={faceOf(page, node)} as="signed" size="sm" />
            <span>
              <bdi>{nameOf(page, node)}</bdi> · {word(page, 'type', body.type)} ·{' '}
              <bdi>{page.format.partialDate(body.date)}</bdi>
            </span>
          </span>
        </p>
        <h2 class="kn-title">
          <LangTextView page={page} text={body.title} />
        </h2>
        {body.text !== undefined && (
          <p class="kn-text">
            <LangTextView page={page} text={body.text} />
          </p>
        )}
        {body.hours !== undefined && <p>{page.t('alliances.hours', { count: body.hours })}</p>}
        {body.about !== undefined && (
          <p>
            <Say
              page={page}
              id="alliances.about"
              with={{
                what: (
                  <a
                    class="ds-link"
                    href={pathHere(
                      new URL(body.about.sub).pathname,
                      body.about.origin.node,
                      body.about.origin.node === page.self.node,
                    )}
                  >
                    <LangTextView page={page} text={body.about.title} />
                  </a>
                ),
              }}
            />
          </p>
        )}
        {group !== undefined && (
          <p>
            <a class="ds-link" href={group.row.path}>
              <LangTextView page={page} text={group.row.body.title} />
            </a>
          </p>
        )}
        <PrincipleLinks page={page} life={life} keys={body.principles ?? []} />
        <p class="kn-inline kn-small">
          {body.url !== undefined && (
            <a class="ds-link" href={body.url} rel="nofollow">
              <bdi dir="ltr">{new URL(body.url).host}</bdi>
            </a>
          )}
          <a class="ds-link" href={`/records/${jti}`}>
            {page.t('ui.receipt.record')}
          </a>
          {own && page.may('alliances.publish') && (
            <>
              <a class="ds-link" href={`${path}/revise`}>
                {page.t('alliances.revise')}
              </a>
              <a class="ds-link" href={`${path}/withdraw`}>
                {page.t('alliances.withdraw')}
              </a>
            </>
          )}
        </p>
      </div>
    </li>
  );
}
