import type { Change, Part } from '../../kernel/log/difference.ts';
import type { PageContext } from '../../kernel/web/page.ts';
import { LangTextView, langAttributes } from '../lang-text.tsx';
import { Layout } from '../layout/layout.tsx';
import { PageHeading } from '../page-heading.tsx';
import { type HistorySubject, historyCrumbs } from './history-page.tsx';

interface ChangesPageProps {
  page: PageContext;
  subject: HistorySubject;
  /** The version whose changes from the one before are shown. */
  number: number;
  changes: readonly Change[];
}

/** What changed from one version to the next, word by word. */
export function ChangesPage({ page, subject, number, changes }: ChangesPageProps) {
  const title = page.t('ui.changes.title', { number });
  return (
    <Layout page={page} title={title} door={subject.door} crumbs={historyCrumbs(page, subject, true)} noindex>
      <PageHeading over={<LangTextView page={page} text={subject.title} />} lead={page.t('ui.changes.lead')}>
        {title}
      </PageHeading>
      <p class="kn-inline">
        <a class="ds-link" href={`${subject.path}/history/${number - 1}`}>
          {page.t('ui.history.number', { number: number - 1 })}
        </a>
        <a class="ds-link" href={`${subject.path}/history/${number}`}>
          {page.t('ui.history.number', { number })}
        </a>
      </p>
      <ChangeList page={page} subject={subject} changes={changes} />
    </Layout>
  );
}

interface ChangeListProps {
  page: PageContext;
  subject: Pick<HistorySubject, 'label' | 'word'>;
  changes: readonly Change[];
}

export function ChangeList({ page, subject: { label, word = asItIs }, changes }: ChangeListProps) {
  if (changes.length === 0) return <p>{page.t('ui.changes.none')}</p>;
  return (
    <div class="kn-flow kn-section">
      {changes.map(({ field, lang, parts }) => (
        <>
          <h2 class="ds-heading" data-size="2xs">
            {label(field)}
            {lang !== null && <span class="kn-muted"> · {page.format.language(lang)}</span>}
          </h2>
          {lang === null ? (
            <ul class="ds-list">
              {parts.map((part) => (
                <li>
                  <Changed page={page} part={{ ...part, text: word(field, part.text) }} />
                </li>
              ))}
            </ul>
          ) : (
            <p class="kn-text kn-changes" {...langAttributes(page, lang)}>
              {parts.map((part) => (
                <Changed page={page} part={part} />
              ))}
            </p>
          )}
        </>
      ))}
    </div>
  );
}

/** Marked by element and line, not by colour alone, and said to those who listen. */
function Changed({ page, part: { kind, text } }: { page: PageContext; part: Part }) {
  if (kind === 'same') return <>{text}</>;
  const Element = kind === 'added' ? 'ins' : 'del';
  return (
    <Element>
      <span class="ds-sr-only">[{page.t(`ui.changes.${kind}`)}: </span>
      {text}
      <span class="ds-sr-only">]</span>
    </Element>
  );
}

const asItIs = (_field: string, text: string) => text;
