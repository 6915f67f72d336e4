import type { PageContext } from '../../../kernel/web/index.ts';
import { Table } from '../../../ui/index.ts';

/** What is made in which open format, and who else can read it. Names of formats and programs are the same in every language. */
const FORMATS = [
  ['log', 'https://c2sp.org/tlog-tiles', 'C2SP tlog-tiles', 'Tessera, Sunlight, golang.org/x/mod/sumdb/tlog'],
  ['state', 'https://c2sp.org/tlog-checkpoint', 'C2SP tlog-checkpoint', 'golang.org/x/mod/sumdb/note'],
  ['cosignature', 'https://c2sp.org/tlog-cosignature', 'C2SP tlog-cosignature', 'litewitness, omniwitness'],
  ['receipt', 'https://c2sp.org/tlog-proof', 'C2SP tlog-proof', 'filippo.io/torchwood, @sigstore/verify'],
  ['record', 'https://www.rfc-editor.org/rfc/rfc7515', 'JWS (RFC 7515)', 'jose, PyJWT, go-jose'],
] as const;

/** Nothing here needs our program: the formats are open, and others read them. */
export function OtherSoftware({ page }: { page: PageContext }) {
  return (
    <>
      <p class="kn-text">{page.t('verification.others-text')}</p>
      <Table
        id="formats"
        caption={page.t('verification.others-caption')}
        columns={[
          { label: page.t('verification.others-what') },
          { label: page.t('verification.others-format') },
          { label: page.t('verification.others-software') },
        ]}
        rows={FORMATS.map(([what, href, format, software]) => [
          page.t(`verification.others-${what}`),
          <a class="ds-link" href={href} dir="ltr">
            {format}
          </a>,
          <span dir="ltr">{software}</span>,
        ])}
      />
      <p class="kn-text">
        <a class="ds-link" href="/open-data">
          {page.t('verification.others-addresses')}
        </a>
      </p>
    </>
  );
}
