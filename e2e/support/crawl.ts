export interface Crawl {
  /** Every kind of page that a reader can reach: the shape of its address, and one real example of it. */
  shapes: Map<string, string>;
  /** Links that lead nowhere, with the page that has them. */
  dead: string[];
}

/** How many pages of one shape are read for their links: not every practice has a history. */
const PER_SHAPE = 8;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const NOT_PAGES =
  /\.(json|jsonld|ttl|atom|rss|css|js|svg|png|ico|txt|csv|ics|tlog-proof)$|^\/(log|witness|blobs|api\/v1|metrics|health|assets|\.well-known)(\/|$)|\/(receipt|disclosures|export|feed)$/;

/** Follows the links of a node from its front page and keeps one page of every shape. */
export async function crawl(origin: string, headers: Record<string, string> = {}): Promise<Crawl> {
  const shapes = new Map<string, string>();
  const dead: string[] = [];
  const queue = [{ path: '/', from: '' }];
  const seen = new Set(['/']);
  const visited = new Map<string, number>();
  while (queue.length > 0) {
    const { path, from } = queue.shift() as { path: string; from: string };
    const shape = shapeOf(path);
    const visits = (visited.get(shape) ?? 0) + 1;
    if (visits > PER_SHAPE) continue;
    visited.set(shape, visits);
    const response = await fetch(origin + path, {
      headers: { accept: 'text/html', ...headers },
      redirect: 'manual',
    });
    const onwards = response.headers.get('location');
    if (onwards !== null) {
      const url = new URL(onwards, origin + path);
      const target = url.pathname + url.search;
      // A login goes on at another node, and so does its browser.
      if (url.origin === origin && !seen.has(target)) {
        seen.add(target);
        queue.push({ path: target, from: path });
      }
      continue;
    }
    if (response.status !== 200) {
      dead.push(`${path} answers ${response.status} (linked from ${from})`);
      continue;
    }
    if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) continue;
    if (!shapes.has(shape)) shapes.set(shape, path);
    for (const link of linksOf(await response.text(), origin + path)) {
      const url = new URL(link);
      const target = url.pathname + url.search;
      if (url.origin !== origin || seen.has(target) || NOT_PAGES.test(url.pathname)) continue;
      // Filters combine: a page with one of them stands for all.
      if (url.searchParams.size > 1 || url.searchParams.has('lang') || url.searchParams.has('scheme'))
        continue;
      seen.add(target);
      queue.push({ path: target, from: path });
    }
  }
  return { shapes, dead };
}

/** `/practices/0199…?topic=x` has the shape `/practices/{id}?topic`. */
export function shapeOf(path: string): string {
  const url = new URL(path, 'http://x');
  const shape = decodeURIComponent(url.pathname)
    .replace(UUID, '{id}')
    .replace(/~[^/]+/, '~{host}')
    .replace(/\/\d+(?=\/|$)/g, '/{n}')
    .replace(/^\/partners\/[^/]+/, '/partners/{host}');
  const names = [...new Set(url.searchParams.keys())].sort();
  return names.length > 0 ? `${shape}?${names.join('&')}` : shape;
}

function linksOf(html: string, base: string): string[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].flatMap(([, href]) => {
    const target = (href ?? '').replaceAll('&amp;', '&');
    return target.startsWith('#') || !URL.canParse(target, base) ? [] : [new URL(target, base).href];
  });
}
