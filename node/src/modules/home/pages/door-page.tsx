import type { Door, PageContext } from '../../../kernel/web/page.ts';
import { EmptyState, Layout, PageHeading, Row, Rows } from '../../../ui/index.ts';

/** What stands behind a door: a row for each part that this node has, or what will be there. */
export function DoorPage({ page, door }: { page: PageContext; door: Exclude<Door, 'partners'> }) {
  const links = page.navigation.filter((link) => link.door === door);
  const title = page.t(`ui.door.${door}`);
  return (
    <Layout page={page} title={title} door={door} atDoor>
      <PageHeading lead={page.t(`home.door.${door}`)}>{title}</PageHeading>
      {links.length > 0 ? (
        <Rows>
          {links.map((link) => (
            <Row title={page.t(link.label)} href={link.path} level={2}>
              {link.about === undefined ? undefined : page.t(link.about)}
            </Row>
          ))}
        </Rows>
      ) : (
        <EmptyState
          title={page.t(`home.door.${door}-empty`)}
          action={
            <a class="ds-link" href="/">
              {page.t('home.door.back')}
            </a>
          }
        >
          {page.t(`home.door.${door}-will`)}
        </EmptyState>
      )}
    </Layout>
  );
}
