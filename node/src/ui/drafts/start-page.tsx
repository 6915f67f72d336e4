import type { Child } from 'hono/jsx';
import { DRAFT_DAYS } from '../../kernel/drafts/draft.ts';
import type { Door, PageContext } from '../../kernel/web/page.ts';
import { Form, SubmitButton } from '../form/form.tsx';
import type { Crumb } from '../layout/breadcrumb.tsx';
import { Layout } from '../layout/layout.tsx';
import { PageHeading } from '../page-heading.tsx';
import { Row, Rows } from '../rows.tsx';
import { Say } from '../say.tsx';
import { Time } from '../time.tsx';
import { type DraftTitle, DraftTitleView } from './draft-frame.tsx';

/** A draft that waits for its author. */
export interface WaitingDraft {
  path: string;
  title: DraftTitle;
  /** What is being written. */
  kind: Child;
  updatedAt: Date;
}

interface StartPageProps {
  page: PageContext;
  door: Door;
  crumbs: readonly Crumb[];
  title: string;
  lead: Child;
  action: string;
  /** What the draft will be called, so that pressing the button twice begins one. */
  id: string;
  /** Whether a new version is to be written, or something new. */
  revising: boolean;
  /** The person's own. */
  drafts: readonly WaitingDraft[];
}

/** Where writing begins: how it goes, and the drafts that wait for their author. */
export function StartPage(props: StartPageProps) {
  const { page, door, crumbs, title, lead, action, id, revising, drafts } = props;
  return (
    <Layout page={page} title={title} door={door} crumbs={crumbs} noindex>
      <PageHeading lead={lead}>{title}</PageHeading>
      <div class="kn-flow">
        <p class="kn-text">{page.t('ui.draft.how')}</p>
        <Form page={page} action={action}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton variant={drafts.length > 0 ? 'secondary' : 'primary'}>
            {page.t(revising ? 'ui.draft.start-revise' : 'ui.draft.start-new')}
          </SubmitButton>
        </Form>
        {drafts.length > 0 && <DraftList page={page} drafts={drafts} />}
      </div>
    </Layout>
  );
}

/** The drafts of a person, with a heading of their own. */
export function DraftList({ page, drafts }: { page: PageContext; drafts: readonly WaitingDraft[] }) {
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('ui.draft.yours')}
      </h2>
      <p class="kn-text">{page.t('ui.draft.kept', { days: DRAFT_DAYS })}</p>
      <Rows>
        {drafts.map(({ path, title, kind, updatedAt }) => {
          const name = <DraftTitleView page={page} title={title} />;
          return (
            <Row
              over={kind}
              title={name}
              href={path}
              end={
                <p class="kn-actions">
                  <a class="ds-link" href={path}>
                    {page.t('ui.draft.continue')} <span class="ds-sr-only">{name}</span>
                  </a>
                  <a class="ds-link" href={`${path}/delete`}>
                    {page.t('ui.draft.delete')} <span class="ds-sr-only">{name}</span>
                  </a>
                </p>
              }
            >
              <Say
                page={page}
                id="ui.draft.changed"
                with={{ when: <Time page={page} value={updatedAt} /> }}
              />
            </Row>
          );
        })}
      </Rows>
    </>
  );
}
