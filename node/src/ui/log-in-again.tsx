import type { PageContext } from '../kernel/web/page.ts';
import { Alert } from './alert.tsx';

/** In place of an act that needs a fresh login; `to` is the path where one comes back. */
export function LogInAgain({ page, to }: { page: PageContext; to: string }) {
  return (
    <Alert color="warning" title={page.t('ui.log-in-again.title')}>
      {page.t('ui.log-in-again.text')}{' '}
      <a class="ds-link" href={`/sign-in?to=${to}`}>
        {page.t('ui.log-in-again.link')}
      </a>
    </Alert>
  );
}
