import { value } from '../../../kernel/web/lang-form.ts';
import { TextField } from '../../../ui/index.ts';
import { ROWS, type RowName } from '../form/fields.ts';
import { rowCount } from '../form/practice-form.ts';
import type { LanguageProps } from './text-fields.tsx';

/** Rows that repeat, in one language; addresses stand with the original. */
export function RowTexts({
  page,
  typed,
  errors,
  lang,
  original,
  name,
  level,
}: LanguageProps & { name: RowName; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  const { texts, plain } = ROWS[name];
  return (
    <>
      <Heading class="ds-heading" data-size="2xs">
        {page.t(`practices.rows.${name}`)}
      </Heading>
      {original && <p class="kn-text kn-muted">{page.t(`practices.rows-help.${name}`)}</p>}
      {Array.from({ length: rowCount(typed, name) }, (_, row) => (
        <fieldset class="ds-fieldset kn-row-fields">
          <legend class="ds-sr-only">{page.t(`practices.row-name.${name}`, { number: row + 1 })}</legend>
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
      ))}
    </>
  );
}
