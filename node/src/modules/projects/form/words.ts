import type { PageContext } from '../../../kernel/web/page.ts';
import type { Crumb } from '../../../ui/index.ts';
import type { FormWords } from '../pages/form-page.tsx';
import type { Field } from './fields.ts';

/** Label and help of a field by its name; one message serves every form that asks for it. */
export function labelled<As extends object>(
  page: PageContext,
  name: string,
  as: As,
  { help = false, optional = false }: { help?: boolean; optional?: boolean } = {},
) {
  const key = name.replaceAll('.', '-');
  return {
    name,
    label: page.t(`projects.label.${key}`),
    ...(help && { help: page.t(`projects.help.${key}`) }),
    ...(optional && { optional: true }),
    ...as,
  };
}

/** The words around the fields of a form, by its name. */
export function formWords(
  page: PageContext,
  name: string,
  {
    crumbs,
    action,
    fields,
    title,
  }: { crumbs: readonly Crumb[]; action: string; fields: readonly Field[]; title?: string },
): FormWords {
  return {
    title: page.t(`projects.form.${name}`, title === undefined ? {} : { title }),
    lead: page.t(`projects.form.${name}-lead`),
    button: page.t(`projects.form.${name}-button`),
    becomesPublic: page.t(`projects.form.${name}-public`),
    crumbs,
    action,
    fields,
  };
}
