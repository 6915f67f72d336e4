import { LOCALE_NAMES, LOCALES } from '../../kernel/i18n/locale.ts';
import type { PageContext } from '../../kernel/web/page.ts';
import { Say } from '../say.tsx';
import { Tag } from '../tag.tsx';
import { signInAddress } from './address.ts';

/** Who runs the node; search, language, and the person. */
export function TopStrip({ page }: { page: PageContext }) {
  const body = page.self.profile.body ?? page.self.name;
  return (
    <div class="kn-top">
      <div class="kn-wrap">
        <p class="kn-muted">
          <Say page={page} id="ui.top.run-by" with={{ body }} />{' '}
          {(page.demo || page.trialStorage) && (
            <a class="ds-link kn-whole" href="#about-this-node">
              {page.demo ? page.t('ui.top.demo') : <Tag page={page} status="trial-storage" />}
            </a>
          )}
        </p>
        <ul class="kn-list kn-inline">
          <li>
            <a class="ds-link" href="/search">
              {page.t('ui.top.search')}
            </a>
          </li>
          <li>
            <a class="ds-link" href="#languages">
              {page.t('ui.top.languages', { language: LOCALE_NAMES[page.locale], count: LOCALES.length })}
            </a>
          </li>
          <li>{page.person === null ? <SignIn page={page} /> : <SignedIn page={page} />}</li>
        </ul>
      </div>
    </div>
  );
}

function SignIn({ page }: { page: PageContext }) {
  return (
    <a class="ds-link" href={signInAddress(page)}>
      {page.t('ui.top.log-in')}
    </a>
  );
}

function SignedIn({ page }: { page: PageContext }) {
  return (
    <form class="kn-inline" method="post" action="/sign-out">
      <input type="hidden" name="csrf" value={page.csrf} />
      <a class="ds-link" href={page.person?.type === 'staff' ? '/staff' : '/account'}>
        <bdi>{page.person?.name}</bdi>
      </a>
      <button class="ds-link" type="submit">
        {page.t('ui.top.log-out')}
      </button>
    </form>
  );
}
