import type { Child } from 'hono/jsx';
import type { PageContext } from '../../kernel/web/page.ts';
import { type FieldErrors, fieldId } from '../form/form.tsx';

interface UploadFieldProps {
  page: PageContext;
  name: string;
  label: string;
  help?: Child;
  errors: FieldErrors;
  /** Of the file that is kept already: digest, size, media type, name. */
  held: readonly string[];
}

/** A file to hand in, or the one that is kept already and can be taken out. The file is sent as `<name>.upload`. */
export function UploadField({ page, name, label, help, errors, held }: UploadFieldProps) {
  const [sha256 = '', size = '', , called = ''] = held;
  const error = errors[name];
  const id = fieldId(name);
  if (sha256 !== '') {
    return (
      <div class="ds-field">
        <p>
          <strong>{label}:</strong> <bdi>{called === '' ? sha256.slice(0, 16) : called}</bdi>{' '}
          <span class="kn-muted">({page.format.bytes(Number(size))})</span>
        </p>
        <input class="ds-input" type="checkbox" id={id} name={`${name}.drop`} value="yes" />
        <label class="ds-label" data-weight="regular" for={id}>
          {page.t('ui.upload.drop')}
        </label>
      </div>
    );
  }
  return (
    <div class="ds-field">
      <label class="ds-label" for={id}>
        {label} <span class="kn-muted">{page.t('ui.form.optional')}</span>
      </label>
      {help !== undefined && (
        <p data-field="description" id={`${id}-help`}>
          {help}
        </p>
      )}
      <input
        class="ds-input"
        type="file"
        id={id}
        name={`${name}.upload`}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        aria-invalid={error === undefined ? undefined : 'true'}
      />
      {error !== undefined && (
        <p class="ds-validation-message" data-field="validation">
          {error}
        </p>
      )}
    </div>
  );
}
