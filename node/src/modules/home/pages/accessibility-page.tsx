import type { PageContext } from '../../../kernel/web/page.ts';
import { Contact, TextPage } from './text-page.tsx';

/** What these pages do for everybody, how that was tested, and what is known to be missing. */
export function AccessibilityPage({ page }: { page: PageContext }) {
  return (
    <TextPage
      page={page}
      name="accessibility"
      sections={['how', 'tested', 'missing', 'tell']}
      more={{ tell: <Contact page={page} /> }}
    />
  );
}
