/** Every kind of page that a reader can reach: the shape of its address, and one real example of it. */
export type PageShapes = Map<string, string>;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const NOT_PAGES =
  /\.(json|jsonld|ttl|atom|rss|css|js|svg|png|ico|txt|csv|tlog-proof)$|^\/(log|witness|blobs|api\/v1|metrics|health|assets|\.well-known)(\/|$)|\/(receipt|disclosures|export|feed)$/;

/** Follows the links of a node from its front page and keeps one page of every shape. */
export async function crawl(
  origin: string,
  headers: Record<string, string> = {},
  most = 400,
): Promise<PageShapes> {
  const shapes: PageShapes = new Map();
  const queue = ['/'];
  const seen = new Set(queue);
  for (let visited = 0; queue.length > 0 && visited < most; visited++) {
    const path = queue.shift() as string;
    const shape = shapeOf(path);
    if (shapes.has(shape)) continue;
    const response = await fetch(origin + path, { headers: { accept: 'text/html', ...headers } });
    if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) continue;
    if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
    shapes.set(shape, path);
    for (const link of linksOf(await response.text(), origin + path)) {
      const url = new URL(link);
      const target = url.pathname + url.search;
      if (url.origin !== origin || seen.has(target) || NOT_PAGES.test(url.pathname)) continue;
      if (url.searchParams.has('lang') || url.searchParams.has('scheme')) continue;
      seen.add(target);
      queue.push(target);
    }
  }
  return shapes;
}

/** `/practices/0199…?topic=x` has the shape `/practices/{id}?topic`. */
export function shapeOf(path: string): string {
  const url = new URL(path, 'http://x');
  const shape = decodeURIComponent(url.pathname)
    .replace(UUID, '{id}')
    .replace(/~[^/]+/, '~{host}')
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
