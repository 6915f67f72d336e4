import type { PageContext } from '../kernel/web/page.ts';

interface PaginationProps {
  page: PageContext;
  /** Address of the first page; absent on the first. */
  first?: string | undefined;
  /** Address of the next page; absent on the last. */
  next?: string | undefined;
  nextLabel?: string;
  firstLabel?: string;
}

/** Ways through a long list. Lists page by cursor, so there are no page numbers to count. */
export function Pagination({ page, first, next, firstLabel, nextLabel }: PaginationProps) {
  if (first === undefined && next === undefined) return null;
  return (
    <nav class="kn-pages" aria-label={page.t('ui.pages.label')}>
      {first !== undefined && (
        <a class="ds-link" href={first}>
          {firstLabel ?? page.t('ui.pages.first')}
        </a>
      )}
      {next !== undefined && (
        <a class="ds-button" data-variant="secondary" href={next} rel="next">
          {nextLabel ?? page.t('ui.pages.next')}
        </a>
      )}
    </nav>
  );
}
