import type { Choice } from '../../../ui/index.ts';

interface FieldWords {
  /** A path into the body, with dots: `organisation.name`. */
  name: string;
  label: string;
  help?: string;
  optional?: boolean;
}

/** One field of a form on one page. `text` is asked for in every language that is chosen. */
export type Field = FieldWords &
  (
    | { as: 'text'; lines?: number }
    | { as: 'line'; type?: 'text' | 'url'; inputmode?: 'decimal' | 'url'; width?: 'short' }
    | { as: 'lines' }
    | { as: 'select'; choices: readonly Choice[]; empty?: string }
    | { as: 'radio' | 'checkbox'; choices: readonly Choice[] }
  );
