import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Hono } from 'hono';
import type { NodeIdentity } from '../node-identity.ts';
import type { AppEnv } from './app-env.ts';
import { chooseEncoding } from './finish.ts';

/** The one stylesheet of all pages; `hash` names its content. */
export interface StylesheetSource {
  css: string;
  hash: string;
}

export interface Assets {
  /** Path of the stylesheet. */
  stylesheet: string;
  routes: Hono<AppEnv>;
}

const IMMUTABLE = 'public, max-age=31536000, immutable';
const DAY = 'public, max-age=86400';

/** Compresses the stylesheet once, as small as it gets, and serves what every browser asks for. */
export async function makeAssets(identity: NodeIdentity, sheet: StylesheetSource): Promise<Assets> {
  const stylesheet = `/assets/koinon.${sheet.hash}.css`;
  const plain = Buffer.from(sheet.css);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(plain, { params: quality }),
    promisify(gzip)(plain, { level: 9 }),
  ]);
  const bodies = { br, gzip: gz, plain };
  const routes = new Hono<AppEnv>();
  routes.get(stylesheet, (c) => {
    const encoding = chooseEncoding(c);
    c.header('Content-Type', 'text/css; charset=utf-8');
    c.header('Cache-Control', IMMUTABLE);
    c.header('Vary', 'Accept-Encoding');
    if (encoding !== null) c.header('Content-Encoding', encoding);
    return c.body(new Uint8Array(bodies[encoding ?? 'plain']));
  });
  const icon = faviconOf(identity);
  for (const path of ['/favicon.svg', '/favicon.ico']) {
    routes.get(path, (c) => {
      c.header('Content-Type', 'image/svg+xml');
      c.header('Cache-Control', DAY);
      return c.body(icon);
    });
  }
  routes.get('/robots.txt', (c) => {
    c.header('Cache-Control', DAY);
    return c.text('User-agent: *\nDisallow: /sign-in\nDisallow: /api/\nDisallow: /witness/\n');
  });
  return { stylesheet, routes };
}

/** The node's seal: its mark on a filled circle, or the first letter of its name. */
function faviconOf({ profile }: NodeIdentity): string {
  const strokes = (profile.mark ?? []).filter((d) => /^[MmLlHhVvCcSsQqTtAaZz0-9eE+\-., ]*$/.test(d));
  const letter = Array.from(profile.name)[0] ?? '';
  const inside =
    strokes.length > 0
      ? `<g fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${strokes
          .map((d) => `<path d="${d}"/>`)
          .join('')}</g>`
      : `<text x="16" y="22" text-anchor="middle" font-family="sans-serif" font-size="17" fill="#fff">${escapeXml(letter)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="15.5" fill="#843075"/>${inside}</svg>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
