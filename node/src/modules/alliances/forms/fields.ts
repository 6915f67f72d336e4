import type { PageContext } from '../../../kernel/web/page.ts';
import type { Choice } from '../../../ui/index.ts';
import type { Life } from '../read/life.ts';

/** What a form asks for. Names with dots are fields within fields: `minutes.url`. */
export type Field =
  /** People's text in every language of the form, in one line or several. */
  | { kind: 'text' | 'area'; name: string; required?: boolean; help?: boolean }
  /** One line that is the same in every language. */
  | {
      kind: 'line';
      name: string;
      type?: 'text' | 'url' | 'date' | 'datetime-local' | 'number';
      wide?: boolean;
      required?: boolean;
      help?: boolean;
    }
  | {
      kind: 'choice';
      name: string;
      /** Checkboxes, radios, or a list to choose from that may stay empty. */
      as: 'checkbox' | 'radio' | 'select';
      required?: boolean;
      help?: boolean;
      choices(page: PageContext, life: Life): Choice[];
    }
  /** Origins of nodes, one a line, in their order. */
  | { kind: 'nodes'; name: string; help?: boolean }
  /** The same few fields again and again; rows that are left empty count for nothing. */
  | {
      kind: 'rows';
      name: string;
      /** Rows of an empty form. */
      begin: number;
      parts: readonly Exclude<Field, { kind: 'rows' | 'nodes' }>[];
    };

export type Part = Exclude<Field, { kind: 'rows' | 'nodes' }>;

/** Empty rows that are offered beyond those that are filled in, and most of all. */
export const SPARE_ROWS = 3;
export const MOST_ROWS = 60;
