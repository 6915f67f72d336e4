import { type Context, Hono } from 'hono';
import { v7 as uuidv7 } from 'uuid';
import { type Draft, listDrafts } from '../../../kernel/drafts/index.ts';
import { value } from '../../../kernel/forms/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { WithdrawnSubject } from '../../../kernel/records/error.ts';
import {
  hostIn,
  idIn,
  isId,
  pathOf,
  readSubjectRow,
  type SubjectRow,
} from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { readTyped } from '../../../kernel/web/form.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { StartPage, type WaitingDraft } from '../../../ui/index.ts';
import { beginWriting } from '../commands.ts';
import type { Commitment } from '../commitment.ts';
import { draftPath, draftTitle, thingOf } from '../draft.ts';
import type { Written } from '../form/forms.ts';
import { typedOf } from '../form/shown-body.ts';
import { COMMITMENTS_FORM } from '../kinds.ts';
import { NewPage } from '../pages/new-page.tsx';
import { titleOf } from '../pages/words.ts';
import { PERMISSIONS } from '../permissions.ts';
import { listWaiting, readWaiting } from '../read.ts';
import { SUBJECTS } from '../subjects.ts';
import { zoneOf } from '../zone.ts';
import { ownPlace, placesOf } from './address.ts';
import { ownLive } from './open-draft.ts';

/** What is said of a commitment, by the last part of its address. */
const SAYINGS = { report: 'report', assess: 'assessment', lead: 'lead' } as const;

/** Where writing begins, and where the drafts are that one has begun. */
export function startRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/commitments/new', async (c) => {
    requireOffered(c, PERMISSIONS.commitment);
    const { page, actor } = c.var;
    const [drafts, waiting] = await Promise.all([
      listDrafts(kernel.db, actor, COMMITMENTS_FORM),
      listWaiting(kernel),
    ]);
    return c.html(
      <NewPage
        page={page}
        ids={[uuidv7(), uuidv7()]}
        plan={c.req.query('plan')}
        drafts={waitingDrafts(page, drafts)}
        waiting={waiting}
      />,
    );
  });
  app.post('/commitments/new', async (c) => {
    const typed = await readTyped(c);
    const thing = value(typed, 'thing') === 'plan' ? 'plan' : 'commitment';
    const plan = value(typed, 'plan');
    const waiting = value(typed, 'waiting');
    if (waiting !== '') return await beginWaiting(c, kernel, waiting, value(typed, 'id'));
    return await begin(c, kernel, thing, value(typed, 'id'), null, {
      source: [c.var.page.locale],
      ...(thing === 'commitment' && { zone: [zoneOf(kernel)], ...(plan !== '' && { plan: [plan] }) }),
    });
  });

  for (const [verb, thing] of Object.entries(SAYINGS) as [keyof typeof SAYINGS, Written][]) {
    for (const place of placesOf('commitment')) {
      app.get(`${place}/${verb}`, async (c) => {
        requireOffered(c, PERMISSIONS[thing]);
        const about = await spokenOf(c, kernel);
        return await startPage(c, kernel, { thing, about, action: `${about.path}/${verb}`, revising: false });
      });
      app.post(`${place}/${verb}`, async (c) => {
        const about = await spokenOf(c, kernel);
        const { profile } = kernel.identity;
        const typed = {
          source: [c.var.page.locale],
          commitment: [about.sub],
          about: [titleOf(about, c.var.page)],
          ...(thing === 'assessment' && {
            [`assessor.name.${c.var.page.locale}`]: [profile.body ?? profile.name],
          }),
        };
        return await begin(c, kernel, thing, value(await readTyped(c), 'id'), null, typed);
      });
    }
  }

  for (const thing of ['plan', 'commitment', 'report', 'assessment'] as const) {
    app.get(`${ownPlace(thing)}/revise`, async (c) => {
      requireOffered(c, PERMISSIONS[thing]);
      const row = await ownLive(kernel, thing, idIn(c));
      const action = `${row.path}/revise`;
      return await startPage(c, kernel, { thing, about: row, action, revising: true });
    });
    app.post(`${ownPlace(thing)}/revise`, async (c) => {
      const row = await ownLive(kernel, thing, idIn(c));
      const body = row.body as unknown as Record<string, unknown>;
      const said = (body.commitment as { sub: string } | undefined)?.sub;
      return await begin(c, kernel, thing, value(await readTyped(c), 'id'), pathOf(SUBJECTS[thing], row.id), {
        ...typedOf(thing, body),
        prev: [row.latest],
        ...(said !== undefined && { commitment: [said], about: [titleOf(row, c.var.page)] }),
      });
    });
  }
  return app;
}

