import type { DangerousActName } from '../../../kernel/approvals/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  Alert,
  EmptyState,
  Form,
  Layout,
  PageHeading,
  Row,
  Rows,
  Say,
  SubmitButton,
  Time,
} from '../../../ui/index.ts';
import type { ApprovalView } from '../read/approvals.ts';
import { actorWords, actWords } from '../words.ts';
import { staffCrumbs } from './staff-page.tsx';

interface ApprovalsPageProps {
  page: PageContext;
  waiting: readonly ApprovalView[];
  decided: readonly ApprovalView[];
  /** What the reader may ask for. */
  acts: readonly DangerousActName[];
  fourEyes: boolean;
  /** Something was just done. */
  done: boolean;
}

/** Acts that cannot be taken back: those that wait, those that were decided, and how to ask for one. */
export function ApprovalsPage({ page, waiting, decided, acts, fourEyes, done }: ApprovalsPageProps) {
  const title = page.t('staff.approvals.title');
  return (
    <Layout page={page} title={title} crumbs={staffCrumbs(page)} noindex>
      <PageHeading lead={page.t(fourEyes ? 'staff.approvals.lead' : 'staff.approvals.lead-one')}>
        {title}
      </PageHeading>
      {done && <Alert color="success">{page.t('staff.approvals.done')}</Alert>}
      {waiting.length > 0 ? (
        <Rows>
          {waiting.map((one) => (
            <Waiting page={page} one={one} />
          ))}
        </Rows>
      ) : (
        fourEyes && <EmptyState title={page.t('staff.approvals.none')} />
      )}
      {acts.length > 0 && (
        <section class="kn-flow kn-section" aria-labelledby="ask">
          <h2 class="ds-heading" data-size="sm" id="ask">
            {page.t(fourEyes ? 'staff.ask.title' : 'staff.ask.title-one')}
          </h2>
          <ul class="ds-list">
            {acts.map((act) => (
              <li>
                <a class="ds-link" href={`/staff/approvals/ask/${act}`}>
                  {page.t(`staff.ask.${act}`)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {decided.length > 0 && (
        <section class="kn-flow kn-section" aria-labelledby="decided">
          <h2 class="ds-heading" data-size="sm" id="decided">
            {page.t('staff.approvals.decided')}
          </h2>
          <Rows>
            {decided.map((one) => (
              <Row title={<ActTitle page={page} one={one} />} end={page.t(`staff.outcome.${one.outcome}`)}>
                {one.decidedAt && (
                  <Say
                    page={page}
                    id="staff.approvals.decided-by"
                    with={{
                      asked: actorWords(page, one.askedBy, one.askedByName),
                      decided: one.decidedByName ?? '–',
                      when: <Time page={page} value={one.decidedAt} />,
                    }}
                  />
                )}
              </Row>
            ))}
          </Rows>
        </section>
      )}
    </Layout>
  );
}

function Waiting({ page, one }: { page: PageContext; one: ApprovalView }) {
  return (
    <Row
      title={<ActTitle page={page} one={one} />}
      level={2}
      end={
        <>
          <Form page={page} action={`/staff/approvals/${one.id}/confirmed`}>
            <SubmitButton color="danger">{page.t('staff.approvals.confirm')}</SubmitButton>
          </Form>
          <Form page={page} action={`/staff/approvals/${one.id}/refused`}>
            <SubmitButton variant="secondary">{page.t('staff.approvals.refuse')}</SubmitButton>
          </Form>
        </>
      }
    >
      <Say
        page={page}
        id="staff.approvals.asked"
        with={{
          who: actorWords(page, one.askedBy, one.askedByName),
          when: <Time page={page} value={one.askedAt} />,
          until: <Time page={page} value={one.expiresAt} as="date" />,
        }}
      />{' '}
      {one.reason !== '' && (
        <>
          {page.t('staff.ask.reason')}: <bdi>{one.reason}</bdi>
        </>
      )}
    </Row>
  );
}

function ActTitle({ page, one }: { page: PageContext; one: ApprovalView }) {
  return (
    <>
      {actWords(page, one.act)}: <bdi>{one.subject}</bdi>
    </>
  );
}
