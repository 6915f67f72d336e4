import { pickText } from '../../../kernel/i18n/locale.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Facts,
  HistoryPanel,
  LangTextBlock,
  LangTextView,
  Layout,
  PageHeading,
  ProvenanceFull,
  ProvenanceLine,
  Say,
  TranslationNote,
} from '../../../ui/index.ts';
import type { AdoptionItem } from '../read.ts';
import { word } from '../words.ts';
import { partialDateWords } from './partial-date.ts';
import { Printed } from './printed.tsx';
import { StateNotice } from './state-notice.tsx';

interface AdoptionPageProps {
  page: PageContext;
  item: AdoptionItem;
  original: boolean;
}

/** One adoption: who does it too, what they changed, and what came of it. */
export function AdoptionPage({ page, item, original }: AdoptionPageProps) {
  const { adoption, provenance, versions } = item;
  const { body, node, own, path, version } = adoption;
  const face = faceOf(page, node);
  const practice = pickText(body.practice.title, page.locale).text;
  const title = page.t(isReturn(item) ? 'practices.adoption.title-back' : 'practices.adoption.title', {
    who: face.name,
    title: practice,
  });
  return (
    <Layout
      page={page}
      title={title}
      description={pickText(body.adapted, page.locale).text}
      door="shared-work"
      crumbs={[{ label: page.t('practices.nav'), href: '/practices' }, practiceCrumb(page, item)]}
      faces={[face]}
      {...(own ? {} : { canonical: adoption.sub })}
      alternates={[{ type: 'application/json', href: `${path}.json` }]}
      print={provenance && <Printed page={page} provenance={provenance} jti={adoption.jti} />}
    >
      <PageHeading
        over={<Say page={page} id="practices.adoption.over" with={{ who: face.name }} />}
        lead={
          <span class="kn-first">
            <LangTextView page={page} text={body.gist} original={original} />
          </span>
        }
      >
        {title}
      </PageHeading>
      {provenance && (
        <div class="kn-narrow">
          <ProvenanceLine page={page} provenance={provenance} />
        </div>
      )}
      <StateNotice page={page} practice={adoption} provenance={provenance} />
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          <AdoptionContent page={page} body={body} original={original} />
          <Actions page={page} item={item} />
        </div>
        <aside class="kn-aside" aria-label={page.t('practices.item.aside')}>
          {provenance && <ProvenanceFull page={page} provenance={provenance} />}
          <HistoryPanel page={page} path={path} versions={versions} total={version} />
          <TranslationNote page={page} text={body.adapted} by={face.name} originalHref={`${path}?original`} />
        </aside>
      </div>
    </Layout>
  );
}

export function AdoptionContent({
  page,
  body,
  original = false,
}: {
  page: PageContext;
  body: AdoptionItem['adoption']['body'];
  original?: boolean;
}) {
  return (
    <>
      <Facts
        facts={[
          { label: page.t('practices.adoption.status'), value: word(page, 'status', body.status) },
          { label: page.t('practices.adoption.since'), value: partialDateWords(body.since, page.locale) },
          ...(body.scope === undefined
            ? []
            : [
                {
                  label: page.t('practices.adoption.scope'),
                  value: <LangTextView page={page} text={body.scope} original={original} />,
                },
              ]),
          {
            label: page.t('practices.adoption.from'),
            value: <bdi>{body.from?.origin.name ?? body.practice.origin.name}</bdi>,
          },
        ]}
      />
      <h2 class="ds-heading" data-size="sm">
        {page.t('practices.adopters.changed')}
      </h2>
      <LangTextBlock page={page} text={body.adapted} original={original} />
      {body.outcome !== undefined && (
        <>
          <h2 class="ds-heading" data-size="sm">
            {page.t('practices.adopters.outcome')}
          </h2>
          <LangTextBlock page={page} text={body.outcome} original={original} />
        </>
      )}
    </>
  );
}

function Actions({ page, item }: { page: PageContext; item: AdoptionItem }) {
  const { own, state, path } = item.adoption;
  const ours = own && state === 'live' && page.may('practices.adopt');
  return (
    <p class="kn-actions">
      {ours && (
        <a class="ds-button" href={`${path}/revise`}>
          {page.t('practices.action.revise-adoption')}
        </a>
      )}
      <a class="ds-link" href={practiceHref(item)}>
        {page.t('practices.action.practice')}
      </a>
      <a class="ds-link" href={`${path}.json`}>
        {page.t('practices.action.json')}
      </a>
      {ours && (
        <a class="ds-link" href={`${path}/withdraw`}>
          {page.t('practices.action.withdraw-adoption')}
        </a>
      )}
    </p>
  );
}

/** Where the practice is shown here, else its address at its origin. */
function practiceHref({ practice, adoption }: AdoptionItem): string {
  return practice?.path ?? adoption.practice;
}

function practiceCrumb(page: PageContext, item: AdoptionItem) {
  return {
    label: <LangTextView page={page} text={item.adoption.body.practice.title} />,
    href: practiceHref(item),
  };
}

function isReturn({ adoption }: AdoptionItem): boolean {
  return adoption.node === adoption.body.practice.origin.node;
}
