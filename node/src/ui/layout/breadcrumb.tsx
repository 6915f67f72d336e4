import type { Child } from 'hono/jsx';
import type { Door, PageContext } from '../../kernel/web/page.ts';

export interface Crumb {
  label: Child;
  href: string;
}

/** The way back to the door; the page itself is not in it. */
export function Breadcrumb({
  page,
  door,
  crumbs = [],
}: {
  page: PageContext;
  door: Door;
  crumbs?: readonly Crumb[];
}) {
  const all: Crumb[] = [{ label: page.t(`ui.door.${door}`), href: `/${door}` }, ...crumbs];
  return (
    <nav class="ds-breadcrumbs kn-crumbs" aria-label={page.t('ui.nav.breadcrumb')}>
      <ol>
        {all.map((crumb) => (
          <li>
            <a class="ds-link" href={crumb.href}>
              {crumb.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
