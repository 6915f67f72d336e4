import { type Context, Hono } from 'hono';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { WithdrawnSubject } from '../../../kernel/records/error.ts';
import { withdraw } from '../../../kernel/subjects/index.ts';
import { withdrawal } from '../../../kernel/web/api/subjects.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { chairAnswerInput, handOverInput } from '../bodies/chair.ts';
import { charterInput } from '../bodies/charter.ts';
import { contributionInput } from '../bodies/contribution.ts';
import { declarationInput } from '../bodies/declaration.ts';
import { groupInput, groupMembershipInput } from '../bodies/group.ts';
import { meetingInput } from '../bodies/meeting.ts';
import { signatureInput } from '../bodies/signature.ts';
import {
  answerChair,
  contribute,
  handOverChair,
  joinGroup,
  PERMISSIONS,
  proposeDeclaration,
  publishCharter,
  publishGroup,
  publishMeeting,
  sign,
} from '../commands.ts';
import { NotChair, NothingToAnswer, NothingToSign } from '../error.ts';
import { dayWords, nameOf } from '../pages/words.ts';
import type { Life } from '../read/life.ts';
import { SUBJECTS, type Thing } from '../subjects.ts';
import { allianceNow, type Item, itemIn, PLACES } from './at.ts';
import { mountForm, type Opened, type StaffForm } from './forms.tsx';
import { placesOf } from './items.tsx';

/** What staff of a member do in an alliance, each with a form. */
export function actRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const place of PLACES) {
    const below = `${place}/:slug`;
    const begin = <Body>(path: string, form: StaffForm<Body>) => mountForm(app, kernel, below + path, form);
    begin('/declarations/new', beginning(kernel, 'declaration', declarationInput, proposeDeclaration));
    begin('/charter/new', beginning(kernel, 'charter', charterInput, publishCharter));
    begin('/groups/new', beginning(kernel, 'group', groupInput, publishGroup));
    begin('/meetings/new', {
      ...beginning(kernel, 'meeting', meetingInput, publishMeeting),
      form: 'announcement',
    });
    begin('/contributions/new', beginning(kernel, 'contribution', contributionInput, contribute));
    begin('/chair/hand-over', handingOver(kernel));
  }
  for (const of of ['charter', 'declaration'] as const) at(app, kernel, of, '/sign', signing(kernel, of));
  at(app, kernel, 'group', '/join', joining(kernel));
  at(app, kernel, 'handOver', '/answer', answering(kernel));
  at(app, kernel, 'group', '/revise', revising(kernel, 'group', groupInput, publishGroup));
  at(app, kernel, 'meeting', '/revise', revising(kernel, 'meeting', meetingInput, publishMeeting));
  at(app, kernel, 'contribution', '/revise', revising(kernel, 'contribution', contributionInput, contribute));
  for (const thing of WITHDRAWABLE) at(app, kernel, thing, '/withdraw', withdrawing(kernel, thing));
  return app;
}

const WITHDRAWABLE = [
  'charter',
  'declaration',
  'signature',
  'handOver',
  'group',
  'groupMembership',
  'meeting',
  'contribution',
] as const satisfies Thing[];

type Made = 'declaration' | 'charter' | 'group' | 'meeting' | 'contribution';

function at<Body>(
  app: Hono<AppEnv>,
  kernel: Kernel,
  thing: Thing,
  verb: string,
  form: StaffForm<Body>,
): void {
  for (const place of placesOf(thing)) mountForm(app, kernel, place + verb, form);
}

/** The words of a form, by its name. */
function words(c: Context<AppEnv>, form: string, args: Record<string, unknown> = {}) {
  const { t } = c.var.page;
  return {
    title: t(`alliances.form.${form}`, args),
    lead: t(`alliances.form.${form}-lead`, args),
    button: t(`alliances.form.${form}-button`),
    becomesPublic: t('alliances.becomes-public'),
  };
}

type Command<Body> = (
  kernel: Kernel,
  actor: AppEnv['Variables']['actor'],
  draft: { alliance?: string; id: string; prev?: string; body: Body },
) => ReturnType<typeof proposeDeclaration>;

function beginning<Body>(
  kernel: Kernel,
  thing: Made,
  schema: StaffForm<Body>['schema'],
  command: Command<Body>,
): StaffForm<Body> {
  return {
    form: thing,
    permission: PERMISSIONS[thing],
    schema,
    async open(c) {
      const life = await allianceNow(c, kernel);
      const alliance = life.alliance.id;
      if (thing === 'charter' && life.chair?.node !== kernel.identity.origin && !life.alliance.host.own)
        throw new NotChair();
      return {
        life,
        ...words(c, thing),
        run: ({ id, body }) => command(kernel, c.var.actor, { alliance, id, body }),
        back: life.alliance.path,
      };
    },
  };
}

function handingOver(kernel: Kernel): StaffForm<(typeof handOverInput)['_output']> {
  return {
    form: 'handOver',
    permission: PERMISSIONS.handOver,
    schema: handOverInput,
    async open(c) {
      const life = await allianceNow(c, kernel);
      const { chair, alliance } = life;
      if (chair?.node !== kernel.identity.origin || chair.next === null) throw new NotChair();
      return {
        life,
        ...words(c, 'handOver', { who: nameOf(c.var.page, chair.next) }),
        run: ({ id, body }) => handOverChair(kernel, c.var.actor, { alliance: alliance.id, id, body }),
        back: `${alliance.path}/chair`,
      };
    },
  };
}

