import type { TypedValues } from '../../../kernel/web/form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Details, type FieldErrors, TextArea, TextField } from '../../../ui/index.ts';
import { ROW_NAMES, ROWS, TEXTS } from '../form/fields.ts';
import { rowCount } from '../form/practice-form.ts';
import { value } from '../form/values.ts';

export interface FieldsProps {
  page: PageContext;
  typed: TypedValues;
  errors: FieldErrors;
}

type LanguageProps = FieldsProps & { lang: string; original: boolean };

const REQUIRED = new Set(['title', 'summary', 'problem', 'done']);
const SHORT = new Set(['title']);
const ROWS_OF = { summary: 3, cost: 3, note: 2 } as const;

/** All that is written in one language. Of a translation, title and summary must be there; the rest may follow later. */
export function TextFields(props: LanguageProps & { revising: boolean }) {
  const { page, lang, original, revising } = props;
  const language = page.format.language(lang);
  return (
    <fieldset class="ds-fieldset kn-flow" id={`lang-${lang}`}>
      <legend>
        <h2 class="ds-heading" data-size="xs">
          {page.t(original ? 'practices.edit.in-original' : 'practices.edit.in-translation', { language })}
        </h2>
      </legend>
      {TEXTS.map((name) => (
        <Text {...props} name={name} optional={!(original ? REQUIRED : SHORT_AND_SUMMARY).has(name)} />
      ))}
      {original ? (
        <RowTexts {...props} />
      ) : (
        <Details summary={page.t('practices.edit.row-texts', { language })} open={rowsTyped(props)}>
          <RowTexts {...props} />
        </Details>
      )}
      {revising && <Text {...props} name="note" optional />}
    </fieldset>
  );
}
const SHORT_AND_SUMMARY = new Set(['title', 'summary']);

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
  return <TextArea {...props} rows={ROWS_OF[name as keyof typeof ROWS_OF] ?? 6} />;
}

/** Labels and values of facts and links, names of organisations. */
function RowTexts({ page, typed, errors, lang, original }: LanguageProps) {
  return (
    <>
      {ROW_NAMES.map((name) => (
        <>
          <h3 class="ds-heading" data-size="2xs">
            {page.t(`practices.rows.${name}`)}
          </h3>
          {original && <p class="kn-text kn-muted">{page.t(`practices.rows-help.${name}`)}</p>}
          {Array.from({ length: rowCount(typed, name) }, (_, row) => {
            const { texts, plain } = ROWS[name];
            return (
              <fieldset class="ds-fieldset kn-row-fields">
                <legend class="ds-sr-only">
                  {page.t(`practices.row-name.${name}`, { number: row + 1 })}
                </legend>
                {texts.map((part) => (
                  <TextField
                    page={page}
                    name={`${name}.${row}.${part}.${lang}`}
                    label={page.t(`practices.part.${part}`)}
                    value={value(typed, `${name}.${row}.${part}.${lang}`)}
                    errors={errors}
                    lang={lang}
                  />
                ))}
                {original &&
                  plain.map((part) => (
                    <TextField
                      page={page}
                      name={`${name}.${row}.${part}`}
                      label={page.t(`practices.part.${part}`)}
                      type="url"
                      value={value(typed, `${name}.${row}.${part}`)}
                      errors={errors}
                    />
                  ))}
              </fieldset>
            );
          })}
        </>
      ))}
    </>
  );
}

function rowsTyped({ typed, errors, lang }: LanguageProps): boolean {
  const inRow = (field: string) => /\.\d+\./.test(field) && field.endsWith(`.${lang}`);
  return (
    Object.keys(errors).some(inRow) ||
    Object.entries(typed).some(([field, [text]]) => inRow(field) && text !== '')
  );
}
