import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Door, NodeFace, PageContext } from '../../kernel/web/page.ts';
import { MarkSymbols } from '../marks.tsx';
import { Breadcrumb, type Crumb } from './breadcrumb.tsx';
import { Footer } from './footer.tsx';
import { Doors, Masthead } from './masthead.tsx';
import { TopStrip } from './top-strip.tsx';

export interface LayoutProps {
  page: PageContext;
  /** The page's own title; the node's name is added. Equal to the h1 wherever there is one. */
  title: string;
  description?: string;
  /** The door the page lies behind; none for the home page, search and the footer's pages. */
  door?: Door;
  /** Steps between the door and this page. Without `door` there is no breadcrumb. */
  crumbs?: readonly Crumb[];
  /** The page is the door itself: marked in the navigation, no breadcrumb. */
  atDoor?: boolean;
  /** A band over the full width, above the content. */
  band?: Child;
  /** Nodes whose seals the page shows besides our own and the partners'. */
  faces?: readonly NodeFace[];
  /** The form on this page was refused: the title says so first. */
  error?: boolean;
  /** The original of what is shown, at another node; the page is then kept out of search engines. */
  canonical?: string;
  noindex?: boolean;
  /** Other forms of the same thing: feeds, JSON. */
  alternates?: ReadonlyArray<{ type: string; href: string; title?: string }>;
  /** Reload after so many seconds (20 at least): status pages only. */
  refresh?: number;
  /** What a printed copy ends with: record number, fingerprint, the command to check it. */
  print?: Child;
  children: Child;
}

/** The whole document around a page's content. */
export function Layout(props: LayoutProps) {
  const { page, title, door, crumbs, atDoor = false, band, faces = [], error = false, children } = props;
  const heading = error ? page.t('ui.form.error-title', { title }) : title;
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={page.locale} dir={page.dir} data-color-scheme={page.scheme}>
        <head>
          <meta charset="utf-8" />
          <title>{title === page.self.name ? title : `${heading} – ${page.self.name}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content={page.scheme === 'auto' ? 'light dark' : page.scheme} />
          {props.description !== undefined && <meta name="description" content={props.description} />}
          {(props.noindex || props.canonical !== undefined) && <meta name="robots" content="noindex" />}
          {props.canonical !== undefined && <link rel="canonical" href={props.canonical} />}
          {props.refresh !== undefined && (
            <meta http-equiv="refresh" content={String(Math.max(20, props.refresh))} />
          )}
          {props.alternates?.map((one) => (
            <link rel="alternate" type={one.type} href={one.href} title={one.title} />
          ))}
          <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href={page.stylesheet} />
        </head>
        <body>
          <a class="ds-skip-link" href="#main">
            {page.t('ui.nav.skip')}
          </a>
          <MarkSymbols faces={[page.self, ...page.thread.partners, ...faces]} />
          <header>
            <TopStrip page={page} />
            <Masthead page={page} />
          </header>
          <Doors page={page} current={door} />
          <main id="main" tabindex={-1}>
            {band}
            <div class="kn-wrap kn-main">
              {door !== undefined && !atDoor && <Breadcrumb page={page} door={door} crumbs={crumbs ?? []} />}
              {children}
            </div>
          </main>
          {props.print !== undefined && <div class="kn-wrap kn-print-only">{props.print}</div>}
          <Footer page={page} />
        </body>
      </html>
    </>
  );
}
