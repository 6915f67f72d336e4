import type { PageContext } from '../../../kernel/web/page.ts';
import { ChangeLink, type CheckSection, LangTextBlock, LangTextView, textOf } from '../../../ui/index.ts';
import type { RowName } from '../form/fields.ts';
import { fieldsOf, type TaskName, tasksOf } from '../form/tasks.ts';
import type { PracticeInput } from '../practice.ts';
import { words } from '../words.ts';
import { AboutFacts } from './about.tsx';
import { taskTitle } from './draft-tasks.tsx';

interface PracticeAnswersProps {
  langs: readonly string[];
  /** Of the draft. */
  path: string;
  revising: boolean;
}

/** The answers of a practice, task by task; of what was written in several languages, one below the other. */
export function practiceAnswers(
  page: PageContext,
  body: PracticeInput,
  { langs, path, revising }: PracticeAnswersProps,
): CheckSection[] {
  return tasksOf(revising).map((task) => {
    const title = taskTitle(page, task);
    return {
      title,
      change: <ChangeLink page={page} href={`${path}/${task}?to=check`} title={title} />,
      content: <Answers page={page} body={body} langs={langs} task={task} />,
    };
  });
}

interface AnswersProps {
  page: PageContext;
  body: PracticeInput;
  langs: readonly string[];
}

function Answers({ page, body, langs, task }: AnswersProps & { task: TaskName }) {
  const { contacts, languages, principles = [], ...sorted } = body;
  if (task === 'languages') return <p>{page.format.list(langs.map((lang) => page.format.language(lang)))}</p>;
  if (task === 'sorting') return <AboutFacts page={page} body={sorted} />;
  const { texts, rows, choices } = fieldsOf(task);
  const empty = [...texts, ...rows, ...choices].every(
    (name) => body[name as keyof PracticeInput] === undefined,
  );
  if (empty) return <p class="kn-muted">{page.t('ui.check.empty')}</p>;
  if (task === 'principles') return <p>{words(page, 'principle', principles).join(' · ')}</p>;
  return (
    <>
      {texts.map((name) => (
        <TextAnswer page={page} body={body} langs={langs} name={name} />
      ))}
      {rows.map((name) => (
        <RowAnswers page={page} body={body} langs={langs} name={name} />
      ))}
      {task === 'contacts' && languages !== undefined && (
        <>
          <AnswerHeading page={page} name="languages" />
          <p>{page.format.list(languages.map((lang) => page.format.language(lang)))}</p>
        </>
      )}
    </>
  );
}

function AnswerHeading({ page, name }: { page: PageContext; name: string }) {
  return (
    <h3 class="ds-heading" data-size="2xs">
      {page.t(`practices.field.${name}`)}
    </h3>
  );
}

/** Which language follows, where there are several. */
function LanguageName({ page, langs, lang }: Pick<AnswersProps, 'page' | 'langs'> & { lang: string }) {
  return langs.length === 1 ? null : <p class="kn-small kn-muted">{page.format.language(lang)}</p>;
}

function TextAnswer({
  page,
  body,
  langs,
  name,
}: AnswersProps & { name: ReturnType<typeof fieldsOf>['texts'][number] }) {
  const text = body[name];
  if (text === undefined) return null;
  return (
    <>
      <AnswerHeading page={page} name={name} />
      {langs.map((lang) =>
        text[lang] === undefined ? null : (
          <>
            <LanguageName page={page} langs={langs} lang={lang} />
            <LangTextBlock page={page} text={textOf(lang, text[lang])} />
          </>
        ),
      )}
    </>
  );
}

function RowAnswers({ page, body, langs, name }: AnswersProps & { name: RowName }) {
  const rows = body[name];
  if (rows === undefined) return null;
  return (
    <>
      <AnswerHeading page={page} name={name} />
      {langs.map((lang, i) => {
        const filled = rows
          .map((row) => Object.values(row).flatMap((part) => partIn(part, lang, i === 0)))
          .filter((parts) => parts.length > 0);
        return filled.length === 0 ? null : (
          <>
            <LanguageName page={page} langs={langs} lang={lang} />
            <ul class="ds-list">
              {filled.map((parts) => (
                <li>
                  <LangTextView page={page} text={textOf(lang, parts.join(' · '))} />
                </li>
              ))}
            </ul>
          </>
        );
      })}
    </>
  );
}

/** Addresses have no language; they stand with the original. */
function partIn(part: unknown, lang: string, original: boolean): string[] {
  if (typeof part === 'string') return original ? [part] : [];
  const text = (part as Partial<Record<string, string>> | null)?.[lang];
  return text === undefined ? [] : [text];
}
