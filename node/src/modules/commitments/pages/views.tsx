import type { PageContext } from '../../../kernel/web/page.ts';

const VIEWS = ['list', 'plans', 'timeline', 'countries', 'themes', 'compare'] as const;

/** The ways to look at commitments, the present one without a link. */
export function Views({ page, current }: { page: PageContext; current: (typeof VIEWS)[number] }) {
  return (
    <nav aria-label={page.t('commitments.view.ways')}>
      <ul class="kn-list kn-inline">
        {VIEWS.map((view) => (
          <li>
            {view === current ? (
              <strong aria-current="page">{page.t(`commitments.view.${view}`)}</strong>
            ) : (
              <a class="ds-link" href={view === 'list' ? '/commitments' : `/commitments/${view}`}>
                {page.t(`commitments.view.${view}`)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
