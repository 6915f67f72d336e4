import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import { Chain, type Crumb, Dot, Layout, PageHeading, Say, Seal, Time } from '../../../ui/index.ts';

interface ReceiptPageProps {
  page: PageContext;
  /** What was done: `published`, `revised`, `withdrawn`, `adopted`. */
  act: 'published' | 'revised' | 'withdrawn' | 'adopted';
  title: string;
  path: string;
  jti: string;
  provenance: Provenance;
  crumbs: readonly Crumb[];
}

/** After an act: what was recorded and when, the receipt, what happens next, and how to undo it. */
export function ReceiptPage({ page, act, title, path, jti, provenance, crumbs }: ReceiptPageProps) {
  const heading = page.t(`practices.receipt.${act}`);
  const pending = provenance.state === 'pending';
  const cosigned = provenance.cosigners.filter((cosigner) => cosigner.cosigned).length;
  const complete = !pending && cosigned === provenance.cosigners.length;
  const waits = (i: number) => provenance.cosigners[i]?.cosigned === false;
  return (
    <Layout page={page} title={heading} door="shared-work" crumbs={crumbs} noindex>
      <PageHeading lead={<bdi>{title}</bdi>}>{heading}</PageHeading>
      <div class="kn-flow kn-text">
        <Chain
          steps={[
            {
              mark: <Seal face={page.self} as="signed" />,
              title: page.t('practices.receipt.signed'),
              detail: <Time page={page} value={provenance.signedAt} as="full" />,
              open: pending,
            },
            {
              mark: <Dot as={pending ? 'waiting' : 'done'} />,
              title: pending
                ? page.t('practices.receipt.waiting')
                : page.t('practices.receipt.logged', { index: provenance.index ?? 0 }),
              detail: pending
                ? page.t('practices.receipt.waiting-what')
                : page.t('practices.receipt.logged-what'),
              open: waits(0),
            },
            ...provenance.cosigners.map(({ face, cosigned: done, at }, i) => ({
              mark: <Seal face={face} as={done ? ('cosigned' as const) : ('waiting' as const)} />,
              title: page.t(done ? 'practices.receipt.cosigned' : 'practices.receipt.cosigning', {
                who: face.name,
              }),
              ...(at !== null && { detail: <Time page={page} value={at} /> }),
              open: waits(i + 1),
            })),
          ]}
        />
        <p class="kn-actions">
          {pending ? (
            <a class="ds-button" data-variant="secondary" href={page.path}>
              {page.t('practices.receipt.reload')}
            </a>
          ) : (
            <a
              class="ds-button"
              href={`/records/${jti}/receipt`}
              download={`record-${provenance.index}.tlog-proof`}
            >
              {page.t('practices.receipt.download')}
            </a>
          )}
          {!pending && !complete && (
            <a class="ds-link" href={page.path}>
              {page.t('practices.receipt.reload')}
            </a>
          )}
          <a class="ds-link" href={path}>
            {page.t('practices.receipt.see')}
          </a>
          <a class="ds-link" href={`/records/${jti}`}>
            {page.t('practices.history.record')}
          </a>
        </p>
        <h2 class="ds-heading" data-size="xs">
          {page.t('practices.receipt.next')}
        </h2>
        <p>{page.t('practices.receipt.next-what')}</p>
        {act !== 'withdrawn' && (
          <>
            <h2 class="ds-heading" data-size="xs">
              {page.t('practices.receipt.undo')}
            </h2>
            <p>
              <Say
                page={page}
                id="practices.receipt.undo-what"
                with={{
                  revise: (
                    <a class="ds-link" href={`${path}/revise`}>
                      {page.t('practices.receipt.undo-revise')}
                    </a>
                  ),
                  withdraw: (
                    <a class="ds-link" href={`${path}/withdraw`}>
                      {page.t('practices.receipt.undo-withdraw')}
                    </a>
                  ),
                }}
              />
            </p>
          </>
        )}
      </div>
    </Layout>
  );
}
