import type { FieldErrors, TypedValues } from '../../../kernel/web/form.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Alert, ChoiceGroup, Form, Panel, SubmitButton, TextField } from '../../../ui/index.ts';
import { FREQUENCIES } from '../vocabulary.ts';
import type { OverviewView } from './overview-page.tsx';

interface HowToHearProps {
  page: PageContext;
  view: OverviewView;
  typed: TypedValues;
  errors: FieldErrors;
}

/** By letter, by feed, or by looking here. */
export function HowToHear({ page, view, typed, errors }: HowToHearProps) {
  const { t } = page;
  const { reader, letters } = view;
  return (
    <>
      <Panel title={t('notifications.letters.title')} edge="act">
        {letters ? (
          <Form page={page} action="/notifications/letters">
            {reader?.refused_at && <Alert color="warning">{t('notifications.letters.came-back')}</Alert>}
            <ChoiceGroup
              page={page}
              type="radio"
              name="frequency"
              label={t('notifications.letters.frequency')}
              choices={FREQUENCIES.map((value) => ({ value, label: t(`notifications.letters.${value}`) }))}
              values={typed.frequency ?? [reader?.frequency ?? 'off']}
              errors={errors}
            />
            <TextField
              page={page}
              name="email"
              type="email"
              label={t('notifications.letters.email')}
              help={t('notifications.letters.email-help')}
              value={typed.email?.[0] ?? reader?.address ?? ''}
              autocomplete="email"
              errors={errors}
              optional
            />
            <SubmitButton>{t('notifications.letters.button')}</SubmitButton>
          </Form>
        ) : (
          <p>{t('notifications.letters.none')}</p>
        )}
      </Panel>
      <PersonalFeed page={page} feed={view.feed} />
    </>
  );
}

function PersonalFeed({ page, feed }: { page: PageContext; feed: string | null }) {
  const { t } = page;
  return (
    <Panel title={t('notifications.mine.title')}>
      <p>{t(feed === null ? 'notifications.mine.none' : 'notifications.mine.text')}</p>
      {feed !== null && (
        <p class="kn-actions">
          {['atom', 'rss'].map((format) => (
            <a class="ds-link" href={`${feed}/feed.${format}`}>
              {t(`notifications.mine.${format}`)}
            </a>
          ))}
        </p>
      )}
      <Form page={page} action="/notifications/feed">
        <SubmitButton variant="secondary">
          {t(feed === null ? 'notifications.mine.make' : 'notifications.mine.renew')}
        </SubmitButton>
      </Form>
    </Panel>
  );
}
