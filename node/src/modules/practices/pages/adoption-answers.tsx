import type { PageContext } from '../../../kernel/web/page.ts';
import {
  ChangeButton,
  type CheckSection,
  fieldId,
  LangTextBlock,
  languageTitle,
  textOf,
} from '../../../ui/index.ts';
import type { AdoptionInput } from '../adoption.ts';
import { ADOPTION_TEXTS } from '../form/adoption-form.ts';
import { word } from '../words.ts';
import { partialDateWords } from './partial-date.ts';

interface AdoptionAnswersProps {
  langs: readonly string[];
  /** Name of whom it was taken from. */
  from: string;
  /** Where the form goes. */
  action: string;
}

/** The answers of an adoption: how far, since when, from whom, then language by language. */
export function adoptionAnswers(
  page: PageContext,
  body: AdoptionInput,
  { langs, from, action }: AdoptionAnswersProps,
): CheckSection[] {
  const section = (title: string, anchor: string, content: CheckSection['content']): CheckSection => ({
    title,
    change: <ChangeButton page={page} href={`${action}#${anchor}`} title={title} />,
    content,
  });
  return [
    section(
      page.t('practices.edit.adoption-facts'),
      fieldId('status'),
      <AdoptionFacts page={page} body={body} from={from} />,
    ),
    ...langs.map((lang, i) =>
      section(
        languageTitle(page, lang, i === 0),
        `lang-${lang}`,
        <Texts page={page} body={body} lang={lang} />,
      ),
    ),
  ];
}

function AdoptionFacts({ page, body, from }: { page: PageContext; body: AdoptionInput; from: string }) {
  const facts = [
    [page.t('practices.field.from'), from],
    [page.t('practices.field.status'), word(page, 'status', body.status)],
    [page.t('practices.field.since'), partialDateWords(body.since, page.locale)],
  ];
  return (
    <dl class="kn-facts" data-stacked="">
      {facts.map(([label, text]) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Texts({ page, body, lang }: { page: PageContext; body: AdoptionInput; lang: string }) {
  return (
    <>
      {[...ADOPTION_TEXTS, 'note' as const].map((name) => {
        const text = body[name]?.[lang];
        return text === undefined ? null : (
          <>
            <h3 class="ds-heading" data-size="2xs">
              {page.t(`practices.field.${name}`)}
            </h3>
            <LangTextBlock page={page} text={textOf(lang, text)} />
          </>
        );
      })}
    </>
  );
}
