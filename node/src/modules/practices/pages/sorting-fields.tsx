import { LOCALES } from '../../../kernel/i18n/locale.ts';
import { TOPICS } from '../../../kernel/topics/index.ts';
import { allValues, value } from '../../../kernel/web/lang-form.ts';
import { ChoiceGroup, TextField } from '../../../ui/index.ts';
import { LIMITS } from '../practice.ts';
import { LEVELS, PRINCIPLES, STAGES } from '../vocabulary.ts';
import { word } from '../words.ts';
import type { FieldsProps } from './text-fields.tsx';

/** What the practice is found by. */
export function SortingFields({ page, typed, errors }: FieldsProps) {
  const choices = (list: 'level' | 'stage' | 'topic', codes: readonly string[]) =>
    codes.map((code) => ({ value: code, label: word(page, list, code) }));
  return (
    <>
      <ChoiceGroup
        page={page}
        type="radio"
        name="level"
        label={page.t('practices.field.level')}
        choices={choices('level', LEVELS)}
        values={[value(typed, 'level')]}
        errors={errors}
      />
      <ChoiceGroup
        page={page}
        type="radio"
        name="stage"
        label={page.t('practices.field.stage')}
        choices={choices('stage', STAGES)}
        values={[value(typed, 'stage')]}
        errors={errors}
      />
      <ChoiceGroup
        page={page}
        type="checkbox"
        name="topics"
        label={page.t('practices.field.topics')}
        help={page.t('practices.help.topics', { max: LIMITS.topics })}
        choices={choices('topic', TOPICS)}
        values={allValues(typed, 'topics')}
        errors={errors}
      />
      <TextField
        page={page}
        name="started"
        label={page.t('practices.field.started')}
        help={page.t('practices.help.started')}
        value={value(typed, 'started')}
        errors={errors}
        width="short"
        optional
      />
    </>
  );
}

/** The principles of the charter that it serves. */
export function PrincipleFields({ page, typed, errors }: FieldsProps) {
  return (
    <ChoiceGroup
      page={page}
      type="checkbox"
      name="principles"
      label={page.t('practices.field.principles')}
      help={page.t('practices.help.principles')}
      choices={PRINCIPLES.map((code) => ({ value: code, label: word(page, 'principle', code) }))}
      values={allValues(typed, 'principles')}
      errors={errors}
      optional
    />
  );
}

/** In which languages those answer whom one can ask. */
export function ContactLanguages({ page, typed, errors }: FieldsProps) {
  const typedLanguages = allValues(typed, 'languages');
  return (
    <ChoiceGroup
      page={page}
      type="checkbox"
      name="languages"
      label={page.t('practices.field.languages')}
      choices={[...new Set([...LOCALES, ...typedLanguages])].map((lang) => ({
        value: lang,
        label: page.format.language(lang),
      }))}
      values={typedLanguages}
      errors={errors}
      optional
    />
  );
}
