import { direction, LOCALE_NAMES, LOCALES } from '../../kernel/i18n/locale.ts';
import type { PageContext } from '../../kernel/web/page.ts';
import { addressWith } from './address.ts';

const PAGES = [
  ['accessibility', '/accessibility'],
  ['privacy', '/privacy'],
  ['open-data', '/open-data'],
  ['api', '/api'],
  ['checking', '/how-checking-works'],
] as const;
const SCHEMES = ['auto', 'light', 'dark'] as const;

/** The body responsible, what the law asks for, every language in its own name, light or dark. */
export function Footer({ page }: { page: PageContext }) {
  const { body, address, email } = page.self.profile;
  return (
    <footer class="kn-foot">
      <div class="kn-wrap">
        <p>
          <strong>
            <bdi>{body ?? page.self.name}</bdi>
          </strong>
        </p>
        {(address !== undefined || email !== undefined) && (
          <p class="kn-inline">
            {address !== undefined && <bdi>{address}</bdi>}
            {email !== undefined && (
              <a class="ds-link" href={`mailto:${email}`} dir="ltr">
                {email}
              </a>
            )}
          </p>
        )}
        <ul class="kn-list kn-inline">
          {PAGES.map(([name, href]) => (
            <li>
              <a class="ds-link" href={href}>
                {page.t(`ui.foot.${name}`)}
              </a>
            </li>
          ))}
        </ul>
        <Languages page={page} />
        <Schemes page={page} />
        {(page.demo || page.trialStorage) && (
          <p class="kn-muted kn-text" id="about-this-node">
            {page.demo && `${page.t('ui.foot.demo')} `}
            {page.trialStorage && page.t('ui.foot.trial')}
          </p>
        )}
      </div>
    </footer>
  );
}

function Languages({ page }: { page: PageContext }) {
  return (
    <nav aria-label={page.t('ui.foot.languages')} id="languages">
      <ul class="kn-list kn-inline">
        {LOCALES.map((locale) => (
          <li>
            {locale === page.locale ? (
              <strong aria-current="true" lang={locale} dir={direction(locale)}>
                {LOCALE_NAMES[locale]}
              </strong>
            ) : (
              <a
                class="ds-link"
                href={addressWith(page, { lang: locale, scheme: null })}
                hreflang={locale}
                lang={locale}
                dir={direction(locale)}
              >
                {LOCALE_NAMES[locale]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Schemes({ page }: { page: PageContext }) {
  return (
    <nav aria-label={page.t('ui.foot.scheme')}>
      <ul class="kn-list kn-inline">
        {SCHEMES.map((scheme) => (
          <li>
            {scheme === page.scheme ? (
              <strong aria-current="true">{page.t(`ui.scheme.${scheme}`)}</strong>
            ) : (
              <a class="ds-link" href={addressWith(page, { scheme, lang: null })} rel="nofollow">
                {page.t(`ui.scheme.${scheme}`)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
