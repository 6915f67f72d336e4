import type { PageContext } from '../../../kernel/web/page.ts';
import { Facts, LangTextView } from '../../../ui/index.ts';
import type { Practice } from '../practice.ts';
import { word, words } from '../words.ts';
import { partialDateWords } from './partial-date.ts';

interface AboutProps {
  page: PageContext;
  body: Practice;
  original?: boolean;
}

/** What the practice is sorted by, and whom to ask. */
export function About(props: AboutProps) {
  return (
    <section>
      <h2 class="ds-heading" data-size="2xs">
        {props.page.t('practices.about.title')}
      </h2>
      <AboutFacts {...props} />
    </section>
  );
}

export function AboutFacts({ page, body, original = false }: AboutProps) {
  const { contacts = [], principles = [], languages = [] } = body;
  const facts = [
    { label: 'level', value: word(page, 'level', body.level) },
    { label: 'stage', value: word(page, 'stage', body.stage) },
    { label: 'topics', value: lines(words(page, 'topic', body.topics)) },
    body.started !== undefined && { label: 'started', value: partialDateWords(body.started, page.locale) },
    principles.length > 0 && { label: 'principles', value: lines(words(page, 'principle', principles)) },
    contacts.length > 0 && {
      label: 'contacts',
      value: contacts.map(({ name, url }) => (
        <div>
          {url === undefined ? (
            <LangTextView page={page} text={name} original={original} />
          ) : (
            <a class="ds-link" href={url} rel="external nofollow noreferrer">
              <LangTextView page={page} text={name} original={original} />
            </a>
          )}
        </div>
      )),
    },
    languages.length > 0 && {
      label: 'languages',
      value: page.format.list(languages.map((language) => page.format.language(language))),
    },
  ].filter((fact) => fact !== false);
  return (
    <Facts
      stacked
      facts={facts.map(({ label, value }) => ({ label: page.t(`practices.about.${label}`), value }))}
    />
  );
}

function lines(texts: readonly string[]) {
  return texts.map((text) => <div>{text}</div>);
}
