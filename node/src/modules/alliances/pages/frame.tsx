import type { Child } from 'hono/jsx';
import { faceOf } from '../../../kernel/web/face.ts';
import type { NodeFace, PageContext } from '../../../kernel/web/page.ts';
import { Layout, type LayoutProps } from '../../../ui/index.ts';
import type { Life } from '../read/life.ts';
import { crumbsOf } from './words.ts';

interface FrameProps extends Pick<LayoutProps, 'alternates' | 'error' | 'noindex' | 'description'> {
  page: PageContext;
  life: Life;
  title: string;
  /** Where it was said first, if not here. */
  canonical?: string | undefined;
  children: Child;
}

/** A page below an alliance: its members' seals may stand on it, and the way back leads to it. */
export function Frame({ page, life, title, canonical, children, ...rest }: FrameProps) {
  return (
    <Layout
      page={page}
      title={title}
      door="partners"
      crumbs={crumbsOf(page, life.alliance)}
      faces={facesOf(page, life)}
      {...(canonical === undefined ? {} : { canonical })}
      {...rest}
    >
      {children}
    </Layout>
  );
}

/** Everybody who ever was a member, and is no partner of ours: their marks have to be on the page. */
export function facesOf(page: PageContext, { periods, alliance }: Life): NodeFace[] {
  const nodes = [...new Set([alliance.host.node, ...periods.map(({ node }) => node)])];
  return nodes.map((node) => faceOf(page, node));
}
