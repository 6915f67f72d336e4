import type { Door, PageContext, Provenance } from '../kernel/web/page.ts';
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
  jti: string;
  provenance: Provenance;
  /** Where it can be put right or taken back; absent where that was just done. */
  undo?: { revise?: string; withdraw?: string } | undefined;
}

/** After an act: what was recorded and when, the receipt, what happens next, and how to undo it. */
export function ReceiptPage(props: ReceiptPageProps) {
  const { page, door, crumbs, heading, title, path, jti, provenance, undo } = props;
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
            ...provenance.cosigners.map(({ face, cosigned: done, at }, i) => ({
              mark: <Seal face={face} as={done ? ('cosigned' as const) : ('waiting' as const)} />,
              title: page.t(done ? 'ui.receipt.cosigned' : 'ui.receipt.cosigning', {
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
        {undo !== undefined && <Undo page={page} {...undo} />}
      </div>
    </Layout>
  );
}

function Undo({ page, revise, withdraw }: { page: PageContext; revise?: string; withdraw?: string }) {
  const link = (href: string, id: string) => (
    <a class="ds-link" href={href}>
      {page.t(id)}
    </a>
  );
  const both = revise !== undefined && withdraw !== undefined;
  return (
    <>
      <h2 class="ds-heading" data-size="xs">
        {page.t('ui.receipt.undo')}
      </h2>
      <p>
        {both ? (
          <Say
            page={page}
            id="ui.receipt.undo-what"
            with={{
              revise: link(revise, 'ui.receipt.undo-revise'),
              withdraw: link(withdraw, 'ui.receipt.undo-withdraw'),
            }}
          />
        ) : (
          withdraw !== undefined && (
            <Say
              page={page}
              id="ui.receipt.undo-by-withdrawal"
              with={{ withdraw: link(withdraw, 'ui.receipt.undo-withdraw') }}
            />
          )
        )}
      </p>
    </>
  );
}
