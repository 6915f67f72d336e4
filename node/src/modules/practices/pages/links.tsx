import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { LangTextView } from '../../../ui/index.ts';

interface LinksProps {
  page: PageContext;
  links: ReadonlyArray<{ label: LangText; url: string }>;
  /** Message key of the heading. */
  title: string;
}

/** Addresses that a record names. They lead out of what is checked here, so they pass nothing on. */
export function Links({ page, links, title }: LinksProps) {
  if (links.length === 0) return null;
  return (
    <>
      <h3 class="ds-heading" data-size="2xs">
        {page.t(title)}
      </h3>
      <ul class="ds-list kn-text">
        {links.map(({ label, url }) => (
          <li>
            <a class="ds-link" href={url} rel="external nofollow noreferrer">
              <LangTextView page={page} text={label} />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
