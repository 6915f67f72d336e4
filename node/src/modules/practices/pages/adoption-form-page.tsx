import type { FieldProblem } from '../../../kernel/forms/problems.ts';
import type { Change } from '../../../kernel/log/difference.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { formLanguages, value } from '../../../kernel/web/lang-form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  ChoiceGroup,
  Conflict,
  type Crumb,
  ErrorSummary,
  Form,
  LanguageChoice,
  Layout,
  languageTitle,
  PageHeading,
  SubmitButton,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { ADOPTION_TEXTS } from '../form/adoption-form.ts';
import { STATUSES } from '../vocabulary.ts';
import { word } from '../words.ts';
import { problemSentences } from './field-labels.ts';
import { practiceWords } from './history-words.ts';

/** Whose way of doing it one can have taken: the origin's (empty value) or an adopter's (subject of its adoption). */
export interface SourceChoice {
  value: string;
  label: string;
}

export interface AdoptionFormPageProps {
  page: PageContext;
  action: string;
  title: string;
  lead: string;
  crumbs: readonly Crumb[];
  sources: readonly SourceChoice[];
  revising: boolean;
  typed: TypedValues;
  problems?: readonly FieldProblem[];
  conflict?: readonly Change[];
}

/** Saying that one adopted a practice: from whom, how far, what was changed and what came of it. */
export function AdoptionFormPage(props: AdoptionFormPageProps) {
  const { page, action, title, lead, crumbs, sources, revising, typed, problems = [], conflict } = props;
  const errors = problemSentences(page, problems);
  const langs = formLanguages(typed, page.locale);
  return (
    <Layout page={page} title={title} door="shared-work" crumbs={crumbs} error={problems.length > 0} noindex>
      <ErrorSummary page={page} errors={errors} />
      <PageHeading lead={lead}>{title}</PageHeading>
      {conflict !== undefined && <Conflict page={page} subject={practiceWords(page)} changes={conflict} />}
      <Form page={page} action={action}>
        {/* The first button is what Enter in a field presses. */}
        <button type="submit" name="step" value="check" hidden>
          {page.t('ui.draft.check')}
        </button>
        <input type="hidden" name="id" value={value(typed, 'id')} />
        <input type="hidden" name="prev" value={value(typed, 'prev')} />
        <ChoiceGroup
          page={page}
          type="radio"
          name="status"
          label={page.t('practices.field.status')}
          choices={STATUSES.map((status) => ({ value: status, label: word(page, 'status', status) }))}
          values={[value(typed, 'status')]}
          errors={errors}
        />
        <TextField
          page={page}
          name="since"
          label={page.t('practices.field.since')}
          help={page.t('practices.help.since')}
          value={value(typed, 'since')}
          errors={errors}
          width="short"
        />
        {sources.length > 1 && (
          <ChoiceGroup
            page={page}
            type="radio"
            name="from"
            label={page.t('practices.field.from')}
            help={page.t('practices.help.from')}
            choices={sources}
            values={[value(typed, 'from')]}
            errors={errors}
          />
        )}
        {sources.length === 1 && <input type="hidden" name="from" value={sources[0]?.value} />}
        <LanguageChoice page={page} langs={langs} />
        {langs.map((lang, i) => (
          <AdoptionTexts
            page={page}
            typed={typed}
            errors={errors}
            lang={lang}
            original={i === 0}
            revising={revising}
          />
        ))}
        <p class="kn-text">{page.t('practices.edit.check-next')}</p>
        <SubmitButton name="step" value="check">
          {page.t('ui.draft.check')}
        </SubmitButton>
      </Form>
    </Layout>
  );
}

interface AdoptionTextsProps {
  page: PageContext;
  typed: TypedValues;
  errors: Readonly<Record<string, string>>;
  lang: string;
  original: boolean;
  revising: boolean;
}

const REQUIRED = new Set(['gist', 'adapted']);
const SHORT = new Set(['gist', 'scope']);

function AdoptionTexts({ page, typed, errors, lang, original, revising }: AdoptionTextsProps) {
  return (
    <fieldset class="ds-fieldset kn-flow" id={`lang-${lang}`}>
      <legend>
        <h2 class="ds-heading" data-size="xs">
          {languageTitle(page, lang, original)}
        </h2>
      </legend>
      {[...ADOPTION_TEXTS, ...(revising ? ['note'] : [])].map((name) => {
        const Field = SHORT.has(name) ? TextField : TextArea;
        return (
          <Field
            page={page}
            name={`${name}.${lang}`}
            label={page.t(`practices.field.${name}`)}
            {...(original && { help: page.t(`practices.help.${name}`) })}
            value={value(typed, `${name}.${lang}`)}
            errors={errors}
            lang={lang}
            optional={!original || !REQUIRED.has(name)}
          />
        );
      })}
    </fieldset>
  );
}
