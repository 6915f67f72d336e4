import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { requireAccount } from '../../../kernel/identity/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { type Letter, LetterNotSent, normalAddress } from '../../../kernel/login/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { type FieldErrors, readForm } from '../../../kernel/web/form.ts';
import { secretOf } from '../addresses.ts';
import { askForLetters, changeLetters, renewFeed } from '../commands.ts';
import { CheckMailPage } from '../pages/check-mail-page.tsx';
import { OverviewPage, type Typed } from '../pages/overview-page.tsx';
import { followChoices, lately, listFollowed, newsFor, readReader } from '../read.ts';
import { FREQUENCIES } from '../vocabulary.ts';

const NEWS_SHOWN = 20;

const lettersForm = z.object({
  email: z.string().trim().max(320).optional(),
  frequency: z.enum(FREQUENCIES),
});

/** What a person follows, what is new of it, and how they hear of it. */
export function overviewRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/notifications', async (c) => {
    if (c.var.actor.type === 'anonymous') return c.redirect('/sign-in?to=/notifications', 303);
    return await show(c, kernel);
  });
  app.post('/notifications/letters', (c) => saveLetters(c, kernel));
  app.post('/notifications/feed', async (c) => {
    await renewFeed(kernel, c.var.actor);
    return c.redirect('/notifications', 303);
  });
  return app;
}

async function show(c: Context<AppEnv>, kernel: Kernel, typed?: Typed) {
  const { account } = requireAccount(c.var.actor);
  const [followed, reader, news, choices, names] = await Promise.all([
    listFollowed(kernel.db, account),
    readReader(kernel.db, { account }),
    newsFor(kernel, account, lately(kernel, NEWS_SHOWN)),
    followChoices(kernel),
    nodeNames(kernel),
  ]);
  const feed =
    reader === null || reader.feed_version === 0
      ? null
      : `${kernel.identity.origin}/notifications/mine/${secretOf(kernel, 'feed', reader.id, reader.feed_version)}`;
  const view = { followed, reader, news, choices, names, feed, letters: kernel.login.mailer !== null };
  return c.html(<OverviewPage page={c.var.page} view={view} {...typed} />, typed === undefined ? 200 : 422);
}

/** Sends a letter, or says why it could not be sent. */
async function sendOrSay(c: Context<AppEnv>, kernel: Kernel, letter: Letter): Promise<string | null> {
  try {
    await kernel.login.mailer?.send(letter);
    return null;
  } catch (cause) {
    const error = new LetterNotSent(cause);
    kernel.log.error(
      { requestId: c.var.requestId, code: error.code, ...error.detail },
      'a letter was not sent',
    );
    return c.var.page.t(error.refused ? 'notifications.letters.refused' : 'notifications.letters.not-sent');
  }
}

async function saveLetters(c: Context<AppEnv>, kernel: Kernel) {
  const { t, self, locale } = c.var.page;
  const { account } = requireAccount(c.var.actor);
  const form = await readForm(c, kernel, lettersForm);
  if (!form.ok) return await show(c, kernel, form);
  const { frequency, email } = form.value;
  const reader = await readReader(kernel.db, { account });
  if (frequency === 'off' || kernel.login.mailer === null) {
    await changeLetters(kernel, c.var.actor, { frequency: 'off', locale });
    return c.redirect('/notifications', 303);
  }
  const address = email === undefined ? null : normalAddress(email);
  if (address === null) return await show(c, kernel, wrong({ email: t('notifications.letters.wrong') }));
  if (address === reader?.address && reader.refused_at === null) {
    await changeLetters(kernel, c.var.actor, { frequency, locale });
    return c.redirect('/notifications', 303);
  }
  const secret = await askForLetters(kernel, c.var.actor, { address, frequency, locale });
  const link = `${kernel.identity.origin}/notifications/confirm/${secret}`;
  const sent = await sendOrSay(c, kernel, {
    to: address,
    subject: t('notifications.confirm.letter-subject', { who: self.name }),
    text: t('notifications.confirm.letter-text', { who: self.name, link }),
  });
  if (sent !== null) return await show(c, kernel, wrong({ email: sent }));
  return c.html(<CheckMailPage page={c.var.page} address={address} />);

  function wrong(errors: FieldErrors): Typed {
    return { errors, typed: form.typed };
  }
}
