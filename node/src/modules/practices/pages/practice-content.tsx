import type { Child } from 'hono/jsx';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Facts, LangTextBlock, LangTextView } from '../../../ui/index.ts';
import { type Practice, SECTIONS } from '../practice.ts';
import { Links } from './links.tsx';

interface PracticeContentProps {
  page: PageContext;
  body: Practice;
  original?: boolean;
  /** Between the facts and the text: who has adopted it. */
  children?: Child;
}

/** The practice itself: facts, then its sections in the order of the story. */
export function PracticeContent({ page, body, original = false, children }: PracticeContentProps) {
  const { facts = [], evidence = [], links = [] } = body;
  return (
    <>
      {facts.length > 0 && (
        <div class="kn-figures">
          <Facts
            facts={facts.map((fact) => ({
              label: <LangTextView page={page} text={fact.label} original={original} />,
              value: <LangTextView page={page} text={fact.value} original={original} />,
            }))}
          />
        </div>
      )}
      {children}
      {SECTIONS.map((section) => {
        const text = body[section];
        if (text === undefined) return null;
        return (
          <>
            <h2 class="ds-heading" data-size="sm" id={section}>
              {page.t(`practices.section.${section}`)}
            </h2>
            <LangTextBlock page={page} text={text} original={original} />
            {section === 'results' && (
              <Links page={page} links={evidence} title="practices.section.evidence" />
            )}
          </>
        );
      })}
      <Links page={page} links={links} title="practices.section.links" />
    </>
  );
}
