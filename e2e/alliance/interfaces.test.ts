import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { act, practice, publish, statement } from '../support/api.ts';
import { root } from '../support/process.ts';

const { nodes } = inject('alliance');
const [home, other] = nodes;
if (!home || !other) throw new Error('the demo has too few nodes');

const { jti, id } = await publish(home, practice('Every documented address answers'), '?wait=logged');
const plan = await act(home, 'commitment-plans', { title: { source: 'en', en: 'A plan' }, programme: 'own' });
const commitment = await act(home, 'commitments', {
  title: { source: 'en', en: 'Every documented address answers' },
  zone: 'Europe/Tallinn',
  leads: [{ name: { source: 'en', en: 'Government Office' } }],
  milestones: [],
});
const event = await act(home, 'events', {
  title: { source: 'en', en: 'Every documented address answers' },
  summary: { source: 'en', en: 'An event.' },
  ...{ type: 'meeting', mode: 'online', status: 'confirmed', topics: [] },
  ...{ zone: 'Europe/Tallinn', start: '2030-03-04T09:00', end: '2030-03-04T10:00' },
  hosts: [{ name: { source: 'en', en: 'Government Office' } }],
});
const lead = home.url;
const project = await act(home, 'projects', {
  title: { source: 'en', en: 'Every documented address answers' },
  summary: { source: 'en', en: 'A project.' },
  charter: { source: 'en', en: 'All is open.' },
  ...{ partners: [], topics: ['government'], languages: ['en'], zone: 'Europe/Tallinn' },
  workPackages: [{ key: 'wp1', title: { source: 'en', en: 'Work' }, lead }],
  milestones: [{ key: 'm1', title: { source: 'en', en: 'Done' }, deadline: '2030' }],
});
const call = await act(home, 'project-calls', {
  title: { source: 'en', en: 'Every documented address answers' },
  text: { source: 'en', en: 'A call.' },
  ...{ topics: ['government'], languages: ['en'], deadline: '2030', zone: 'Europe/Tallinn' },
});
const { log } = await statement(other.url);
const slug =
  /"\/alliances\/([a-z0-9-]+)"/.exec(await (await fetch(`${home.url}/alliances`)).text())?.[1] ?? '';
const alliance = `${home.url}/alliances/${slug}`;
const declaration = await act(home, 'alliance-declarations', {
  alliance,
  body: {
    title: { source: 'en', en: 'Every documented address answers' },
    text: { source: 'en', en: 'All.' },
  },
});
const text = { sub: `${home.url}/alliances/declarations/${declaration.id}`, jti: declaration.jti };
const signature = await act(home, 'alliance-signatures', {
  ...{ alliance, of: 'declaration', text, signature: {} },
});
const mark = 'votes-across-borders';
const examples: Record<string, string> = {
  jti,
  id,
  plan: plan.id,
  commitment: commitment.id,
  project: project.id,
  call: call.id,
  event: event.id,
  declaration: declaration.id,
  signature: signature.id,
  host: new URL(other.url).host,
  hash: createHash('sha256').update(log.origin).digest('hex'),
  n: '1',
  slug,
  name: mark,
  entity: encodeURIComponent(other.url),
  type: encodeURIComponent(`${home.url}/alliances/${slug}/marks/${mark}`),
};

/** The paths of docs/interfaces.md that are asked with GET and whose parts we have an example of. */
const documented = [
  ...readFileSync(join(root, 'docs/interfaces.md'), 'utf8').matchAll(/^\| (`\/.*?`) \|(?: (\w+) \|)?/gm),
]
  .filter(([, , method]) => method === undefined || method === 'GET')
  .flatMap(([, cell]) => [...(cell ?? '').matchAll(/`(\/[^`…]*)`/g)].map(([, path]) => path ?? ''))
  .filter(
    (path) => !/adoptions|reports|references|outcomes|blobs|chains|disclosures|sign-out|<L>|<N>|~/.test(path),
  );

test('there are many documented addresses', () => {
  expect(documented.length).toBeGreaterThan(25);
});

test.each(documented)('%s answers', async (path) => {
  const address = path.replace(/<(\w+)>/g, (_, name: string) => examples[name] ?? '');
  const response = await fetch(home.url + address, { redirect: 'manual' });
  expect(`${address} ${response.status}`).toMatch(/ (200|303)$/);
});
