import type { PageContext } from '../kernel/web/page.ts';

/** Leads to where one can follow a thing, a topic or a country: by letter or by feed. */
export function FollowLink({
  page,
  ...what
}: { page: PageContext } & ({ subject: string } | { topic: string } | { node: string })) {
  return (
    <a class="ds-link" href={`/notifications/new?${new URLSearchParams(what)}`} rel="nofollow">
      {page.t('ui.follow')}
    </a>
  );
}
