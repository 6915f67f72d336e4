import type { Child } from 'hono/jsx';
import type { PageContext } from '../../kernel/web/page.ts';

/** What is wrong with a form, by field name; the texts say how to put it right. */
export type FieldErrors = Readonly<Record<string, string>>;

interface FormProps {
  page: PageContext;
  action: string;
  /** Errors of fields without a control of their own are shown in the summary too. */
  multipart?: boolean;
  children: Child;
}

/** A form that changes something: posts to its own origin, with the token that proves it came from here. */
export function Form({ page, action, multipart = false, children }: FormProps) {
  return (
    <form
      class="kn-form"
      method="post"
      action={action}
      enctype={multipart ? 'multipart/form-data' : undefined}
      novalidate
    >
      <input type="hidden" name="csrf" value={page.csrf} />
      {children}
    </form>
  );
}

/** "There is a problem", with a link to each field; put it first on the page and set `error` on the layout. */
export function ErrorSummary({
  page,
  errors,
  at = (name) => `#${fieldId(name)}`,
}: {
  page: PageContext;
  errors: FieldErrors;
  /** Where a field is, when that is another page. */
  at?: (name: string) => string;
}) {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <div class="ds-error-summary" role="alert" tabindex={-1} aria-labelledby="error-summary" id="errors">
      <h2 class="ds-heading" data-size="2xs" id="error-summary">
        {page.t('ui.form.problem')}
      </h2>
      <ul class="ds-list">
        {entries.map(([name, message]) => (
          <li>
            <a class="ds-link" href={at(name)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Id of a field's control, from its name. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;
}

interface ButtonProps {
  children: Child;
  /** One primary button a page; the others are secondary. */
  variant?: 'primary' | 'secondary';
  color?: 'danger';
  name?: string;
  value?: string;
}

/** Says what it does: "Send proposal". */
export function SubmitButton({ children, variant = 'primary', color, name, value }: ButtonProps) {
  return (
    <button
      class="ds-button"
      type="submit"
      data-variant={variant === 'primary' ? undefined : variant}
      data-color={color}
      name={name}
      value={value}
    >
      {children}
    </button>
  );
}
