import { type Context, Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { placeOf, subjectJson } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { groupJson, signedTextJson } from '../json.ts';
import type { Standing } from '../life/signing.ts';
import { CharterPage } from '../pages/charter-page.tsx';
import { DeclarationPage } from '../pages/declaration-page.tsx';
import { GroupPage } from '../pages/group-page.tsx';
import { MeetingPage } from '../pages/meeting-page.tsx';
import { keptMembersWork } from '../read/deeds.ts';
import type { SignatureRow } from '../read/life.ts';
import { SUBJECTS, type Thing } from '../subjects.ts';
import { type Item, itemIn } from './at.ts';

const ID = ':id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(\\.json)?}';

/** Where a subject is, below `/alliances` or below the part of a partner. */
export function placesOf(thing: Thing): string[] {
  const part = SUBJECTS[thing].path.slice('/alliances'.length);
  return [`/alliances${part}${ID}`, `/alliances/:origin{~[^/]+}${part}${ID}`];
}

/** Texts, groups and meetings have pages; everything else is read on the page of what it speaks of. */
export function itemRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const mount = <Of extends Thing>(
    thing: Of,
    show: (c: Context<AppEnv>, item: Item<Of>) => Promise<Response>,
  ) => {
    for (const place of placesOf(thing)) app.get(place, async (c) => show(c, await itemIn(c, kernel, thing)));
  };
  mount('charter', (c, item) => charter(c, kernel, item));
  mount('declaration', (c, item) => declaration(c, kernel, item));
  mount('group', (c, item) => group(c, kernel, item));
  mount('meeting', (c, item) => meeting(c, kernel, item));
  mount('signature', (c, item) => elsewhere(c, kernel, item, ({ row }) => shown(kernel, row.body.text)));
  mount('groupMembership', (c, item) =>
    elsewhere(c, kernel, item, ({ row }) => shown(kernel, row.body.group)),
  );
  const chair = (item: Item<'handOver' | 'chairAnswer'>) => `${item.at?.life.alliance.path}/chair`;
  mount('handOver', (c, item) => elsewhere(c, kernel, item, chair));
  mount('chairAnswer', (c, item) => elsewhere(c, kernel, item, chair));
  mount('contribution', (c, item) =>
    elsewhere(c, kernel, item, ({ row, at }) => `${at?.life.alliance.path}/contributions#c-${row.id}`),
  );
  return app;
}

const VOID: Standing<SignatureRow> = { state: 'void', adoptedAt: null, signers: [] };

async function charter(c: Context<AppEnv>, kernel: Kernel, item: Item<'charter'>) {
  const { row, at, provenance } = item;
  if (at === null) return await bare(c, kernel, item);
  const known = at.life.charters.find((one) => one.row.jti === row.jti);
  const text = known ?? { row: { ...row, digest: '' }, standing: VOID };
  if (item.format === 'json') return c.json(signedTextJson(text, provenances(item), await nodeNames(kernel)));
  const work = await keptMembersWork(kernel, at.seen, at.life);
  return c.html(
    <CharterPage page={c.var.page} life={at.life} work={work} charter={text} provenance={provenance} />,
  );
}

async function declaration(c: Context<AppEnv>, kernel: Kernel, item: Item<'declaration'>) {
  const { row, at, provenance } = item;
  const text = at?.life.declarations.find((one) => one.row.jti === row.jti);
  if (at === null || text === undefined) return await bare(c, kernel, item);
  if (item.format === 'json') return c.json(signedTextJson(text, provenances(item), await nodeNames(kernel)));
  return c.html(
    <DeclarationPage page={c.var.page} life={at.life} declaration={text} provenance={provenance} />,
  );
}

async function group(c: Context<AppEnv>, kernel: Kernel, item: Item<'group'>) {
  const { row, at, provenance } = item;
  if (at === null) return await bare(c, kernel, item);
  const known = at.life.groups.find((one) => one.row.sub === row.sub);
  const shownGroup = known ?? { row, members: [] };
  if (item.format === 'json')
    return c.json(groupJson(shownGroup, provenances(item), await nodeNames(kernel)));
  return c.html(
    <GroupPage
      page={c.var.page}
      life={at.life}
      group={shownGroup}
      counts={known !== undefined}
      provenance={provenance}
    />,
  );
}

async function meeting(c: Context<AppEnv>, kernel: Kernel, item: Item<'meeting'>) {
  const { row, at, provenance } = item;
  if (at === null || item.format === 'json') return await bare(c, kernel, item);
  const counts = at.life.meetings.some(({ sub }) => sub === row.sub);
  return c.html(
    <MeetingPage page={c.var.page} life={at.life} meeting={row} counts={counts} provenance={provenance} />,
  );
}

/** Without its alliance a thing is no more than its record. */
async function bare<Of extends Thing>(
  c: Context<AppEnv>,
  kernel: Kernel,
  { row, provenance, format }: Item<Of>,
) {
  if (format === 'json') return c.json(subjectJson(row, provenance, await nodeNames(kernel)));
  return c.redirect(`/records/${row.jti}`, 303);
}

async function elsewhere<Of extends Thing>(
  c: Context<AppEnv>,
  kernel: Kernel,
  item: Item<Of>,
  where: (item: Item<Of>) => string,
) {
  const { at, row, format } = item;
  if (format === 'json' || at === null || row.state !== 'live') return await bare(c, kernel, item);
  return c.redirect(where(item), 303);
}

function shown({ identity }: Kernel, { sub, origin }: { sub: string; origin: { node: string } }): string {
  return placeOf(sub, origin.node === identity.origin);
}

function provenances({ row, provenance }: Item<Thing>) {
  return new Map(provenance === null ? [] : [[row.jti, provenance]]);
}
