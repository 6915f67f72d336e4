import type { z } from 'zod';
import type { Translate } from '../../i18n/locale.ts';
import { type InvalidField, InvalidRequest } from '../api-error.ts';
import { issueSentence } from '../issue-sentence.ts';

type Part = InvalidField['in'];

/** Checks the parts of a request against their schemas. @throws InvalidRequest with every fault of every part */
export function validateParts(
  parts: ReadonlyArray<{ in: Part; schema: z.ZodType | undefined; value: unknown }>,
  words: { t: Translate; known: (key: string) => boolean },
): unknown[] {
  const faults: InvalidField[] = [];
  const values = parts.map(({ in: part, schema, value }) => {
    if (schema === undefined) return part === 'body' ? undefined : value;
    const parsed = schema.safeParse(value, { reportInput: true });
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      faults.push({
        in: part,
        pointer: pointer(issue.path),
        detail: issueSentence(words.t, words.known, issue),
      });
    }
    return undefined;
  });
  if (faults.length > 0) throw new InvalidRequest(faults);
  return values;
}

/** JSON Pointer of a path (RFC 6901). */
function pointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