interface Starting {
  thing: Written;
  /** What is revised, or the commitment that is spoken of. */
  about: SubjectRow<Parameters<typeof titleOf>[0]['body']>;
  action: string;
  revising: boolean;
}

async function startPage(c: Context<AppEnv>, kernel: Kernel, { thing, about, action, revising }: Starting) {
  const { page, actor } = c.var;
  const drafts = (await listDrafts(kernel.db, actor, COMMITMENTS_FORM)).filter((draft) =>
    revising
      ? draft.subject === pathOf(SUBJECTS[thing], about.id)
      : thingOf(draft) === thing && value(draft.typed, 'commitment') === about.sub,
  );
  const title = titleOf(about, page);
  const kind = revising ? 'revise' : thing;
  return c.html(
    <StartPage
      page={page}
      door="commitments"
      crumbs={[{ label: title, href: about.path }]}
      title={page.t(`commitments.start.${kind}`, { title })}
      lead={page.t(`commitments.start-lead.${kind}`)}
      action={action}
      id={uuidv7()}
      revising={revising}
      drafts={waitingDrafts(page, drafts)}
    />,
  );
}

function waitingDrafts(page: PageContext, drafts: readonly Draft[]): WaitingDraft[] {
  return drafts.map((draft) => ({
    path: draftPath(draft.id),
    title: draftTitle(draft, page.locale, null),
    kind: page.t(draft.subject === null ? `commitments.new.${thingOf(draft)}` : 'ui.draft.revision'),
    updatedAt: draft.updatedAt,
  }));
}

/** Begins a draft under the id that the page gave it, so that pressing twice begins once. */
async function begin(
  c: Context<AppEnv>,
  kernel: Kernel,
  thing: Written,
  asked: string,
  subject: string | null,
  typed: Readonly<Record<string, readonly string[]>>,
): Promise<Response> {
  requireOffered(c, PERMISSIONS[thing]);
  // Another id where something came of this one already.
  const fresh = isId(asked) && (await readSubjectRow(kernel, SUBJECTS[thing], null, asked)) === null;
  const id = fresh ? asked : uuidv7();
  await beginWriting(kernel, c.var.actor, { id, thing, subject, typed });
  return c.redirect(draftPath(id), 303);
}

/** Begins with something out of a file of ours. @throws NotFound where somebody published it already */
async function beginWaiting(c: Context<AppEnv>, kernel: Kernel, waiting: string, asked: string) {
  const row = isId(waiting) ? await readWaiting(kernel, waiting) : null;
  if (row === null) throw new NotFound('draft');
  const zone = row.thing === 'commitment' ? { zone: zoneOf(kernel) } : {};
  const typed = typedOf(row.thing, { ...zone, ...row.body });
  return await begin(c, kernel, row.thing, asked, null, { ...typed, waiting: [waiting] });
}

/** The commitment in the address, live. */
async function spokenOf(c: Context<AppEnv>, kernel: Kernel): Promise<SubjectRow<Commitment>> {
  const row = await readSubjectRow(kernel, SUBJECTS.commitment, hostIn(c), idIn(c));
  if (row === null) throw new NotFound('commitment');
  if (row.state !== 'live') throw new WithdrawnSubject(row.state);
  return row;
}
