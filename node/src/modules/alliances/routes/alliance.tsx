import { type Context, Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { type SubjectRow, subjectJson } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { representation } from '../../../kernel/web/representation.ts';
import { allianceJson, allianceSummaryJson, groupJson, signedTextJson } from '../json.ts';
import { AlliancePage } from '../pages/alliance-page.tsx';
import { AlliancesPage } from '../pages/alliances-page.tsx';
import { ChairPage } from '../pages/chair-page.tsx';
import { CharterPage, NoCharterPage } from '../pages/charter-page.tsx';
import { ContributionsPage } from '../pages/contributions-page.tsx';
import { DeclarationsPage } from '../pages/declarations-page.tsx';
import { GroupsPage } from '../pages/groups-page.tsx';
import { MarkPage } from '../pages/mark-page.tsx';
import { MeetingsPage } from '../pages/meetings-page.tsx';
import { keptMembersWork } from '../read/deeds.ts';
import { keptLife, type Life } from '../read/life.ts';
import { loadAlliances } from '../read/list.ts';
import { keptSeen } from '../read/seen.ts';
import { allianceIn, PLACES } from './at.ts';

/** Alliances, one of them at a glance, and its lists; as pages or as JSON. */
export function allianceRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const path of ['/alliances', '/alliances.json']) app.get(path, (c) => all(c, kernel));
  for (const place of PLACES) {
    const below = `${place}/:slug`;
    app.get(`${below}/charter`, (c) => charter(c, kernel));
    app.get(`${below}/chair`, async (c) => {
      const { life } = await allianceIn(c, kernel);
      return c.html(<ChairPage page={c.var.page} life={life} />);
    });
    app.get(`${below}/marks/:name`, (c) => mark(c, kernel));
    for (const list of LISTS) {
      for (const suffix of ['', '.json'])
        app.get(`${below}/${list}${suffix}`, (c) => listed(c, kernel, list));
    }
    app.get(`${below}{[a-z0-9][a-z0-9-]*(\\.json)?}`, (c) => one(c, kernel));
  }
  return app;
}

async function all(c: Context<AppEnv>, kernel: Kernel) {
  const { format } = representation(c, c.req.path.split('/').at(-1) ?? '', ['html', 'json']);
  if (format === 'html')
    return c.html(<AlliancesPage page={c.var.page} list={await loadAlliances(kernel)} />);
  const [seen, names] = await Promise.all([keptSeen(kernel), nodeNames(kernel)]);
  const lives = await Promise.all([...seen.alliances.keys()].map((id) => keptLife(kernel, seen, id)));
  return c.json({
    items: lives.flatMap((life) => (life === null ? [] : [allianceSummaryJson(life, names)])),
  });
}

async function one(c: Context<AppEnv>, kernel: Kernel) {
  const { name, format } = representation(c, c.req.param('slug') ?? '', ['html', 'json']);
  const { seen, life } = await allianceIn(c, kernel, name);
  const work = await keptMembersWork(kernel, seen, life);
  if (format === 'html') return c.html(<AlliancePage page={c.var.page} life={life} work={work} />);
  const { provenance, names } = await told(kernel, life.inForce === null ? [] : [life.inForce.row]);
  return c.json(allianceJson(life, work, { provenance, names, now: kernel.clock.now() }));
}

async function charter(c: Context<AppEnv>, kernel: Kernel) {
  const { page } = c.var;
  const { seen, life } = await allianceIn(c, kernel);
  if (life.inForce === null) return c.html(<NoCharterPage page={page} life={life} />);
  const { row } = life.inForce;
  const work = await keptMembersWork(kernel, seen, life);
  const provenance = (await loadProvenance(kernel, [row])).get(row.jti) ?? null;
  return c.html(<CharterPage {...{ page, life, work, provenance }} charter={life.inForce} />);
}

async function mark(c: Context<AppEnv>, kernel: Kernel) {
  const { life } = await allianceIn(c, kernel);
  const name = c.req.param('name') ?? '';
  if (!life.alliance.latest.body.marks.includes(name)) throw new NotFound('page');
  return c.html(<MarkPage page={c.var.page} life={life} name={name} />);
}

const LISTS = ['declarations', 'groups', 'meetings', 'contributions'] as const;
type List = (typeof LISTS)[number];
const PAGES = {
  declarations: DeclarationsPage,
  groups: GroupsPage,
  meetings: MeetingsPage,
  contributions: ContributionsPage,
};

async function listed(c: Context<AppEnv>, kernel: Kernel, list: List) {
  const { format } = representation(c, c.req.path.split('/').at(-1) ?? '', ['html', 'json']);
  const { life } = await allianceIn(c, kernel);
  const ListPage = PAGES[list];
  if (format === 'html') return c.html(<ListPage page={c.var.page} life={life} />);
  return c.json({ items: await itemsJson(kernel, life, list) });
}

async function itemsJson(kernel: Kernel, life: Life, list: List): Promise<unknown[]> {
  if (list === 'declarations') {
    const { provenance, names } = await told(
      kernel,
      life.declarations.map(({ row }) => row),
    );
    return life.declarations.map((text) => signedTextJson(text, provenance, names));
  }
  if (list === 'groups') {
    const { provenance, names } = await told(
      kernel,
      life.groups.map(({ row }) => row),
    );
    return life.groups.map((group) => groupJson(group, provenance, names));
  }
  const rows: readonly SubjectRow[] = life[list];
  const { provenance, names } = await told(kernel, rows);
  return rows.map((row) => subjectJson(row, provenance.get(row.jti), names));
}

async function told(kernel: Kernel, rows: readonly SubjectRow[]) {
  const [provenance, names] = await Promise.all([loadProvenance(kernel, rows), nodeNames(kernel)]);
  return { provenance, names };
}
