import type { Child } from 'hono/jsx';
import type { PageContext, Provenance } from '../../kernel/web/page.ts';
import { Say } from '../say.tsx';
import { Time } from '../time.tsx';

/** Why a check failed, in words; a code that has none yet is shown as it is. */
export function reasonWords(page: PageContext, code: string | null): string {
  const key = REASONS.has(code ?? '') ? code : 'unknown';
  return page.t(`ui.reason.${key}`, { code: code ?? '' });
}

const REASONS = new Set([
  'two-histories',
  'rolled-back',
  'bad-tiles',
  'bad-root',
  'bad-signature',
  'malformed',
  'unknown-key',
  'bad-body',
  'foreign-issuer',
  'foreign-subject',
  'stale-prev',
  'duplicate-jti',
  'bad-time',
  'refused',
]);

/** Why something was erased, in words. */
export function erasureWords(page: PageContext, code: string | null): string {
  const known = ['person-request', 'legal-order', 'mistake', 'retention'].includes(code ?? '');
  return page.t(`ui.erased.${known ? code : 'other'}`);
}

interface WordsProps {
  page: PageContext;
  provenance: Provenance;
  /** Ends in a link to the record (everywhere but on the record's own page). */
  link?: boolean;
}

/** The thread in one or two sentences. They carry all that the seals show. */
export function ProvenanceWords({ page, provenance, link = true }: WordsProps) {
  return (
    <span>
      {sentence(page, provenance)}
      {link && (
        <>
          {' '}
          <RecordLink page={page} provenance={provenance} />
        </>
      )}
    </span>
  );
}

/** "Record 18,204", or "the record" while it has no place. */
export function RecordLink({ page, provenance }: { page: PageContext; provenance: Provenance }) {
  return (
    <a class="ds-link kn-whole" href={provenance.recordPath}>
      {provenance.index === null
        ? page.t('ui.provenance.record')
        : page.t('ui.provenance.record-number', { index: provenance.index })}
    </a>
  );
}

function sentence(page: PageContext, provenance: Provenance): Child {
  const { state, own, origin } = provenance;
  const who = origin.name;
  const when = <Time page={page} value={provenance.signedAt} />;
  const since = provenance.stateAt && <Time page={page} value={provenance.stateAt} />;
  switch (state) {
    case 'failed':
      return (
        <>
          <Say page={page} id="ui.provenance.partner" with={{ who, when }} />{' '}
          <strong>{page.t('ui.provenance.not-confirmed')}</strong> {reasonWords(page, provenance.code)}.
        </>
      );
    case 'withdrawn':
      return (
        <Say
          page={page}
          id={own ? 'ui.provenance.withdrawn-own' : 'ui.provenance.withdrawn'}
          with={{ who, when: since ?? when, reason: provenance.reason ?? '' }}
        />
      );
    case 'erased':
      return (
        <>
          <Say page={page} id="ui.provenance.erased" with={{ when: since ?? when }} />{' '}
          {erasureWords(page, provenance.code ?? provenance.reason)}
        </>
      );
    default:
      return (
        <>
          <Say page={page} id={own ? 'ui.provenance.own' : 'ui.provenance.partner'} with={{ who, when }} />{' '}
          <Cosigned page={page} provenance={provenance} />
        </>
      );
  }
}

/** Witnesses cosign within seconds: one is called silent only when it has had this long. */
const GRACE_MS = 60_000;

function Cosigned({ page, provenance }: { page: PageContext; provenance: Provenance }) {
  const total = provenance.cosigners.length;
  const count = provenance.cosigners.filter((cosigner) => cosigner.cosigned).length;
  const checked = !provenance.own && provenance.checkedAt !== null;
  if (total === 0) return page.t(checked ? 'ui.provenance.checked-only' : 'ui.provenance.no-witness');
  if (count === 0) return page.t(checked ? 'ui.provenance.checked-waiting' : 'ui.provenance.waiting');
  const due = page.now.getTime() - provenance.signedAt.getTime() > GRACE_MS;
  const missing = provenance.cosigners.find((cosigner) => !cosigner.cosigned && cosigner.lastSeenAt !== null);
  return (
    <>
      {page.t(checked ? 'ui.provenance.checked-cosigned' : 'ui.provenance.cosigned', { count, total })}
      {due && missing?.lastSeenAt && (
        <>
          {' '}
          <Say
            page={page}
            id="ui.provenance.no-answer"
            with={{ who: missing.face.name, when: <Time page={page} value={missing.lastSeenAt} /> }}
          />
        </>
      )}
    </>
  );
}
