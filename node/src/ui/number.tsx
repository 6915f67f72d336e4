import type { PageContext } from '../kernel/web/page.ts';

/** A number in the reader's way of writing it, safe in either direction of text. */
export function Num({ page, value }: { page: PageContext; value: number }) {
  return <bdi class="kn-num">{page.format.number(value)}</bdi>;
}
