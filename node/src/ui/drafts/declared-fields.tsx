import type { Child } from 'hono/jsx';
import {
  allValues,
  type Field,
  type Fields,
  type Languages,
  rowsIn,
  value,
} from '../../kernel/forms/index.ts';
import type { TypedValues } from '../../kernel/web/form.ts';
import { Details } from '../details.tsx';
import { type Choice, ChoiceGroup, SelectField, TextArea, TextField } from '../form/field.tsx';
import type { FieldErrors } from '../form/form.tsx';
import { languageTitle } from '../form/language-fields.tsx';
import { choiceWord, type FormWords, helpOf, labelOf, rowWord } from './declared-words.ts';
import { UploadField } from './upload-field.tsx';

export interface DeclaredFieldsProps extends FormWords {
  fields: Fields;
  typed: TypedValues;
  errors: FieldErrors;
  langs: Languages;
  /** Before the names: of the one row that the page is about. */
  prefix?: string;
  /** Choices that only whoever draws the form knows, by the name of the field. */
  choices?: Readonly<Record<string, readonly Choice[]>>;
  /** Rows that are there already, each with a title, and no more of them; by the name of the field. */
  given?: Readonly<Record<string, ReadonlyArray<{ index: number; title: Child }>>>;
}

type Props = Required<Omit<DeclaredFieldsProps, 'given'>> &
  Pick<DeclaredFieldsProps, 'given'> & { lang: string; original: boolean; level: 2 | 3 };

/** The fields of a declared form; what has a language once for each, the original with all that has none. */
export function DeclaredFields({ prefix = '', choices = {}, ...props }: DeclaredFieldsProps) {
  const { page, fields, langs } = props;
  const several = langs.length > 1 && hasTexts(fields);
  const shown = several ? langs : [langs[0]];
  return (
    <>
      {shown.map((lang, i) => {
        const within: Props = { ...props, prefix, choices, lang, original: i === 0, level: several ? 3 : 2 };
        const content = <FieldsOf {...within} />;
        if (!several) return <div class="kn-flow">{content}</div>;
        return (
          <fieldset class="ds-fieldset kn-flow">
            <legend>
              <h2 class="ds-heading" data-size="xs">
                {languageTitle(page, lang, i === 0)}
              </h2>
            </legend>
            {content}
          </fieldset>
        );
      })}
    </>
  );
}

function FieldsOf(props: Props) {
  return (
    <>
      {Object.entries(props.fields).map(([name, field]) =>
        field.is === 'rows' ? (
          <RowsField {...props} name={name} field={field} />
        ) : (
          <OneField {...props} name={name} field={field} />
        ),
      )}
    </>
  );
}

function OneField(props: Props & { name: string; field: Exclude<Field, { is: 'rows' }> }) {
  const { page, typed, errors, prefix, lang, original, name, field } = props;
  const at = prefix + name;
  if (field.is !== 'text' && !original) return null;
  if (field.is === 'line' && field.hidden) {
    return <input type="hidden" name={at} value={value(typed, at)} />;
  }
  const common = { page, errors, label: labelOf(props, name, field), help: helpOf(props, field) };
  const optional = field.required !== true;
  switch (field.is) {
    case 'text': {
      const shown = {
        ...common,
        name: `${at}.${lang}`,
        value: value(typed, `${at}.${lang}`),
        lang,
        optional: optional || !original,
        help: original ? common.help : undefined,
      };
      return field.lines === undefined ? (
        <TextField {...shown} />
      ) : (
        <TextArea {...shown} rows={field.lines} />
      );
    }
    case 'line': {
      const shown = { ...common, name: at, value: value(typed, at), optional };
      if (field.type === 'url') return <TextField {...shown} type="url" />;
      if (field.type === 'datetime') return <TextField {...shown} type="datetime-local" width="short" />;
      if (field.type === 'number') return <TextField {...shown} width="short" inputmode="decimal" />;
      return <TextField {...shown} width={field.type === 'date' ? 'short' : 'full'} />;
    }
    case 'choice': {
      const known =
        props.choices[name] ?? field.of?.map((one) => ({ value: one, label: choiceWord(props, field, one) }));
      const offered = field.as === 'boolean' && known === undefined ? yesNo(props, field) : (known ?? []);
      if (field.list && !field.many) {
        return (
          <SelectField
            {...common}
            name={at}
            value={value(typed, at)}
            optional={optional}
            choices={offered}
            empty={page.t(optional ? 'ui.answer.none' : 'ui.answer.choose')}
          />
        );
      }
      return (
        <ChoiceGroup
          {...common}
          type={field.many ? 'checkbox' : 'radio'}
          name={at}
          choices={offered}
          values={allValues(typed, at)}
          optional={optional}
        />
      );
    }
    case 'file':
      return <UploadField {...common} name={at} held={allValues(typed, at)} />;
  }
}

function yesNo(form: FormWords, field: Extract<Field, { is: 'choice' }>): Choice[] {
  return ['yes', 'no'].map((one) => ({ value: one, label: choiceWord(form, field, one) }));
}

function RowsField(props: Props & { name: string; field: Extract<Field, { is: 'rows' }> }) {
  const { page, words, errors, typed, prefix, original, lang, name, field, given, level } = props;
  if (!original && !hasTexts(field.fields)) return null;
  const at = prefix + name;
  const rows = given?.[name] ?? offered(typed, at, field).map((index) => ({ index, title: null }));
  const Heading = `h${level}` as const;
  const content = rows.map(({ index, title }, i) => (
    <fieldset class="ds-fieldset kn-row-fields" data-titled={title === null ? undefined : ''}>
      <legend class={title === null ? 'ds-sr-only' : undefined}>
        {title ?? rowWord(props, name, field, i + 1)}
      </legend>
      <FieldsOf {...props} fields={field.fields} prefix={`${at}.${index}.`} given={{}} />
    </fieldset>
  ));
  const heading = page.t(`${words}.rows.${field.label ?? name}`);
  if (!original) {
    const inLanguage = (field: string) => field.startsWith(`${at}.`) && field.endsWith(`.${lang}`);
    const open = [...Object.keys(errors), ...Object.keys(typed)].some(inLanguage);
    return (
      <Details summary={heading} open={open}>
        <div class="kn-flow">{content}</div>
      </Details>
    );
  }
  const help = helpOf(props, field);
  return (
    <>
      <Heading class="ds-heading" data-size="2xs">
        {heading}
      </Heading>
      {help !== undefined && <p class="kn-text kn-muted">{help}</p>}
      {content}
    </>
  );
}

/** The rows that hold something and one more, the usual number at least. */
function offered(typed: TypedValues, at: string, { least, most }: Extract<Field, { is: 'rows' }>): number[] {
  const used = rowsIn(typed, at);
  const next = (used.at(-1) ?? -1) + 1;
  const more = used.length === 0 ? least : Math.max(1, least - used.length);
  const free = Array.from({ length: more }, (_, i) => next + i);
  return [...used, ...free].slice(0, most);
}

function hasTexts(fields: Fields): boolean {
  return Object.values(fields).some((field) =>
    field.is === 'rows' ? hasTexts(field.fields) : field.is === 'text',
  );
}
