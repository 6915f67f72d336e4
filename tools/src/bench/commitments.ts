import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { TestNode } from '../../../e2e/support/node.ts';
import { freePorts } from '../../../e2e/support/ports.ts';
import type { Kernel } from '../../../node/src/kernel/kernel.ts';
import { modules } from '../../../node/src/main.ts';
import { exampleCommitment, exampleReport } from '../../../node/src/modules/commitments/examples.ts';
import {
  importReference,
  publishCommitment,
  publishPlan,
  report,
} from '../../../node/src/modules/commitments/index.ts';
import { root } from '../suites.ts';
import { startAlone } from './alone.ts';
import { analyze, pageTimes } from './pages.ts';
import { bestStorage, type Storage } from './storage.ts';
import type { Figure } from './table.ts';

const FILE = 'data/opendata/ogp/irm-commitments-2016.csv';
const REFERENCE = {
  title: { source: 'en', en: 'Independent reviews' },
  source: 'https://www.opengovpartnership.org/',
  licence: 'unclear: for measuring only',
};
/** As many as the file has, so that lists and facets of our own have as much to do. */
const COMMITMENTS = 1_927;
const AT_ONCE = 8;
const IMPORT_GOAL = 10;
const PAGE_GOAL = 60;
const AREAS = ['open-data', 'public-procurement', 'health-nutrition', 'education', 'water-sanitation'];
const STATUSES = ['not-started', 'limited', 'substantial', 'complete'] as const;
const actor = { type: 'system', reason: 'bench' } as const;

/** Import of the real reviews, and the pages of commitments with them and as many of the node's own. */
export async function commitmentPages(): Promise<Figure[]> {
  const text = realReviews();
  if (text === null) return [];
  const storage = await bestStorage();
  const node = new TestNode({ ...storage, name: 'measured', port: await freePorts(1) });
  const { kernel, stop } = await startAlone(storage, 'measured', node.environment, modules);
  const { figure, reference } = await importing(kernel, storage, text);
  await promise(kernel);
  await stop();
  await node.start();
  await analyze(storage);
  const on = `with ${COMMITMENTS.toLocaleString('en')}`;
  const pages = await pageTimes(node, storage, [
    { what: `list of commitments ${on}`, paths: ['/commitments'], goal: PAGE_GOAL },
    {
      what: 'the same, narrowed and searched in turn',
      paths: [
        '/commitments?status=limited',
        '/commitments?timing=overdue',
        '/commitments?area=education',
        '/commitments?q=water',
      ],
      goal: PAGE_GOAL,
    },
    {
      what: `comparison of countries ${on}`,
      paths: ['/commitments/compare', '/commitments/countries', '/commitments/themes'],
      goal: PAGE_GOAL,
    },
    { what: `timeline ${on}`, paths: ['/commitments/timeline'], goal: PAGE_GOAL },
    { what: `reference ${on}`, paths: [reference], goal: PAGE_GOAL },
    {
      what: 'its rows over the API, by country',
      paths: [`/api/v1/commitment-references/self/${reference.split('/').at(-1)}/rows?country=Brazil`],
      goal: PAGE_GOAL,
    },
  ]);
  await node.stop();
  await storage.drop();
  return [figure, ...pages];
}

/** The file is read in place, and copied into a database that is dropped afterwards. */
function realReviews(): string | null {
  const file = join(process.env.KOINON_SHARED ?? join(root, '../shared'), FILE);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  console.error(
    `commitments are not measured: there is no ${file} (KOINON_SHARED names the folder of shared data)`,
  );
  return null;
}

async function importing(
  kernel: Kernel,
  { name: on }: Storage,
  text: string,
): Promise<{ figure: Figure; reference: string }> {
  const start = performance.now();
  const { sub } = await importReference(kernel, actor, { text, body: REFERENCE });
  const value = (performance.now() - start) / 1000;
  const reference = new URL(sub).pathname;
  const peer = { name: 'INSERT of the same rows', value: await plainInsert(kernel) };
  return {
    figure: { what: 'import of the real reviews', on, value, unit: 's', peer, goal: IMPORT_GOAL },
    reference,
  };
}

/** The same rows from one table into another: what the database alone needs for them. */
async function plainInsert({ db }: Kernel): Promise<number> {
  await sql`create table bench_rows (like commitments_reference_row including all)`.execute(db);
  const start = performance.now();
  await sql`insert into bench_rows select * from commitments_reference_row`.execute(db);
  return (performance.now() - start) / 1000;
}

/** Commitments with a report each, of four states and some themes, half of them past their deadline. */
async function promise(kernel: Kernel): Promise<void> {
  const plan = await publishPlan(kernel, actor, {
    body: { title: { source: 'en', en: 'Plan' }, programme: 'own' },
  });
  const one = async (n: number) => {
    const area = AREAS[n % AREAS.length] ?? 'open-data';
    const made = await publishCommitment(kernel, actor, {
      body: {
        ...exampleCommitment,
        title: { source: 'en', en: `${area === 'water-sanitation' ? 'Water' : 'Light'} in district ${n}` },
        number: String(n),
        ...(n < 20 ? { plan: plan.sub } : {}),
        areas: [area],
        end: n % 2 === 0 ? '2020' : '2099',
      },
    });
    const status = STATUSES[n % STATUSES.length] ?? 'limited';
    await report(kernel, actor, { commitment: made.sub, body: { ...exampleReport, status } });
  };
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (next < COMMITMENTS) await one(next++);
    }),
  );
}
