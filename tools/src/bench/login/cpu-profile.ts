import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A profile as `node --cpu-prof` writes it; only what is read here. */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string }; children?: number[] }[];
  samples: number[];
  timeDeltas: number[];
  startTime: number;
}

/** Parts of the work, and by which file one is known; the first that fits counts. */
const PARTS: readonly [part: string, file: RegExp][] = [
  ['queries: kysely and pg', /node_modules\/(kysely|pg|pg-[a-z]+|postgres-[a-z]+)\//],
  [
    'oidc-provider and what it is built on',
    /node_modules\/(oidc-provider|koa|koa-[a-z]+|cookies|keygrip|http-[a-z]+)\//,
  ],
  ['openid-client', /node_modules\/(openid-client|oauth4webapi)\//],
  ['jose', /node_modules\/jose\//],
  ['checks of input: zod', /node_modules\/zod\//],
  [
    'pages: ui and messages',
    /node\/src\/(ui|kernel\/i18n|modules\/[a-z-]+\/pages)\/|hono\/dist\/(jsx|helper\/html|utils\/html)|intl-messageformat|@formatjs/,
  ],
  ['outgoing requests: undici', /node_modules\/undici\//],
  ['HTTP of this node: hono', /node_modules\/(hono|@hono)\/|node\/src\/kernel\/web\//],
  ['trust chains', /packages\/trust\/|node\/src\/kernel\/federation\//],
  ['signatures and digests: node:crypto', /node:(internal\/)?crypto|@noble/],
  ['sockets, streams and HTTP: Node', /^node:/],
  [
    'log, witness and follow loops',
    /node\/src\/kernel\/(log|witness|follow|records|jobs)\/|packages\/(transparency-log|records)|pg-boss/,
  ],
  ['Koinon, everything else', /node\/src\/|packages\//],
];
const NOT_WORK = new Set(['(idle)', '(root)']);
const UNKNOWN = 'Node itself and the rest';

/** Processor time by part of the work, in ms, of all profiles in a folder, between two moments in ms after their start. */
export function timeByPart(folder: string, from: number, until: number): Map<string, number> {
  const times = new Map<string, number>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))) {
    const profile = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile;
    const parts = partOfNodes(profile);
    let at = 0;
    profile.samples.forEach((id, i) => {
      const delta = (profile.timeDeltas[i] ?? 0) / 1000;
      at += delta;
      const part = parts.get(id);
      if (part != null && at >= from && at <= until) times.set(part, (times.get(part) ?? 0) + delta);
    });
  }
  return times;
}

/** The part that each node of the call tree belongs to: its own file's, else that of whoever called it; null is no work. */
function partOfNodes({ nodes }: Profile): Map<number, string | null> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parts = new Map<number, string | null>();
  const visit = (id: number, inherited: string) => {
    const node = byId.get(id);
    if (node === undefined) return;
    const { functionName, url } = node.callFrame;
    const own =
      functionName === '(garbage collector)'
        ? 'garbage collection'
        : PARTS.find(([, file]) => file.test(url))?.[0];
    parts.set(id, NOT_WORK.has(functionName) ? null : (own ?? inherited));
    for (const child of node.children ?? []) visit(child, own ?? inherited);
  };
  const [root] = nodes;
  if (root !== undefined) visit(root.id, UNKNOWN);
  return parts;
}
