import type { TypedValues } from '../../../kernel/web/form.ts';
import { allValues, type Languages, value } from '../../../kernel/web/lang-form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  ChoiceGroup,
  Details,
  type FieldErrors,
  languageTitle,
  SelectField,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { type Field, MOST_ROWS, type Part, SPARE_ROWS } from '../forms/fields.ts';
import type { Life } from '../read/life.ts';

interface FormFieldProps<Of extends Field = Field> {
  page: PageContext;
  life: Life;
  field: Of;
  typed: TypedValues;
  errors: FieldErrors;
  langs: Languages;
}

export function FormField(props: FormFieldProps) {
  const { page, field, typed, errors } = props;
  if (field.kind === 'rows') return <RowsField {...props} field={field} />;
  if (field.kind === 'nodes') {
    return (
      <TextArea
        page={page}
        name={field.name}
        label={page.t(`alliances.field.${field.name}`)}
        {...(field.help && { help: page.t(`alliances.help.${field.name}`) })}
        value={value(typed, field.name)}
        errors={errors}
        rows={3}
        optional
      />
    );
  }
  return <PartField {...props} field={field} name={field.name} label={field.name} />;
}

/** A field as it stands alone or in a row; `label` is the key of its words. */
function PartField({
  page,
  life,
  field,
  typed,
  errors,
  langs,
  name,
  label: key,
}: FormFieldProps<Part> & { name: string; label: string }) {
  const label = page.t(`alliances.field.${key}`);
  const help = field.help ? { help: page.t(`alliances.help.${key}`) } : {};
  const optional = field.required !== true;
  if (field.kind === 'line') {
    const { type = 'text' } = field;
    return (
      <TextField
        {...{ page, name, label, errors, optional, type }}
        {...help}
        value={value(typed, name)}
        width={type === 'url' || field.wide ? 'full' : 'short'}
      />
    );
  }
  if (field.kind === 'choice') {
    const choices = field.choices(page, life);
    if (choices.length === 0) return null;
    if (field.as === 'select') {
      return (
        <SelectField
          {...{ page, name, label, errors, optional, choices }}
          {...help}
          value={value(typed, name)}
          empty={page.t('alliances.none')}
        />
      );
    }
    return (
      <ChoiceGroup
        {...{ page, name, label, errors, optional, choices }}
        {...help}
        type={field.as}
        values={allValues(typed, name)}
      />
    );
  }
  const Control = field.kind === 'text' ? TextField : TextArea;
  return (
    <>
      {langs.map((lang, i) => (
        <Control
          page={page}
          name={`${name}.${lang}`}
          label={langs.length === 1 ? label : `${label} – ${languageTitle(page, lang, i === 0)}`}
          {...(i === 0 && help)}
          value={value(typed, `${name}.${lang}`)}
          errors={errors}
          lang={lang}
          optional={optional || i > 0}
          {...(field.kind === 'area' && name !== field.name && { rows: 2 })}
        />
      ))}
    </>
  );
}

/** Empty rows that stand open; the others are one press away. */
const OPEN_ROWS = 3;

/** The rows that are filled in and a few empty ones, each a group with its number. */
function RowsField(props: FormFieldProps<Extract<Field, { kind: 'rows' }>>) {
  const { page, field, typed } = props;
  const prefix = `${field.name}.`;
  const used = Object.entries(typed).flatMap(([name, [text = '']]) =>
    name.startsWith(prefix) && text !== '' ? [Number(name.slice(prefix.length).split('.')[0])] : [],
  );
  const filled = Math.max(-1, ...used.filter(Number.isInteger)) + 1;
  const rows = Math.min(MOST_ROWS, Math.max(field.begin, filled + SPARE_ROWS));
  const open = Math.max(OPEN_ROWS, filled);
  const row = (i: number) => (
    <fieldset class="ds-fieldset kn-flow">
      <legend class="ds-label">{page.t('alliances.row', { number: i + 1 })}</legend>
      {field.parts.map((part) => (
        <PartField
          {...props}
          field={part}
          name={`${field.name}.${i}.${part.name}`}
          label={`${field.name}.${part.name}`}
        />
      ))}
    </fieldset>
  );
  const all = Array.from({ length: rows }, (_, i) => row(i));
  return (
    <fieldset class="ds-fieldset kn-flow">
      <legend>
        <h2 class="ds-heading" data-size="xs">
          {page.t(`alliances.field.${field.name}`)}
        </h2>
      </legend>
      <p>{page.t('alliances.help.rows')}</p>
      {all.slice(0, open)}
      {rows > open && (
        <Details summary={page.t('alliances.more-rows', { from: open + 1, to: rows })}>
          <div class="kn-flow">{all.slice(open)}</div>
        </Details>
      )}
    </fieldset>
  );
}
