import { Hono } from 'hono';
import { formLanguages } from '../../../kernel/forms/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { receiptOf } from '../../../kernel/log/act-receipt.ts';
import { hostIn, idIn, readSubjectRow } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { DeclaredAnswers, historyPages, ReceiptPage, withdrawRoute } from '../../../ui/index.ts';
import { withdrawEvent } from '../commands.ts';
import type { Event } from '../event.ts';
import { COMPARED, compared } from '../form/compared.ts';
import { EVENT_FIELDS } from '../form/event-fields.ts';
import { asFormBody, writeEventForm } from '../form/event-form.ts';
import { eventCrumbs, eventsCrumb } from '../pages/crumbs.ts';
import { choicesFor, comparedWords, WORDS } from '../pages/form-words.ts';
import { EVENTS } from '../subjects.ts';
import { ownEvent, versionsOf } from './own-event.ts';

/** After an act: its receipt, how to take the event back, and its versions, each as it read then. */
export function afterRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/events/:id/receipt/:jti', async (c) => {
    const { page } = c.var;
    const row = await readSubjectRow(kernel, EVENTS, null, idIn(c));
    if (row === null || row.state === 'erased') throw new NotFound('act');
    const receipt = await receiptOf(kernel, row, c.req.param('jti'));
    const title = pickText(row.body.title, page.locale).text;
    const { done } = receipt;
    return c.html(
      <ReceiptPage
        page={page}
        door="shared-work"
        crumbs={eventCrumbs(page, row)}
        heading={page.t(done === 'published' ? 'events.receipt' : `ui.receipt.${done}`)}
        title={title}
        path={row.path}
        receipt={receipt}
      />,
    );
  });

  withdrawRoute(app, '/events/:id/withdraw', 'events.publish', async (c) => {
    const { page, actor } = c.var;
    const row = await ownEvent(kernel, idIn(c));
    const { id, path, body } = row;
    const name = pickText(body.title, page.locale).text;
    return {
      door: 'shared-work',
      crumbs: eventCrumbs(page, row),
      ...{ path, name },
      title: page.t('events.withdraw.title', { title: name }),
      means: [page.t('events.withdraw.means')],
      button: page.t('events.withdraw.button'),
      withdraw: (reason) => withdrawEvent(kernel, actor, { id, reason }),
    };
  });

  for (const origin of ['', '/:origin{~[^/]+}']) {
    historyPages<Event>(app, `/events${origin}/:id/history`, async (c) => {
      const { page } = c.var;
      const row = await readSubjectRow(kernel, EVENTS, hostIn(c), idIn(c));
      if (row === null || row.state === 'erased') throw new NotFound('event');
      const choices = choicesFor(page);
      return {
        subject: {
          ...{ title: row.body.title, path: row.path, version: row.version, door: 'shared-work' as const },
          above: [eventsCrumb(page)],
          ...comparedWords(page),
        },
        versions: await versionsOf(kernel, row),
        fields: COMPARED,
        compared,
        content: (on, body) => (
          <DeclaredAnswers
            page={on}
            level={2}
            words={WORDS}
            fields={EVENT_FIELDS}
            body={asFormBody(body)}
            langs={formLanguages(writeEventForm(body), on.locale)}
            chosen={(name, one) => choices[name]?.find(({ value }) => value === one)?.label}
          />
        ),
      };
    });
  }
  return app;
}