function signing(
  kernel: Kernel,
  of: 'charter' | 'declaration',
): StaffForm<(typeof signatureInput)['_output']> {
  return {
    form: 'signature',
    permission: PERMISSIONS.signature,
    schema: signatureInput,
    async open(c) {
      const { row, life } = await held(c, kernel, of);
      const { sub, jti, path, body } = row;
      const texts = of === 'charter' ? life.charters : life.declarations;
      const text = texts.find((one) => one.row.jti === jti);
      if (text === undefined || text.standing.state === 'void') throw new NothingToSign();
      return {
        life,
        ...words(c, 'sign', { title: pickText(body.title, c.var.page.locale).text }),
        becomesPublic: c.var.page.t('alliances.sign-binds', { who: kernel.identity.profile.body }),
        run: ({ id, body: answer }) =>
          sign(kernel, c.var.actor, { alliance: body.alliance.id, of, sub, jti, id, body: answer }),
        back: path,
      };
    },
  };
}

function joining(kernel: Kernel): StaffForm<(typeof groupMembershipInput)['_output']> {
  return {
    form: 'groupMembership',
    permission: PERMISSIONS.groupMembership,
    schema: groupMembershipInput,
    async open(c) {
      const { row, life } = await held(c, kernel, 'group');
      return {
        life,
        ...words(c, 'groupMembership', { title: pickText(row.body.title, c.var.page.locale).text }),
        run: ({ id, body }) =>
          joinGroup(kernel, c.var.actor, { alliance: row.body.alliance.id, group: row.sub, id, body }),
        back: row.path,
      };
    },
  };
}

function answering(kernel: Kernel): StaffForm<(typeof chairAnswerInput)['_output']> {
  return {
    form: 'chairAnswer',
    permission: PERMISSIONS.chairAnswer,
    schema: chairAnswerInput,
    async open(c) {
      const { page } = c.var;
      const { row, life } = await held(c, kernel, 'handOver');
      const offer = life.chair?.offers.find((one) => one.row.sub === row.sub);
      if (offer?.to !== kernel.identity.origin) throw new NothingToAnswer();
      const { start, end } = row.body;
      return {
        life,
        ...words(c, 'chairAnswer', {
          who: nameOf(page, row.node),
          start: dayWords(page, start),
          end: dayWords(page, end),
        }),
        run: ({ id, body }) =>
          answerChair(kernel, c.var.actor, { alliance: row.body.alliance.id, handOver: row.sub, id, body }),
        back: `${life.alliance.path}/chair`,
      };
    },
  };
}

function revising<Body>(
  kernel: Kernel,
  thing: 'group' | 'meeting' | 'contribution',
  schema: StaffForm<Body>['schema'],
  command: Command<Body>,
): StaffForm<Body> {
  return {
    form: thing,
    permission: PERMISSIONS[thing],
    schema,
    async open(c) {
      const { row, life } = await own(c, kernel, thing);
      return {
        life,
        ...words(c, 'revise', { title: pickText(row.body.title, c.var.page.locale).text }),
        before: { body: row.body, latest: row.latest },
        run: ({ prev = row.latest, body }) => command(kernel, c.var.actor, { id: row.id, prev, body }),
        back: row.path,
      };
    },
  };
}

function withdrawing(kernel: Kernel, thing: (typeof WITHDRAWABLE)[number]): StaffForm<{ reason: string }> {
  return {
    form: 'withdrawal',
    permission: PERMISSIONS[thing],
    schema: withdrawal,
    async open(c): Promise<Opened<{ reason: string }>> {
      const { row, life } = await own(c, kernel, thing);
      const { t } = c.var.page;
      return {
        life,
        title: t(`alliances.withdraw.${thing}`),
        lead: t('alliances.form.withdraw-lead'),
        button: t('alliances.form.withdraw-button'),
        becomesPublic: t('alliances.withdraw-public'),
        danger: true,
        run: ({ body: { reason } }) =>
          withdraw(kernel, c.var.actor, {
            subject: SUBJECTS[thing],
            permission: PERMISSIONS[thing],
            id: row.id,
            reason,
          }),
        back: row.path,
      };
    },
  };
}

/** A live subject in an alliance whose life is read here. @throws NotFound, WithdrawnSubject */
async function held<Of extends Thing>(
  c: Context<AppEnv>,
  kernel: Kernel,
  thing: Of,
): Promise<{ row: Item<Of>['row']; life: Life }> {
  const { row, at: found } = await itemIn(c, kernel, thing);
  if (found === null) throw new NotFound('alliance');
  if (row.state !== 'live') throw new WithdrawnSubject(row.state);
  return { row, life: found.life };
}

/** The same of our own. @throws NotFound, WithdrawnSubject */
async function own<Of extends Thing>(c: Context<AppEnv>, kernel: Kernel, thing: Of) {
  const found = await held(c, kernel, thing);
  if (!found.row.own) throw new NotFound(SUBJECTS[thing].name);
  return found;
}
