import type { PageContext } from '../../../kernel/web/page.ts';
import { isMemberAt } from '../life/members.ts';
import type { Standing } from '../life/signing.ts';
import type { CharterRow, DeclarationRow, Life, SignatureRow } from '../read/life.ts';

interface SignActionProps {
  page: PageContext;
  life: Life;
  row: CharterRow | DeclarationRow;
  standing: Standing<SignatureRow>;
}

/** What staff can do with a text of all: sign it, take the signature back, or take the text back. */
export function SignAction({ page, life: { periods, successor }, row, standing }: SignActionProps) {
  const member = isMemberAt(periods, page.self.node, page.now) && successor === null;
  if (!member || row.state !== 'live' || standing.state === 'void') return null;
  const own = standing.signers.find(({ node }) => node === page.self.node);
  const signs = page.may('alliances.sign');
  return (
    <p class="kn-actions">
      {signs && own?.state !== 'signed' && (
        <a class="ds-button" href={`${row.path}/sign`}>
          {page.t('alliances.sign')}
        </a>
      )}
      {signs && own?.state === 'signed' && own.signature !== null && (
        <a class="ds-link" href={`${own.signature.row.path}/withdraw`}>
          {page.t('alliances.withdraw-signature')}
        </a>
      )}
      {row.own && page.may('alliances.publish') && (
        <a class="ds-link" href={`${row.path}/withdraw`}>
          {page.t('alliances.withdraw-text')}
        </a>
      )}
    </p>
  );
}
