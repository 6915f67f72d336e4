import type { PageContext } from '../../../kernel/web/page.ts';
import type { CommitmentItem } from '../read.ts';
import { SubjectLinks } from './subject-links.tsx';

/** What one can do with a commitment; nothing is built on what is withdrawn or not confirmed. */
export function CommitmentActions({ page, item }: { page: PageContext; item: CommitmentItem }) {
  const { commitment, said, provenance } = item;
  const { own, path, state, body } = commitment;
  const sound = state === 'live' && provenance.get(commitment.jti)?.state !== 'failed';
  const named = body.leads.some(({ node }) => node !== undefined && new URL(node).origin === page.self.node);
  const accepted = named && said.leads.some((lead) => lead.own);
  const leads = own || accepted;
  const acts = [
    sound && leads && page.may('commitments.report') && 'report',
    sound && !leads && page.may('commitments.assess') && 'assess',
    sound && !own && named && !accepted && page.may('commitments.publish') && 'lead',
  ].filter((act) => act !== false);
  return (
    <p class="kn-actions">
      {acts.map((act, i) => (
        <a class="ds-button" data-variant={i > 0 ? 'secondary' : undefined} href={`${path}/${act}`}>
          {page.t(`commitments.action.${act}`)}
        </a>
      ))}
      <SubjectLinks page={page} row={commitment} />
    </p>
  );
}
