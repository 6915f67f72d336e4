import type { Child } from 'hono/jsx';
import type { PageContext } from '../../kernel/web/page.ts';
import { type FieldErrors, fieldId } from './form.tsx';

interface FieldProps {
  page: PageContext;
  name: string;
  label: string;
  /** Under the label, never in place of it. */
  help?: Child;
  value?: string | undefined;
  errors?: FieldErrors;
  /** Optional is marked, required is not. */
  optional?: boolean;
  /** Language of what is typed, where it is not the page's. */
  lang?: string;
}

/** Ids of the texts that describe a control, for `aria-describedby`. */
function describedBy(name: string, help: boolean, error: boolean): string | undefined {
  const ids = [help && `${fieldId(name)}-help`, error && `${fieldId(name)}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function FieldShell({
  page,
  name,
  label,
  help,
  errors,
  optional,
  children,
}: FieldProps & { children: Child }) {
  const error = errors?.[name];
  return (
    <div class="ds-field">
      <label class="ds-label" for={fieldId(name)}>
        {label}
        {optional && <span class="kn-muted"> {page.t('ui.form.optional')}</span>}
      </label>
      {help !== undefined && (
        <p data-field="description" id={`${fieldId(name)}-help`}>
          {help}
        </p>
      )}
      {children}
      {error !== undefined && (
        <p class="ds-validation-message" data-field="validation" id={`${fieldId(name)}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'url' | 'number' | 'date' | 'datetime-local' | 'password' | 'search';
  autocomplete?: string;
  /** Characters that fit; the width hints at what is expected. */
  width?: 'short' | 'full';
  inputmode?: 'numeric' | 'decimal' | 'url' | 'email';
}

export function TextField(props: TextFieldProps) {
  const { name, value, errors, help, type = 'text', width = 'full', autocomplete, inputmode, lang } = props;
  return (
    <FieldShell {...props}>
      <input
        class="ds-input"
        id={fieldId(name)}
        name={name}
        type={type}
        value={value}
        lang={lang}
        dir={lang === undefined ? undefined : 'auto'}
        autocomplete={autocomplete}
        inputmode={inputmode}
        data-width={width}
        aria-invalid={errors?.[name] === undefined ? undefined : 'true'}
        aria-describedby={describedBy(name, help !== undefined, errors?.[name] !== undefined)}
      />
    </FieldShell>
  );
}

export function TextArea(props: FieldProps & { rows?: number }) {
  const { name, value, errors, help, lang, rows = 5 } = props;
  return (
    <FieldShell {...props}>
      <textarea
        class="ds-input"
        id={fieldId(name)}
        name={name}
        rows={rows}
        lang={lang}
        dir="auto"
        aria-invalid={errors?.[name] === undefined ? undefined : 'true'}
        aria-describedby={describedBy(name, help !== undefined, errors?.[name] !== undefined)}
      >
        {value}
      </textarea>
    </FieldShell>
  );
}

export interface Choice {
  value: string;
  label: string;
  help?: string;
}

export function SelectField(props: FieldProps & { choices: readonly Choice[]; empty?: string }) {
  const { name, value, errors, help, choices, empty } = props;
  return (
    <FieldShell {...props}>
      <select
        class="ds-input"
        id={fieldId(name)}
        name={name}
        aria-invalid={errors?.[name] === undefined ? undefined : 'true'}
        aria-describedby={describedBy(name, help !== undefined, errors?.[name] !== undefined)}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value || undefined}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldShell>
  );
}

interface ChoicesProps extends Omit<FieldProps, 'value'> {
  choices: readonly Choice[];
  values: readonly string[];
  /** Radios take one, checkboxes many. */
  type: 'radio' | 'checkbox';
}

/** Choices that are all visible; more than seven stand in columns. */
export function ChoiceGroup({
  page,
  name,
  label,
  help,
  errors,
  optional,
  choices,
  values,
  type,
}: ChoicesProps) {
  const error = errors?.[name];
  const described = describedBy(name, help !== undefined, error !== undefined);
  return (
    <fieldset class={`ds-fieldset${choices.length > 7 ? ' kn-choices' : ''}`} aria-describedby={described}>
      <legend class="ds-label">
        {label}
        {optional && <span class="kn-muted"> {page.t('ui.form.optional')}</span>}
      </legend>
      {help !== undefined && (
        <p data-field="description" id={`${fieldId(name)}-help`}>
          {help}
        </p>
      )}
      {choices.map((choice, i) => (
        <div class="ds-field">
          <input
            class="ds-input"
            type={type}
            id={i === 0 ? fieldId(name) : `${fieldId(name)}-${i}`}
            name={name}
            value={choice.value}
            checked={values.includes(choice.value) || undefined}
            aria-invalid={error === undefined ? undefined : 'true'}
          />
          <label
            class="ds-label"
            data-weight="regular"
            for={i === 0 ? fieldId(name) : `${fieldId(name)}-${i}`}
          >
            {choice.label}
          </label>
          {choice.help !== undefined && <p data-field="description">{choice.help}</p>}
        </div>
      ))}
      {error !== undefined && (
        <p class="ds-validation-message" data-field="validation" id={`${fieldId(name)}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface SearchBoxProps {
  page: PageContext;
  action: string;
  label: string;
  value?: string | undefined;
  /** Filters that stay while the words change. */
  keep?: Readonly<Record<string, string>>;
  name?: string;
}

/** One line to search with; a GET form, so that the result has an address. */
export function SearchBox({ page, action, label, value, keep = {}, name = 'q' }: SearchBoxProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to every browser in use
    <form class="kn-search" method="get" action={action} role="search">
      <label class="ds-label" for={fieldId(name)}>
        {label}
      </label>
      <div>
        <input
          class="ds-input"
          type="search"
          id={fieldId(name)}
          name={name}
          value={value}
          dir="auto"
          autocomplete="off"
        />
        <button class="ds-button" type="submit">
          {page.t('ui.search.button')}
        </button>
      </div>
      {Object.entries(keep).map(([key, kept]) => (
        <input type="hidden" name={key} value={kept} />
      ))}
    </form>
  );
}
