import { LOCALES } from '../../kernel/i18n/locale.ts';
import type { PageContext } from '../../kernel/web/page.ts';
import { ChoiceGroup, SelectField } from './field.tsx';
import { SubmitButton } from './form.tsx';

interface LanguageFieldsProps {
  page: PageContext;
  /** The original first. */
  langs: readonly [string, ...string[]];
}

/** In which languages one writes: `source`, and `lang` for each translation. */
export function LanguageFields({ page, langs: [source, ...others] }: LanguageFieldsProps) {
  const offered = [...new Set([...LOCALES, source, ...others])];
  const choices = offered
    .map((lang) => ({ value: lang, label: page.format.language(lang) }))
    .sort((a, b) => a.label.localeCompare(b.label, page.locale));
  return (
    <>
      <SelectField
        page={page}
        name="source"
        label={page.t('ui.form.source')}
        help={page.t('ui.form.source-help')}
        value={source}
        choices={choices}
      />
      <ChoiceGroup
        page={page}
        type="checkbox"
        name="lang"
        label={page.t('ui.form.translations')}
        help={page.t('ui.form.translations-help')}
        optional
        choices={choices.filter(({ value }) => value !== source)}
        values={others}
      />
    </>
  );
}

/** The same as a part of a form on one page: its button (`step=languages`) shows the form again with fields for them. */
export function LanguageChoice(props: LanguageFieldsProps) {
  const { page } = props;
  return (
    <fieldset class="ds-fieldset kn-flow">
      <legend>
        <h2 class="ds-heading" data-size="xs">
          {page.t('ui.form.languages')}
        </h2>
      </legend>
      <LanguageFields {...props} />
      <p>
        <SubmitButton variant="secondary" name="step" value="languages">
          {page.t('ui.form.show-languages')}
        </SubmitButton>
      </p>
    </fieldset>
  );
}

/** Heading of what is written in one language. */
export function languageTitle(page: PageContext, lang: string, original: boolean): string {
  const language = page.format.language(lang);
  return page.t(original ? 'ui.form.in-original' : 'ui.form.in-translation', { language });
}
