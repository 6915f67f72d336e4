import { LOCALES } from '../../../kernel/i18n/locale.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { ChoiceGroup, SelectField } from '../../../ui/index.ts';

interface LanguageFieldsProps {
  page: PageContext;
  /** The original first. */
  langs: readonly [string, ...string[]];
  /** How the question is put: `practice` or `adoption`. */
  of: 'practice' | 'adoption';
}

/** In which languages one writes. */
export function LanguageFields({ page, langs: [source, ...others], of }: LanguageFieldsProps) {
  const offered = [...new Set([...LOCALES, source, ...others])];
  const choices = offered
    .map((lang) => ({ value: lang, label: page.format.language(lang) }))
    .sort((a, b) => a.label.localeCompare(b.label, page.locale));
  return (
    <>
      <SelectField
        page={page}
        name="source"
        label={page.t('practices.edit.source')}
        help={page.t(`practices.edit.source-help-${of}`)}
        value={source}
        choices={choices}
      />
      <ChoiceGroup
        page={page}
        type="checkbox"
        name="lang"
        label={page.t('practices.edit.translations')}
        help={page.t('practices.edit.translations-help')}
        optional
        choices={choices.filter(({ value }) => value !== source)}
        values={others}
      />
    </>
  );
}
