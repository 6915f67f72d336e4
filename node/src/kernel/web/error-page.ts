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
  /** The permission that is missing (401, 403). */
  permission: string | null;
  /** The form that failed: shown back, to be sent again to `action`. Null where nothing was typed. */
  typed: TypedForm | null;
}

/** Draws an error page; handed in by `main.ts`, because the kernel knows no components. */
export type ErrorPage = (input: ErrorPageInput) => HtmlEscapedString | Promise<HtmlEscapedString>;
