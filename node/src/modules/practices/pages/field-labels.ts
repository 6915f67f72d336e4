import type { FieldProblem } from '../../../kernel/forms/problems.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import type { FieldErrors } from '../../../ui/index.ts';

/** Name of a field for people: "Title (Estonian)", "Fact 2, value (Spanish)". */
export function fieldLabel(page: PageContext, field: string): string {
  const [name = '', ...rest] = field.split('.');
  const [row, part, lang] = /^\d+$/.test(rest[0] ?? '') ? rest : [undefined, undefined, rest[0]];
  const label =
    row === undefined
      ? page.t(`practices.field.${name}`)
      : page.t('ui.field.in-row', {
          row: page.t(`practices.row-name.${name}`, { number: Number(row) + 1 }),
          part: page.t(`practices.part.${part}`),
        });
  return lang === undefined
    ? label
    : page.t('ui.field.in-language', { label, language: page.format.language(lang) });
}

/** Each problem as a sentence that says where it is and how to put it right. */
export function problemSentences(page: PageContext, problems: readonly FieldProblem[]): FieldErrors {
  return Object.fromEntries(
    problems.map(({ field, code, args }) => [
      field,
      page.t(`ui.problem.${code}`, {
        ...args,
        ...(typeof args.lang === 'string' && { language: page.format.language(args.lang) }),
        field: fieldLabel(page, field),
      }),
    ]),
  );
}
