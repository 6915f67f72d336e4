import { languagesOf } from '../../../kernel/i18n/lang-text.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { cleaned, formLanguages, readLangText, value, writeLangText } from '../../../kernel/web/lang-form.ts';
import { type Adoption, type AdoptionInput, adoptionInput } from '../adoption.ts';
import type { FormAnswer } from './practice-form.ts';
import { problemsOf } from './problems.ts';

/** Texts of an adoption in one language, in the order of the form. */
export const ADOPTION_TEXTS = ['gist', 'adapted', 'outcome', 'scope'] as const;

export function readAdoptionForm(
  values: TypedValues,
  locale: string,
  kept: Partial<Adoption> = {},
): FormAnswer<AdoptionInput> {
  const langs = formLanguages(values, locale);
  const texts = [...ADOPTION_TEXTS, 'note'].map((name) => [name, readLangText(values, name, langs)]);
  const candidate = {
    ...kept,
    ...Object.fromEntries(texts.filter(([, text]) => text !== undefined)),
    status: value(values, 'status') || undefined,
    since: cleaned(value(values, 'since')) || undefined,
  };
  const parsed = adoptionInput.safeParse(candidate);
  return parsed.success
    ? { ok: true, body: parsed.data }
    : { ok: false, problems: problemsOf(parsed.error, langs) };
}

export function writeAdoptionForm(body: Adoption): TypedValues {
  const [source, ...others] = languagesOf(body.adapted);
  return Object.fromEntries<readonly string[]>([
    ['source', [source ?? '']],
    ['lang', others],
    ...ADOPTION_TEXTS.flatMap((name) => writeLangText(name, body[name])),
    ['status', [body.status]],
    ['since', [body.since]],
  ]);
}

/** Fields of a body that the form does not show and the command does not look up; a revision keeps them. */
export function unshownAdoptionFields(body: Adoption): Partial<Adoption> {
  const shown = new Set<string>([...ADOPTION_TEXTS, 'note', 'status', 'since', 'practice', 'from']);
  return Object.fromEntries(Object.entries(body).filter(([name]) => !shown.has(name)));
}
