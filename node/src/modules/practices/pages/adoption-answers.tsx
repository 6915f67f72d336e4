import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { fieldId, LangTextBlock, LangTextView } from '../../../ui/index.ts';
import type { AdoptionInput } from '../adoption.ts';
import { ADOPTION_TEXTS } from '../form/adoption-form.ts';
import { ROW_NAMES, TEXTS } from '../form/fields.ts';
import type { PracticeInput } from '../practice.ts';
import { word } from '../words.ts';
import { AboutFacts } from './about.tsx';
import type { CheckSection } from './check-page.tsx';
import { partialDateWords } from './partial-date.ts';

/** The answers of a practice, language by language, then what it is sorted by. */
export function practiceAnswers(
  page: PageContext,
  body: PracticeInput,
  langs: readonly string[],
): CheckSection[] {
  const sections = langs.map((lang, i): CheckSection => {
    const texts = [...TEXTS, 'note' as const].map((name) => ({ name, text: body[name]?.[lang] }));
    return {
      title: languageTitle(page, lang, i === 0),
      anchor: `lang-${lang}`,
      content: (
        <>
          <Texts page={page} lang={lang} texts={texts} />
          <RowAnswers page={page} body={body} lang={lang} original={i === 0} />
        </>
      ),
    };
  });
  return [
    ...sections,
    {
      title: page.t('practices.edit.sorting'),
      anchor: 'sorting',
      content: <AboutFacts page={page} body={body} />,
    },
  ];
}

export function adoptionAnswers(
  page: PageContext,
  body: AdoptionInput,
  from: string,
  langs: readonly string[],
): CheckSection[] {
  const facts = [
    [page.t('practices.field.from'), from],
    [page.t('practices.field.status'), word(page, 'status', body.status)],
    [page.t('practices.field.since'), partialDateWords(body.since, page.locale)],
  ];
  return [
    {
      title: page.t('practices.edit.adoption-facts'),
      anchor: fieldId('status'),
      content: (
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
      ),
    },
    ...langs.map((lang, i): CheckSection => {
      const texts = [...ADOPTION_TEXTS, 'note' as const].map((name) => ({ name, text: body[name]?.[lang] }));
      return {
        title: languageTitle(page, lang, i === 0),
        anchor: `lang-${lang}`,
        content: <Texts page={page} lang={lang} texts={texts} />,
      };
    }),
  ];
}

function languageTitle(page: PageContext, lang: string, original: boolean): string {
  const language = page.format.language(lang);
  return page.t(original ? 'practices.edit.in-original' : 'practices.edit.in-translation', { language });
}

interface TextsProps {
  page: PageContext;
  lang: string;
  texts: ReadonlyArray<{ name: string; text: string | undefined }>;
}

function Texts({ page, lang, texts }: TextsProps) {
  return (
    <>
      {texts.map(({ name, text }) =>
        text === undefined ? null : (
          <>
            <h3 class="ds-heading" data-size="2xs">
              {page.t(`practices.field.${name}`)}
            </h3>
            <LangTextBlock page={page} text={only(lang, text)} />
          </>
        ),
      )}
    </>
  );
}

interface RowAnswersProps {
  page: PageContext;
  body: PracticeInput;
  lang: string;
  /** Addresses have no language; they stand with the original. */
  original: boolean;
}

function RowAnswers({ page, body, lang, original }: RowAnswersProps) {
  return (
    <>
      {ROW_NAMES.map((name) => {
        const rows = (body[name] ?? []).map((row) =>
          Object.values(row).flatMap((part) => partIn(part, lang, original)),
        );
        const filled = rows.filter((parts) => parts.length > 0);
        return filled.length === 0 ? null : (
          <>
            <h3 class="ds-heading" data-size="2xs">
              {page.t(`practices.field.${name}`)}
            </h3>
            <ul class="ds-list">
              {filled.map((parts) => (
                <li>
                  <LangTextView page={page} text={only(lang, parts.join(' · '))} />
                </li>
              ))}
            </ul>
          </>
        );
      })}
    </>
  );
}

/** The text of one language alone, as a text of its own. */
function only(lang: string, text: string): LangText {
  return { source: lang, [lang]: text };
}

function partIn(part: unknown, lang: string, original: boolean): string[] {
  if (typeof part === 'string') return original ? [part] : [];
  const text = (part as Partial<Record<string, string>> | null)?.[lang];
  return text === undefined ? [] : [text];
}
