import type { PageContext } from '../../../kernel/web/page.ts';
import { word } from '../words.ts';

const CODES = {
  topics: 'topic',
  principles: 'principle',
  stage: 'stage',
  level: 'level',
  status: 'status',
} as const;

/** How the fields of practices and adoptions are called where changes are shown, and what stands in them. */
export function practiceWords(page: PageContext) {
  return {
    label: (field: string) => page.t(`practices.field.${field}`),
    word(field: string, text: string) {
      if (Object.hasOwn(CODES, field)) return word(page, CODES[field as keyof typeof CODES], text);
      return field === 'languages' ? page.format.language(text) : text;
    },
  };
}
