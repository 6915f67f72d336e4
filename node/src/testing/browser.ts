/** A page that a `TestBrowser` has open. */
export interface OpenPage {
  url: string;
  status: number;
  headers: Headers;
  html: string;
  /** Addresses that were passed on the way here, the first one asked for included. */
  way: readonly string[];
}

const MOST_REDIRECTS = 10;

const decode = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/**
 * A browser without scripts over real HTTP: keeps cookies (which all ports of a host share), follows redirects, presses
 * links and sends forms with their hidden fields.
 */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly headers: Record<string, string>;
  /** Hears of every answer: what was asked for, and how long its head took, in ms. */
  answered: ((answer: { method: string; url: string; ms: number }) => void) | undefined;

  constructor(headers: Record<string, string> = {}) {
    this.headers = { accept: 'text/html', 'accept-language': 'en', ...headers };
  }

  async get(url: string, { follow = true } = {}): Promise<OpenPage> {
    return await this.#go(url, {}, follow);
  }

  /** Follows the first link whose address matches. */
  async press(page: OpenPage, address: RegExp | string): Promise<OpenPage> {
    const links = [...page.html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href]) => decode(href ?? ''));
    const found = links.find((href) => (typeof address === 'string' ? href === address : address.test(href)));
    if (found === undefined) throw new Error(`no link ${address} on ${page.url}: ${links.join(' ')}`);
    return await this.get(new URL(found, page.url).href);
  }

  /** Sends the form with this action; hidden fields go along. */
  async send(
    page: OpenPage,
    action: string,
    fields: Record<string, string> = {},
    { follow = true } = {},
  ): Promise<OpenPage> {
    const forms = [...page.html.matchAll(/<form\b[^>]*\saction="([^"]*)"[^>]*>(.*?)<\/form>/gs)];
    const form = forms.find(([, one]) => decode(one ?? '') === action);
    if (form === undefined) throw new Error(`no form ${action} on ${page.url} (${page.status})`);
    const body = new URLSearchParams();
    for (const [input] of (form[2] ?? '').matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
      const name = /\sname="([^"]*)"/.exec(input)?.[1];
      if (name !== undefined) body.set(name, decode(/\svalue="([^"]*)"/.exec(input)?.[1] ?? ''));
    }
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const { origin } = new URL(page.url);
    const url = new URL(action, page.url).href;
    return await this.#go(url, { method: 'POST', body, headers: { origin } }, follow);
  }

  async #go(url: string, init: RequestInit, follow: boolean): Promise<OpenPage> {
    const way: string[] = [];
    let [at, request] = [url, init];
    for (;;) {
      way.push(at);
      const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const sent = performance.now();
      const response = await fetch(at, {
        ...request,
        headers: { ...this.headers, ...(cookie && { cookie }), ...request.headers },
        redirect: 'manual',
      });
      this.answered?.({ method: request.method ?? 'GET', url: at, ms: performance.now() - sent });
      this.#keep(response.headers.getSetCookie());
      const location = response.headers.get('location');
      if (location === null || !follow || way.length > MOST_REDIRECTS) {
        const { status, headers } = response;
        return { url: at, status, headers, html: await response.text(), way };
      }
      await response.body?.cancel();
      [at, request] = [new URL(location, at).href, {}];
    }
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf('='));
      const over = rest.some((part) => /^max-age=0$/i.test(part) || /^expires=.* 1970 /i.test(part));
      if (over) this.cookies.delete(name);
      else this.cookies.set(name, pair.slice(name.length + 1));
    }
  }
}
