import type { PageContext } from '../../../kernel/web/index.ts';
import { Num, Panel } from '../../../ui/index.ts';
import type { PartnerView } from '../read/partner.ts';

/** What a partner shares with us, by part, and how to take all of it. */
export function SharedPanel({ page, view }: { page: PageContext; view: PartnerView }) {
  const { partner, shared } = view;
  const who = partner.name;
  return (
    <>
      <Panel title={page.t('partners.shared.title', { who })}>
        {shared.length === 0 ? (
          <p class="kn-small">{page.t('partners.shared.none', { who })}</p>
        ) : (
          <ul class="kn-list kn-pairs kn-small">
            {shared.map(({ module, count }) => (
              <li>
                <SharedLink page={page} module={module} host={partner.host} />
                <Num page={page} value={count} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <p class="kn-small">
        <a class="ds-link" href="/how-checking-works#log">
          {page.t('partners.shared.download', { who })}
        </a>
      </p>
    </>
  );
}

/** The list of a module, filtered by this node; a part that we do not know has only its name. */
function SharedLink({ page, module, host }: { page: PageContext; module: string; host: string }) {
  const link = page.navigation.find(({ path }) => path === `/${module}`);
  if (link === undefined) return <span>{module}</span>;
  return (
    <a class="ds-link" href={`${link.path}?node=${encodeURIComponent(host)}`}>
      {page.t(link.label)}
    </a>
  );
}
