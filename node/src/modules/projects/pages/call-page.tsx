import { pickText } from '../../../kernel/i18n/locale.ts';
import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Facts,
  LangTextBlock,
  LangTextView,
  Layout,
  PageHeading,
  ProvenanceEdge,
  ProvenanceFull,
  ProvenanceLine,
  Tag,
  TranslationNote,
} from '../../../ui/index.ts';
import type { CallItem } from '../read.ts';
import { Notice } from './notice.tsx';
import { lastDay, sortingFacts } from './words.ts';

/** One call for partners, with who has answered it. */
export function CallPage({ page, item }: { page: PageContext; item: CallItem }) {
  const { call, project, answers, deadline, open, provenance } = item;
  const { title, text } = call.body;
  const own = provenance.get(call.jti);
  const author = faceOf(page, call.node, own?.origin);
  const answered = answers.some((answer) => answer.own);
  return (
    <Layout
      page={page}
      title={pickText(title, page.locale).text}
      door="shared-work"
      crumbs={[
        { label: page.t('projects.nav'), href: '/projects' },
        { label: page.t('projects.calls.title'), href: '/projects/calls' },
      ]}
      faces={[author, ...answers.map(({ node }) => faceOf(page, node))]}
      {...(call.own ? {} : { canonical: call.sub })}
      alternates={[{ type: 'application/json', href: `${call.path}.json` }]}
    >
      <PageHeading over={page.t('projects.by.call', { who: author.name })}>
        <LangTextView page={page} text={title} />
      </PageHeading>
      <p>
        <Tag page={page} status={open ? 'open' : 'closed'} />
      </p>
      {own && (
        <div class="kn-narrow">
          <ProvenanceLine page={page} provenance={own} />
        </div>
      )}
      <Notice page={page} row={call} provenance={own} />
      <Facts
        facts={[
          { label: page.t('projects.label.deadline'), value: lastDay(page, deadline) },
          ...sortingFacts(page, call.body),
        ]}
      />
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          <LangTextBlock page={page} text={text} />
          {project !== null && (
            <p>
              {page.t('projects.calls.project')}{' '}
              <a class="ds-link" href={project.path}>
                <LangTextView page={page} text={project.body.title} />
              </a>
            </p>
          )}
          <p class="kn-actions">
            {open && !call.own && !answered && own?.state !== 'failed' && page.may('projects.publish') && (
              <a class="ds-button" href={`${call.path}/answer`}>
                {page.t('projects.action.answer')}
              </a>
            )}
            {call.own && call.state === 'live' && page.may('projects.publish') && (
              <>
                <a class="ds-link" href={`${call.path}/revise`}>
                  {page.t('projects.action.revise')}
                </a>
                <a class="ds-link" href={`${call.path}/withdraw`}>
                  {page.t('projects.action.withdraw')}
                </a>
              </>
            )}
          </p>
          <section class="kn-flow" id="answers">
            <h2 class="ds-heading" data-size="sm">
              {page.t('projects.calls.answers', { count: answers.length })}
            </h2>
            {answers.map((answer) => (
              <Answer page={page} answer={answer} provenance={provenance.get(answer.jti)} />
            ))}
          </section>
        </div>
        <aside class="kn-aside" aria-label={page.t('projects.aside')}>
          {own && <ProvenanceFull page={page} provenance={own} />}
          <TranslationNote page={page} text={title} by={author.name} originalHref={`/records/${call.jti}`} />
        </aside>
      </div>
    </Layout>
  );
}

interface AnswerProps {
  page: PageContext;
  answer: CallItem['answers'][number];
  provenance: ReturnType<CallItem['provenance']['get']>;
}

function Answer({ page, answer, provenance }: AnswerProps) {
  const content = (
    <div class="kn-flow" id={`answer-${answer.id}`}>
      <h3 class="ds-heading" data-size="2xs">
        <bdi>{faceOf(page, answer.node, provenance?.origin).name}</bdi>
      </h3>
      <LangTextBlock page={page} text={answer.body.text} />
      {answer.own && page.may('projects.publish') && (
        <p>
          <a class="ds-link" href={`${answer.path}/withdraw`}>
            {page.t('projects.action.withdraw')}
          </a>
        </p>
      )}
    </div>
  );
  if (provenance === undefined) return content;
  return (
    <ProvenanceEdge page={page} provenance={provenance}>
      {content}
    </ProvenanceEdge>
  );
}
