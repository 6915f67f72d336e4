import type { LangText } from '../i18n/locale.ts';
import type { Fields } from './fields.ts';
import type { Candidate } from './read-fields.ts';

type Body = Record<string, unknown>;

/**
 * What a form says, with the fields of an earlier body that the form does not show: of a newer software, say, or of the
 * file that it was imported from. A row keeps those of the row with its `key`.
 */
export function withKept({ body, places }: Candidate, fields: Fields, earlier: Body): Candidate {
  const moved = new Map<object, string>();
  return { body: merged(body, fields, earlier), places: moved };

  function merged(now: Body, declared: Fields, before: Body): Body {
    const shown = new Set(Object.keys(declared).map((name) => name.split('.')[0]));
    const kept = Object.entries(before).filter(([name]) => !shown.has(name));
    const rows = Object.entries(now).map(([name, held]) => {
      const field = declared[name];
      if (field?.is === 'text') return [name, inItsOriginal(held as LangText, before[name])];
      if (field?.is !== 'rows') return [name, held];
      const known = new Map(
        [before[name] ?? []].flat().map((row) => [(row as Body).key, row as Body] as const),
      );
      return [
        name,
        (held as Body[]).map((row) => {
          const found = row.key === undefined ? undefined : known.get(row.key);
          const one = merged(row, field.fields, found ?? {});
          const place = places.get(row);
          if (place !== undefined) moved.set(one, place);
          return one;
        }),
      ];
    });
    return Object.fromEntries([...kept, ...rows]);
  }
}

/** A text stays the translation that it was of the original that it had. */
function inItsOriginal(now: LangText, before: unknown): LangText {
  const source = (before as LangText | undefined)?.source;
  return source !== undefined && now[source] !== undefined ? { ...now, source } : now;
}
