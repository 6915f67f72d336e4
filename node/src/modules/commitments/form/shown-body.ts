import { type Fields, LANGUAGES, withDone, writeFields } from '../../../kernel/forms/index.ts';
import { languagesOf } from '../../../kernel/i18n/lang-text.ts';
import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { COMMITMENT_FIELDS } from './commitment-fields.ts';
import { fieldsOf, tasksOf, type Written } from './forms.ts';
import { assessmentTasks } from './said-fields.ts';

type Body = Record<string, unknown>;

/** The fields that a body can be shown in. */
export function fieldsFor(thing: Written, body: Body): Fields {
  if (thing === 'commitment') return COMMITMENT_FIELDS;
  const scheme = (body.codes as { scheme?: string } | undefined)?.scheme;
  return thing === 'assessment'
    ? fieldsOf(assessmentTasks(scheme === undefined ? {} : { 'codes.scheme': [scheme] }))
    : fieldsOf(tasksOf(thing, {}, false));
}

/** A body as the form has it: files by what is known of them, a reference by its address. */
export function asFormBody(thing: Written, body: Body): Body {
  const { evidence, report } = body as { evidence?: Body[]; report?: { sub: string } };
  return {
    ...body,
    ...(thing === 'assessment' && report !== undefined && { report: report.sub }),
    ...(evidence !== undefined && {
      evidence: evidence.map(({ sha256, size, mediaType, ...one }) => ({
        ...one,
        ...(sha256 !== undefined && {
          file: { sha256, size: size ?? 0, mediaType: mediaType ?? '', name: '' },
        }),
      })),
    }),
  };
}

/** What a draft begins with that begins with something whole: the next version of a body, or one out of a file. */
export function typedOf(thing: Written, body: Body): TypedValues {
  const [source, ...others] = writtenIn(body);
  const typed: TypedValues = {
    ...writeFields(asFormBody(thing, body), fieldsFor(thing, body)),
    base: [JSON.stringify(body)],
    ...(source !== undefined && { source: [source], lang: others }),
  };
  const tasks = tasksOf(thing, typed, false).filter(({ row, optional }) => row === undefined || !optional);
  return withDone(typed, [LANGUAGES, ...tasks]);
}

/** The languages of all texts in a body, that of the first original first. */
export function writtenIn(body: unknown): string[] {
  const found = textsIn(body);
  const [first] = found;
  return first === undefined ? [] : [...new Set([first.source, ...found.flatMap(languagesOf)])];
}

function textsIn(value: unknown): LangText[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value) && typeof (value as { source?: unknown }).source === 'string')
    return [value as LangText];
  // What a file of others said in fields of its own is no text of ours.
  return Object.entries(value).flatMap(([name, held]) => (name === 'source' ? [] : textsIn(held)));
}
