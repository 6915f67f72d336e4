import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Chain, LangTextView, Say, Seal, type SealState, Time } from '../../../ui/index.ts';
import type { Signer, SignerState, Standing } from '../life/signing.ts';
import type { SignatureRow } from '../read/life.ts';
import { namesOf } from './words.ts';

const SEALS: Record<SignerState, SealState> = {
  signed: 'signed',
  waiting: 'waiting',
  unread: 'waiting',
  withdrawn: 'withdrawn',
  left: 'erased',
};

interface SignersProps {
  page: PageContext;
  standing: Standing<SignatureRow>;
}

/** Who has signed, along the thread: a filled seal for each signature, a dashed one for each that is still waited for. */
export function Signers({ page, standing: { signers } }: SignersProps) {
  return (
    <Chain
      steps={signers.map((signer, i) => ({
        mark: <Seal face={faceOf(page, signer.node)} as={SEALS[signer.state]} />,
        title: <bdi>{faceOf(page, signer.node).name}</bdi>,
        detail: <Detail page={page} signer={signer} />,
        open: signers[i + 1] !== undefined && signers[i + 1]?.state !== 'signed',
      }))}
    />
  );
}

function Detail({
  page,
  signer: { state, signature, asked },
}: {
  page: PageContext;
  signer: Signer<SignatureRow>;
}) {
  if (signature === null)
    return <>{page.t(`alliances.signer.${asked || state !== 'waiting' ? state : 'later'}`)}</>;
  const { row, withdrawnAt } = signature;
  return (
    <>
      <Say
        page={page}
        id={`alliances.signer.${state}`}
        with={{ when: <Time page={page} value={withdrawnAt ?? signature.at} /> }}
      />{' '}
      <a class="ds-link" href={`/records/${row.jti}`}>
        {page.t('alliances.signer.record')}
      </a>
      {row.body.remark !== undefined && (
        <>
          <br />
          <LangTextView page={page} text={row.body.remark} />
        </>
      )}
    </>
  );
}

/** The same in one line for lists: small seals, and the words. */
export function SignersLine({ page, standing }: SignersProps) {
  return (
    <span class="kn-prov">
      <span class="kn-seals">
        {standing.signers.slice(0, 10).map(({ node, state }) => (
          <Seal face={faceOf(page, node)} as={SEALS[state]} size="sm" />
        ))}
      </span>
      <span>{standingWords(page, standing)}</span>
    </span>
  );
}

/** Who has signed and whom it waits for, in a sentence. */
export function standingWords(page: PageContext, { signers }: Standing<SignatureRow>): string {
  const wanted = signers.filter(({ asked, state }) => asked && state !== 'left');
  const signed = wanted.filter(({ state }) => state === 'signed').length;
  const waiting = wanted
    .filter(({ state }) => state === 'waiting' || state === 'unread')
    .map(({ node }) => node);
  const counts = page.t('alliances.signed-of', { signed, of: wanted.length });
  if (waiting.length === 0) return counts;
  return `${counts} ${page.t('alliances.waiting-for', { who: namesOf(page, waiting.slice(0, 5)), more: Math.max(0, waiting.length - 5) })}`;
}
