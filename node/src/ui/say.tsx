import type { Child } from 'hono/jsx';
import type { PageContext } from '../kernel/web/page.ts';

/** Marks the place of an element in a translated sentence; both ends are from Unicode's private use area. */
const OPEN = '\u{e000}';
const CLOSE = '\u{e001}';
const PLACE = /\u{e000}(\d+)\u{e001}/u;

interface SayProps {
  page: PageContext;
  /** Message key. */
  id: string;
  /** Arguments that the message counts or selects by. */
  args?: Record<string, unknown>;
  /** Elements and names to put into the sentence; a plain string is isolated with `<bdi>`. */
  with?: Record<string, Child>;
}

/**
 * A translated sentence with elements inside: `<Say page={page} id="home.by" with={{ who: <a href="/">Kaldavere</a> }} />`.
 * The translation decides where each one stands.
 */
export function Say({ page, id, args = {}, with: elements = {} }: SayProps) {
  const names = Object.keys(elements);
  const places = Object.fromEntries(names.map((name, i) => [name, `${OPEN}${i}${CLOSE}`]));
  const parts = page.t(id, { ...args, ...places }).split(PLACE);
  return (
    <>
      {parts.map((part, i) => {
        if (i % 2 === 0) return part;
        const element = elements[names[Number(part)] ?? ''];
        return typeof element === 'string' ? <bdi>{element}</bdi> : element;
      })}
    </>
  );
}
