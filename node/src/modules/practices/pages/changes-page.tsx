import type { PageContext } from '../../../kernel/web/page.ts';
import { LangTextView, Layout, langAttributes, PageHeading } from '../../../ui/index.ts';
import type { Change, Part } from '../difference.ts';
import { word } from '../words.ts';
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
  const title = page.t('practices.changes.title', { number });
  return (
    <Layout page={page} title={title} door="shared-work" crumbs={historyCrumbs(page, subject, true)} noindex>
      <PageHeading
        over={<LangTextView page={page} text={subject.title} />}
        lead={page.t('practices.changes.lead')}
      >
        {title}
      </PageHeading>
      <p class="kn-inline">
        <a class="ds-link" href={`${subject.path}/history/${number - 1}`}>
          {page.t('practices.history.number', { number: number - 1 })}
        </a>
        <a class="ds-link" href={`${subject.path}/history/${number}`}>
          {page.t('practices.history.number', { number })}
        </a>
      </p>
      <ChangeList page={page} changes={changes} />
    </Layout>
  );
}

export function ChangeList({ page, changes }: Pick<ChangesPageProps, 'page' | 'changes'>) {
  if (changes.length === 0) return <p>{page.t('practices.changes.none')}</p>;
  return (
    <div class="kn-flow kn-section">
      {changes.map(({ field, lang, parts }) => (
        <>
          <h2 class="ds-heading" data-size="2xs">
            {page.t(`practices.field.${field}`)}
            {lang !== null && <span class="kn-muted"> · {page.format.language(lang)}</span>}
          </h2>
          {lang === null ? (
            <ul class="ds-list">
              {parts.map((part) => (
                <li>
                  <Changed page={page} part={{ ...part, text: codeWord(page, field, part.text) }} />
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
      <span class="ds-sr-only">[{page.t(`practices.changes.${kind}`)}: </span>
      {text}
      <span class="ds-sr-only">]</span>
    </Element>
  );
}

const CODES = {
  topics: 'topic',
  principles: 'principle',
  stage: 'stage',
  level: 'level',
  status: 'status',
} as const;

function codeWord(page: PageContext, field: string, text: string): string {
  if (Object.hasOwn(CODES, field)) return word(page, CODES[field as keyof typeof CODES], text);
  return field === 'languages' ? page.format.language(text) : text;
}
