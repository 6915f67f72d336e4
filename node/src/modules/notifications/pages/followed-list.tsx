import type { PageContext } from '../../../kernel/web/page.ts';
import { Form, SubmitButton } from '../../../ui/index.ts';
import type { FollowedThing } from '../followed.ts';
import { thingName } from './thing-name.ts';

/** All that is followed, the latest first, each with a button to stop. */
export function FollowedList({ page, followed }: { page: PageContext; followed: readonly FollowedThing[] }) {
  const { t } = page;
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {t('notifications.followed', { count: followed.length })}
      </h2>
      <ul class="kn-list kn-rows">
        {followed.map((thing) => (
          <li>
            <div>
              <p class="kn-small kn-muted">{t(`notifications.sort.${thing.sort}`)}</p>
              <h3 class="kn-title">
                <Name page={page} thing={thing} />
              </h3>
            </div>
            <div class="kn-end">
              <Form page={page} action="/notifications/unfollow">
                <input type="hidden" name={thing.sort} value={thing.value} />
                <SubmitButton variant="secondary">
                  {t('notifications.unfollow')}
                  <span class="ds-sr-only"> {thingName(page, thing)}</span>
                </SubmitButton>
              </Form>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Name({ page, thing }: { page: PageContext; thing: FollowedThing }) {
  const name = <bdi>{thingName(page, thing)}</bdi>;
  const path = thing.sort === 'node' ? `/partners/${new URL(thing.value).host}` : thing.path;
  return path === null || thing.value === page.self.node ? (
    name
  ) : (
    <a class="ds-link" href={path}>
      {name}
    </a>
  );
}
