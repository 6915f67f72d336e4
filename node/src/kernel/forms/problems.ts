/** What is wrong with one field; the page says it as `ui.problem.<code>`. */
export interface FieldProblem {
  /** Name of the control. */
  field: string;
  code:
    | 'missing'
    | 'too-long'
    | 'not-an-address'
    | 'not-a-date'
    | 'not-a-month'
    | 'not-a-number'
    | 'not-a-time'
    | 'ends-before'
    | 'clocks-skip'
    | 'no-series'
    | 'original-missing'
    | 'untranslated'
    | 'choose'
    | 'too-many'
    | 'file-too-large'
    | 'unreadable';
  args: Record<string, string | number>;
}
