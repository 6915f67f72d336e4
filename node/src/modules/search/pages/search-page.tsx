import type { RecordRef } from '../../../kernel/log/provenance.ts';
import type { SearchResult, SnippetPart } from '../../../kernel/search/index.ts';
import type { PageContext, Paged, Provenance } from '../../../kernel/web/index.ts';
import {
  addressWith,
  EmptyState,
  Layout,
  langAttributes,
  PageHeading,
  Pagination,
  ProvenanceLine,
  Row,
  Rows,
  Say,
  SearchBox,
} from '../../../ui/index.ts';
import { subjectKey } from '../read.ts';

interface SearchPageProps {
  page: PageContext;
  /** As typed; empty before the first search. */
  q: string;
  found: Paged<SearchResult>;
  latest: ReadonlyMap<string, RecordRef>;
  provenance: ReadonlyMap<string, Provenance>;
  /** Message key that says what a thing of this kind is, and whose. */
  by: (kind: string) => string | undefined;
  first: boolean;
}

/** A field, and what was found with it: title and words around the hit, each with its thread. */
export function SearchPage({ page, q, found, latest, provenance, by, first }: SearchPageProps) {
  const title = q === '' ? page.t('search.title') : page.t('search.results', { words: q });
  return (
    <Layout page={page} title={title} noindex>
      <PageHeading lead={page.t('search.lead')}>{page.t('search.title')}</PageHeading>
      <div class="kn-flow">
        <SearchBox page={page} action="/search" label={page.t('search.hint')} value={q} />
        {found.items.length > 0 && (
          <h2 class="ds-heading" data-size="sm">
            {title}
          </h2>
        )}
        {q !== '' && found.items.length === 0 && (
          <EmptyState title={page.t('search.none', { words: q })}>{page.t('search.none-text')}</EmptyState>
        )}
        {found.items.length > 0 && (
          <Rows>
            {found.items.map((result) => {
              const checked = provenance.get(latest.get(subjectKey(result))?.jti ?? '');
              const kind = by(result.kind);
              return (
                <Row
                  {...(kind &&
                    checked && { over: <Say page={page} id={kind} with={{ who: checked.origin.name }} /> })}
                  title={<Marked page={page} lang={result.lang} parts={result.title} />}
                  href={result.path}
                  doubtful={checked?.state === 'failed'}
                  provenance={checked && <ProvenanceLine page={page} provenance={checked} link={false} />}
                >
                  <Marked page={page} lang={result.lang} parts={result.text} />
                </Row>
              );
            })}
          </Rows>
        )}
        <Pagination
          page={page}
          first={first ? undefined : addressWith(page, { after: null })}
          next={found.next === null ? undefined : addressWith(page, { after: found.next })}
          nextLabel={page.t('search.more')}
        />
      </div>
    </Layout>
  );
}

function Marked({ page, lang, parts }: { page: PageContext; lang: string; parts: readonly SnippetPart[] }) {
  return (
    <bdi {...langAttributes(page, lang)}>
      {parts.map((part) => (part.hit ? <mark>{part.text}</mark> : part.text))}
    </bdi>
  );
}
