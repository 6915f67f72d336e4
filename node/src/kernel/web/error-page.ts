import type { HtmlEscapedString } from 'hono/utils/html';
import type { PageContext } from './page.ts';
import type { TypedForm } from './typed-fields.ts';

/** All that an error page says. */
export interface ErrorPageInput {
  page: PageContext;
  status: number;
  /** Stable code, `not-found`. */
  code: string;
  /** Heading and sentence in the reader's language. */
  title: string;
  text: string;
  /** Names of the roles that may do what was refused (403), in the reader's language. */
  roles: readonly string[];
  /** Since when the node cannot answer (503), where it knows. */
  since: Date | null;
  /** The form that failed: shown back, to be sent again to `action`. Null where nothing was typed. */
  typed: TypedForm | null;
}

/** Draws an error page; handed in by `main.ts`, because the kernel knows no components. */
export type ErrorPage = (input: ErrorPageInput) => HtmlEscapedString | Promise<HtmlEscapedString>;
