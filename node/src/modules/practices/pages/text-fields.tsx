import type { TypedValues } from '../../../kernel/web/form.ts';
import { value } from '../../../kernel/web/lang-form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Details, type FieldErrors, languageTitle, TextArea, TextField } from '../../../ui/index.ts';
import type { RowName } from '../form/fields.ts';
import { RowTexts } from './row-texts.tsx';

export interface FieldsProps {
  page: PageContext;
  typed: TypedValues;
  errors: FieldErrors;
}

export type LanguageProps = FieldsProps & { lang: string; original: boolean };

interface TextFieldsProps extends LanguageProps {
  langs: readonly string[];
  texts: readonly string[];
  rows: readonly RowName[];
}

const REQUIRED = new Set(['title', 'summary', 'problem', 'done']);
/** Of a translation, title and summary must be there; the rest may follow later. */
const REQUIRED_IN_TRANSLATION = new Set(['title', 'summary']);
const SHORT = new Set(['title']);
const LINES = { summary: 3, cost: 3, note: 2 } as const;

/** What one task asks for in one language; a heading names the language where there are several. */
export function TextFields(props: TextFieldsProps) {
  const { page, langs, lang, original, texts, rows } = props;
  if (texts.length === 0 && rows.length === 0) return null;
  const several = langs.length > 1;
  const required = original ? REQUIRED : REQUIRED_IN_TRANSLATION;
  const rowTexts = rows.map((name) => <RowTexts {...props} name={name} level={several ? 3 : 2} />);
  const fields = (
    <>
      {texts.map((name) => (
        <Text {...props} name={name} optional={!required.has(name)} />
      ))}
      {original || rows.length === 0 ? (
        rowTexts
      ) : (
        <Details
          summary={page.t('practices.edit.row-texts', { language: page.format.language(lang) })}
          open={rowsTyped(props)}
        >
          <div class="kn-flow">{rowTexts}</div>
        </Details>
      )}
    </>
  );
  if (!several) return <div class="kn-flow">{fields}</div>;
  return (
    <fieldset class="ds-fieldset kn-flow">
      <legend>
        <h2 class="ds-heading" data-size="xs">
          {languageTitle(page, lang, original)}
        </h2>
      </legend>
      {fields}
    </fieldset>
  );
}

function Text({
  page,
  typed,
  errors,
  lang,
  original,
  name,
  optional,
}: LanguageProps & { name: string; optional: boolean }) {
  const field = `${name}.${lang}`;
  const props = {
    page,
    name: field,
    label: page.t(`practices.field.${name}`),
    value: value(typed, field),
    errors,
    lang,
    optional,
    ...(original && { help: page.t(`practices.help.${name}`) }),
  };
  if (SHORT.has(name)) return <TextField {...props} />;
  return <TextArea {...props} rows={LINES[name as keyof typeof LINES] ?? 6} />;
}

function rowsTyped({ typed, errors, lang, rows }: TextFieldsProps): boolean {
  const inRow = (field: string) =>
    rows.some((name) => field.startsWith(`${name}.`)) && field.endsWith(`.${lang}`);
  return (
    Object.keys(errors).some(inRow) ||
    Object.entries(typed).some(([field, [text]]) => inRow(field) && text !== '')
  );
}
