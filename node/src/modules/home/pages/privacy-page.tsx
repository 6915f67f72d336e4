import type { PageContext } from '../../../kernel/web/page.ts';
import { Contact, TextPage } from './text-page.tsx';

const COOKIES = ['lang', 'scheme', 'visit', 'session'] as const;

/** What this software keeps about those who read and those who work here. */
export function PrivacyPage({ page }: { page: PageContext }) {
  return (
    <TextPage
      page={page}
      name="privacy"
      sections={['read', 'cookies', 'publish', 'staff', 'log', 'rights']}
      more={{
        cookies: (
          <ul class="ds-list">
            {COOKIES.map((cookie) => (
              <li>{page.t(`home.privacy.cookie-${cookie}`)}</li>
            ))}
          </ul>
        ),
        rights: <Contact page={page} />,
      }}
    />
  );
}
