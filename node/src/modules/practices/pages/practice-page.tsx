import { pickText } from '../../../kernel/i18n/locale.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  HistoryPanel,
  LangTextView,
  Layout,
  PageHeading,
  ProvenanceFull,
  ProvenanceLine,
  TranslationNote,
} from '../../../ui/index.ts';
import type { PracticeItem } from '../read.ts';
import { About } from './about.tsx';
import { Adopters } from './adopters.tsx';
import { OriginLine } from './origin-line.tsx';
import { PracticeActions } from './practice-actions.tsx';
import { PracticeContent } from './practice-content.tsx';
import { Printed } from './printed.tsx';
import { StateNotice } from './state-notice.tsx';

interface PracticePageProps {
  page: PageContext;
  item: PracticeItem;
  /** Shows the original, whatever the reader's language. */
  original: boolean;
}

/** One practice: what it was, who took it up, and where this text comes from. */
export function PracticePage({ page, item, original }: PracticePageProps) {
  const { practice, provenance, adoptions, versions } = item;
  const { body, node, own, path } = practice;
  const origin = faceOf(page, node);
  const shown = original ? body.title.source : page.locale;
  const title = pickText(body.title, shown).text;
  const adopters = adoptions.map((adoption) => faceOf(page, adoption.node));
  return (
    <Layout
      page={page}
      title={title}
      description={pickText(body.summary, shown).text}
      door="shared-work"
      crumbs={[{ label: page.t('practices.nav'), href: '/practices' }]}
      faces={[origin, ...adopters]}
      {...(own ? {} : { canonical: practice.sub })}
      alternates={[{ type: 'application/json', href: `${path}.json` }]}
      print={provenance && <Printed page={page} provenance={provenance} jti={practice.jti} />}
    >
      <PageHeading
        over={<OriginLine page={page} origin={origin} own={own} title={body.title} original={original} />}
        lead={<LangTextView page={page} text={body.summary} original={original} />}
      >
        <LangTextView page={page} text={body.title} original={original} />
      </PageHeading>
      {provenance && (
        <div class="kn-narrow">
          <ProvenanceLine page={page} provenance={provenance} />
        </div>
      )}
      <StateNotice page={page} practice={practice} provenance={provenance} />
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          <PracticeContent page={page} body={body} original={original}>
            <Adopters page={page} practice={practice} adoptions={adoptions} original={original} />
          </PracticeContent>
          <PracticeActions page={page} item={item} />
        </div>
        <aside class="kn-aside" aria-label={page.t('practices.item.aside')}>
          {provenance && <ProvenanceFull page={page} provenance={provenance} />}
          <HistoryPanel page={page} path={path} versions={versions} total={practice.version} />
          <TranslationNote page={page} text={body.title} by={origin.name} originalHref={`${path}?original`} />
          <About page={page} body={body} original={original} />
        </aside>
      </div>
    </Layout>
  );
}
