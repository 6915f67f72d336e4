import type { PageContext } from '../../../kernel/web/page.ts';
import {
  DraftList,
  Form,
  LangTextView,
  Layout,
  PageHeading,
  Row,
  Rows,
  SubmitButton,
  type WaitingDraft,
} from '../../../ui/index.ts';
import type { Waiting } from '../read.ts';

interface NewPageProps {
  page: PageContext;
  /** What the drafts will be called, so that pressing a button twice begins one. */
  ids: readonly [plan: string, commitment: string];
  /** Subject of the plan in which a commitment is to stand. */
  plan: string | undefined;
  /** The person's own. */
  drafts: readonly WaitingDraft[];
  /** Out of files of ours; whoever is first publishes it. */
  waiting: readonly Waiting[];
}

/** Where writing begins: a plan, a commitment, or a file that holds both. */
export function NewPage({ page, ids, plan, drafts, waiting }: NewPageProps) {
  const title = page.t('commitments.start.new');
  return (
    <Layout page={page} title={title} door="commitments" noindex>
      <PageHeading lead={page.t('commitments.start-lead.new')}>{title}</PageHeading>
      <div class="kn-flow">
        <p class="kn-text">{page.t('ui.draft.how')}</p>
        <div class="kn-actions">
          {(['plan', 'commitment'] as const).map((thing, i) => (
            <Form page={page} action="/commitments/new">
              <input type="hidden" name="id" value={ids[i]} />
              <input type="hidden" name="thing" value={thing} />
              {thing === 'commitment' && plan !== undefined && (
                <input type="hidden" name="plan" value={plan} />
              )}
              <SubmitButton variant={thing === 'commitment' ? 'primary' : 'secondary'}>
                {page.t(`commitments.start.button-${thing}`)}
              </SubmitButton>
            </Form>
          ))}
          {page.may('commitments.import') && (
            <a class="ds-link" href="/commitments/import">
              {page.t('commitments.start.import')}
            </a>
          )}
        </div>
        {waiting.length > 0 && <WaitingList page={page} waiting={waiting} />}
        {drafts.length > 0 && <DraftList page={page} drafts={drafts} />}
      </div>
    </Layout>
  );
}

function WaitingList({ page, waiting }: { page: PageContext; waiting: readonly Waiting[] }) {
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('commitments.waiting')}
      </h2>
      <p class="kn-text">{page.t('commitments.waiting-what')}</p>
      <Rows>
        {waiting.map(({ id, thing, title }) => (
          <Row
            over={page.t(`commitments.new.${thing}`)}
            title={<LangTextView page={page} text={title} />}
            end={
              <Form page={page} action="/commitments/new">
                <input type="hidden" name="waiting" value={id} />
                <SubmitButton variant="secondary">
                  {page.t('commitments.waiting-open')}{' '}
                  <span class="ds-sr-only">
                    <LangTextView page={page} text={title} />
                  </span>
                </SubmitButton>
              </Form>
            }
          />
        ))}
      </Rows>
    </>
  );
}
