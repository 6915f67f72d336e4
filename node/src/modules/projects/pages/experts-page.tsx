import { topicWord } from '../../../kernel/topics/index.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  EmptyState,
  LangTextView,
  Layout,
  PageHeading,
  ProvenanceLine,
  Row,
  Rows,
} from '../../../ui/index.ts';
import { deadlineOf, type ExpertMatches, type ExpertRow } from '../read.ts';
import { lastDay } from './words.ts';

/** Knowledge that is looked for, with what fits it and why; then everything that is offered. */
export function ExpertsPage({ page, experts }: { page: PageContext; experts: ExpertMatches }) {
  const { offers, requests } = experts;
  const title = page.t('projects.experts.title');
  return (
    <Layout
      page={page}
      title={title}
      description={page.t('projects.experts.lead')}
      door="shared-work"
      crumbs={[{ label: page.t('projects.nav'), href: '/projects' }]}
    >
      <PageHeading lead={page.t('projects.experts.lead')}>{title}</PageHeading>
      {page.may('projects.publish') && (
        <p class="kn-actions">
          <a class="ds-button" href="/projects/experts/offers/new">
            {page.t('projects.experts.offer')}
          </a>
          <a class="ds-button" data-variant="secondary" href="/projects/experts/requests/new">
            {page.t('projects.experts.request')}
          </a>
        </p>
      )}
      <section class="kn-flow" id="requests">
        <h2 class="ds-heading" data-size="sm">
          {page.t('projects.experts.wanted')}
        </h2>
        <p class="kn-text">{page.t('projects.experts.how')}</p>
        {requests.length === 0 ? (
          <EmptyState title={page.t('projects.experts.none-wanted')} />
        ) : (
          <Rows>
            {requests.map(({ request, matches }) => (
              <ExpertView page={page} experts={experts} row={request} thing="request">
                {matches.length === 0 ? (
                  <p class="kn-small">{page.t('projects.experts.no-match')}</p>
                ) : (
                  <ul class="kn-small">
                    {matches.map(({ of, topics, languages }) => (
                      <li>
                        <a class="ds-link" href={`#offer-${of.id}`}>
                          <LangTextView page={page} text={of.body.title} />
                        </a>{' '}
                        (<bdi>{faceOf(page, of.node).name}</bdi>).{' '}
                        {page.t('projects.experts.why', {
                          topics: page.format.list(topics.map((topic) => topicWord(page.t, topic))),
                          languages: page.format.list(
                            languages.map((language) => page.format.language(language)),
                          ),
                        })}
                      </li>
                    ))}
                  </ul>
                )}
              </ExpertView>
            ))}
          </Rows>
        )}
      </section>
      <section class="kn-flow" id="offers">
        <h2 class="ds-heading" data-size="sm">
          {page.t('projects.experts.offered')}
        </h2>
        {offers.length === 0 ? (
          <EmptyState title={page.t('projects.experts.none-offered')} />
        ) : (
          <Rows>
            {offers.map((offer) => (
              <ExpertView page={page} experts={experts} row={offer} thing="offer" />
            ))}
          </Rows>
        )}
      </section>
    </Layout>
  );
}

interface ExpertViewProps {
  page: PageContext;
  experts: ExpertMatches;
  row: ExpertRow;
  thing: 'offer' | 'request';
  children?: unknown;
}

function ExpertView({ page, experts, row, thing, children }: ExpertViewProps) {
  const { title, text, organisation, topics, languages, until, zone } = row.body;
  const provenance = experts.provenance.get(row.jti);
  return (
    <Row
      over={<bdi>{faceOf(page, row.node, provenance?.origin).name}</bdi>}
      title={
        <span id={`${thing}-${row.id}`}>
          <LangTextView page={page} text={title} />
        </span>
      }
      doubtful={provenance?.state === 'failed'}
      provenance={
        <>
          {provenance && <ProvenanceLine page={page} provenance={provenance} />}
          {children}
        </>
      }
      end={
        <p class="kn-small kn-muted">
          {topics.map((topic) => topicWord(page.t, topic)).join(' · ')}
          <br />
          {page.format.list(languages.map((language) => page.format.language(language)))}
          {until !== undefined && (
            <>
              <br />
              {page.t('projects.milestones.due', {
                date: lastDay(page, deadlineOf({ deadline: until, zone })),
              })}
            </>
          )}
        </p>
      }
    >
      <LangTextView page={page} text={text} />{' '}
      {organisation.url === undefined ? (
        <LangTextView page={page} text={organisation.name} />
      ) : (
        <a class="ds-link" href={organisation.url}>
          <LangTextView page={page} text={organisation.name} />
        </a>
      )}
      {row.own && page.may('projects.publish') && (
        <>
          {' '}
          <a class="ds-link" href={`${row.path}/revise`}>
            {page.t('projects.action.revise')}
          </a>{' '}
          <a class="ds-link" href={`${row.path}/withdraw`}>
            {page.t('projects.action.withdraw')}
          </a>
        </>
      )}
    </Row>
  );
}
