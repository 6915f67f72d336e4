/** One thing in the database that is not as it must be. */
export interface Problem {
  /** Origin of the log. */
  log: string;
  code:
    | 'missing-entry'
    | 'leaf'
    | 'columns'
    | 'record-signature'
    | 'tile'
    | 'root'
    | 'range'
    | 'note'
    | 'note-root'
    | 'cosigned-root'
    | 'flag'
    | 'row-missing'
    | 'row-added'
    | 'row-changed';
  /** Entry, where it is about one. */
  index: number | null;
  detail: string;
}

export type Report = (code: Problem['code'], index: number | null, detail: string) => void;
