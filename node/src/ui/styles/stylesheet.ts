import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { transformSync } from 'esbuild';

/** The parts of Designsystemet that pages use, in its own order; a part that nothing uses costs every first visit. */
const PARTS = [
  'data-size-workaround',
  'alert',
  'breadcrumbs',
  'button',
  'details',
  'error-summary',
  'field',
  'fieldset',
  'heading',
  'input',
  'label',
  'link',
  'list',
  'paragraph',
  'skip-link',
  'table',
  'tag',
  'validation-message',
] as const;

const require = createRequire(import.meta.url);
const designsystemet = (file: string) =>
  readFileSync(require.resolve(`@digdir/designsystemet-css/${file}`), 'utf8');
const own = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

/** The one stylesheet of every page, minified; its name carries its hash, so that it can be cached for good. */
export interface Stylesheet {
  readonly css: string;
  /** First 12 hex digits of its SHA-256. */
  readonly hash: string;
}

/**
 * Reads and joins the stylesheets: Designsystemet's tokens and parts in its own cascade layers, then the theme, then
 * what Designsystemet lacks. Takes some 50 ms; call it once per process.
 */
export function readStylesheet(): Stylesheet {
  const source = [
    '@layer ds.theme, ds.base, ds.components;',
    designsystemet('theme.css'),
    `@layer ds.base{${designsystemet('base.css')}}`,
    `@layer ds.components{${PARTS.map((part) => designsystemet(`${part}.css`)).join('\n')}}`,
    own('theme.css'),
    own('koinon.css'),
  ].join('\n');
  const css = transformSync(source, { loader: 'css', minify: true, legalComments: 'none' }).code;
  return { css, hash: createHash('sha256').update(css).digest('hex').slice(0, 12) };
}
