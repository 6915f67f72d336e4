import { DRAFT_DAYS, type Draft } from '../../../kernel/drafts/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Form, Layout, PageHeading, Row, Rows, Say, SubmitButton, Time } from '../../../ui/index.ts';
import { draftPath, draftTitle } from '../draft.ts';
import { DraftTitleView } from './draft-title.tsx';

interface StartPageProps {
  page: PageContext;
  action: string;
  /** What the draft will be called, so that pressing the button twice begins one. */
  id: string;
  /** The practice of which a new version is written. */
  revised: { title: string; path: string } | null;
  /** The person's own. */
  drafts: readonly Draft[];
}

/** Where writing begins: how it goes, and the drafts that wait for their author. */
export function StartPage({ page, action, id, revised, drafts }: StartPageProps) {
  const kind = revised === null ? 'new' : 'revise';
  const title = page.t(`practices.edit.${kind}`, revised === null ? {} : { title: revised.title });
  return (
    <Layout
      page={page}
      title={title}
      door="shared-work"
      crumbs={[
        { label: page.t('practices.nav'), href: '/practices' },
        ...(revised ? [{ label: revised.title, href: revised.path }] : []),
      ]}
      noindex
    >
      <PageHeading lead={page.t(`practices.edit.${kind}-lead`)}>{title}</PageHeading>
      <div class="kn-flow">
        <p class="kn-text">{page.t('practices.draft.how')}</p>
        <Form page={page} action={action}>
          <input type="hidden" name="id" value={id} />
          <SubmitButton variant={drafts.length > 0 ? 'secondary' : 'primary'}>
            {page.t(`practices.draft.start-${kind}`)}
          </SubmitButton>
        </Form>
        {drafts.length > 0 && <Drafts page={page} drafts={drafts} />}
      </div>
    </Layout>
  );
}

function Drafts({ page, drafts }: { page: PageContext; drafts: readonly Draft[] }) {
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('practices.draft.yours')}
      </h2>
      <p class="kn-text">{page.t('practices.draft.kept', { days: DRAFT_DAYS })}</p>
      <Rows>
        {drafts.map((draft) => {
          const title = <DraftTitleView page={page} title={draftTitle(draft, page.locale)} />;
          const path = draftPath(draft.id);
          return (
            <Row
              over={page.t(draft.subject === null ? 'practices.draft.new' : 'practices.draft.revision')}
              title={title}
              href={path}
              end={
                <p class="kn-actions">
                  <a class="ds-link" href={path}>
                    {page.t('practices.draft.continue')} <span class="ds-sr-only">{title}</span>
                  </a>
                  <a class="ds-link" href={`${path}/delete`}>
                    {page.t('practices.draft.delete')} <span class="ds-sr-only">{title}</span>
                  </a>
                </p>
              }
            >
              <Say
                page={page}
                id="practices.draft.changed"
                with={{ when: <Time page={page} value={draft.updatedAt} /> }}
              />
            </Row>
          );
        })}
      </Rows>
    </>
  );
}
