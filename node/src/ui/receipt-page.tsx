import type { Child } from 'hono/jsx';
import type { ActReceipt } from '../kernel/log/act-receipt.ts';
import type { Door, PageContext } from '../kernel/web/page.ts';
import { Chain } from './chain.tsx';
import type { Crumb } from './layout/breadcrumb.tsx';
import { Layout } from './layout/layout.tsx';
import { PageHeading } from './page-heading.tsx';
import { Say } from './say.tsx';
import { Dot, Seal } from './seal.tsx';
import { Time } from './time.tsx';

interface ReceiptPageProps {
  page: PageContext;
  door: Door;
  crumbs: readonly Crumb[];
  /** What was done: "The practice is published". */
  heading: string;
  /** What it was done to, and where that is shown. */
  title: string;
  path: string;
  receipt: ActReceipt;
  /** What happens next beside what always does. */
  next?: Child;
  /** How it can be put right, unless that was just done: below its path stand a form to revise it and one to take it back. */
  revisable?: boolean;
  withdrawable?: boolean;
}

/** After an act: what was recorded and when, the receipt, what happens next, and how to undo it. */
export function ReceiptPage(props: ReceiptPageProps) {
  const {
    page,
    door,
    crumbs,
    heading,
    title,
    path,
    receipt,
    next,
    revisable = true,
    withdrawable = true,
  } = props;
  const { jti, done, provenance } = receipt;
  const pending = provenance.state === 'pending';
  const cosigned = provenance.cosigners.filter((cosigner) => cosigner.cosigned).length;
  const complete = !pending && cosigned === provenance.cosigners.length;
  const waits = (i: number) => provenance.cosigners[i]?.cosigned === false;
  return (
    <Layout page={page} title={heading} door={door} crumbs={crumbs} noindex>
      <PageHeading lead={<bdi>{title}</bdi>}>{heading}</PageHeading>
      <div class="kn-flow kn-text">
        <Chain
          steps={[
            {
              mark: <Seal face={page.self} as="signed" />,
              title: page.t('ui.receipt.signed'),
              detail: <Time page={page} value={provenance.signedAt} as="full" />,
              open: pending,
            },
            {
              mark: <Dot as={pending ? 'waiting' : 'done'} />,
              title: pending
                ? page.t('ui.receipt.waiting')
                : page.t('ui.receipt.logged', { index: provenance.index ?? 0 }),
              detail: pending ? page.t('ui.receipt.waiting-what') : page.t('ui.receipt.logged-what'),
              open: waits(0),
            },
            ...provenance.cosigners.map(({ face, cosigned: signed, at }, i) => ({
              mark: <Seal face={face} as={signed ? ('cosigned' as const) : ('waiting' as const)} />,
              title: page.t(signed ? 'ui.receipt.cosigned' : 'ui.receipt.cosigning', {
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
              {page.t('ui.receipt.reload')}
            </a>
          ) : (
            <a
              class="ds-button"
              href={`/records/${jti}/receipt`}
              download={`record-${provenance.index}.tlog-proof`}
            >
              {page.t('ui.receipt.download')}
            </a>
          )}
          {!pending && !complete && (
            <a class="ds-link" href={page.path}>
              {page.t('ui.receipt.reload')}
            </a>
          )}
          <a class="ds-link" href={path}>
            {page.t('ui.receipt.see')}
          </a>
          <a class="ds-link" href={`/records/${jti}`}>
            {page.t('ui.receipt.record')}
          </a>
        </p>
        <h2 class="ds-heading" data-size="xs">
          {page.t('ui.receipt.next')}
        </h2>
        <p>{page.t('ui.receipt.next-what')}</p>
        {next}
        {withdrawable && done !== 'withdrawn' && <Undo page={page} path={path} revisable={revisable} />}
      </div>
    </Layout>
  );
}

function Undo({ page, path, revisable }: { page: PageContext; path: string; revisable: boolean }) {
  const link = (verb: 'revise' | 'withdraw') => (
    <a class="ds-link" href={`${path}/${verb}`}>
      {page.t(`ui.receipt.undo-${verb}`)}
    </a>
  );
  return (
    <>
      <h2 class="ds-heading" data-size="xs">
        {page.t('ui.receipt.undo')}
      </h2>
      <p>
        <Say
          page={page}
          id={revisable ? 'ui.receipt.undo-what' : 'ui.receipt.undo-by-withdrawal'}
          with={{ withdraw: link('withdraw'), ...(revisable && { revise: link('revise') }) }}
        />
      </p>
    </>
  );
}
