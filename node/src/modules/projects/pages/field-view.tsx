import type { TypedValues } from '../../../kernel/web/form.ts';
import { allValues, value } from '../../../kernel/web/lang-form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  ChoiceGroup,
  type FieldErrors,
  languageTitle,
  SelectField,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import type { Field } from '../form/fields.ts';

interface FieldsProps {
  page: PageContext;
  fields: readonly Field[];
  langs: readonly string[];
  typed: TypedValues;
  errors: FieldErrors;
}

/** Fields one below the other; texts in each language, under its name where there are several. */
export function Fields({ page, fields, langs, typed, errors }: FieldsProps) {
  const texts = fields.filter(({ as }) => as === 'text');
  const [source = '', ...others] = langs;
  return (
    <>
      {fields.map((field) => (
        <FieldView page={page} field={field} lang={source} original typed={typed} errors={errors} />
      ))}
      {texts.length > 0 &&
        others.map((lang) => (
          <fieldset class="ds-fieldset kn-flow">
            <legend>
              <h2 class="ds-heading" data-size="xs">
                {languageTitle(page, lang, false)}
              </h2>
            </legend>
            {texts.map((field) => (
              <FieldView page={page} field={field} lang={lang} typed={typed} errors={errors} />
            ))}
          </fieldset>
        ))}
    </>
  );
}

interface FieldViewProps extends Pick<FieldsProps, 'page' | 'typed' | 'errors'> {
  field: Field;
  lang: string;
  original?: boolean;
}

export function FieldView({ page, field, lang, original = false, typed, errors }: FieldViewProps) {
  const { label, help, optional } = field;
  const common = { page, label, errors, ...(optional && { optional }), ...(help !== undefined && { help }) };
  switch (field.as) {
    case 'text': {
      const name = `${field.name}.${lang}`;
      const props = {
        ...common,
        name,
        lang,
        value: value(typed, name),
        optional: !original || Boolean(optional),
      };
      return field.lines === undefined ? (
        <TextField {...props} />
      ) : (
        <TextArea {...props} rows={field.lines} />
      );
    }
    case 'lines':
      return <TextArea {...common} name={field.name} value={value(typed, field.name)} rows={3} />;
    case 'line':
      return (
        <TextField
          {...common}
          name={field.name}
          value={value(typed, field.name)}
          type={field.type ?? 'text'}
          width={field.width ?? 'full'}
          {...(field.inputmode && { inputmode: field.inputmode })}
        />
      );
    case 'select':
      return (
        <SelectField
          {...common}
          name={field.name}
          value={value(typed, field.name)}
          choices={field.choices}
          {...(field.empty !== undefined && { empty: field.empty })}
        />
      );
    default:
      return (
        <ChoiceGroup
          {...common}
          type={field.as}
          name={field.name}
          choices={field.choices}
          values={allValues(typed, field.name)}
        />
      );
  }
}
