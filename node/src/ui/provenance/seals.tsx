import type { PageContext, Provenance } from '../../kernel/web/page.ts';
import { Seal, type SealState } from '../seal.tsx';

/** More cosigners than this are shown as the first three and a count. */
const MOST_SEALS = 5;
const FIRST_SEALS = 3;

/** What the author's seal shows. */
export function authorSeal(provenance: Provenance): SealState {
  switch (provenance.state) {
    case 'failed':
    case 'withdrawn':
    case 'erased':
      return provenance.state;
    default:
      return 'signed';
  }
}

type Cosigner = Provenance['cosigners'][number];

/** Ours first, then the others: the order in which every page names them. */
export function orderedCosigners(page: PageContext, provenance: Provenance): readonly Cosigner[] {
  const ours = (cosigner: Cosigner) => cosigner.face.node === page.self.node;
  return [...provenance.cosigners.filter(ours), ...provenance.cosigners.filter((one) => !ours(one))];
}

/** What a checker's seal shows: ours has a tick where we checked the content, not only the growth of the log. */
export function cosignerSeal(page: PageContext, provenance: Provenance, cosigner: Cosigner): SealState {
  if (provenance.state === 'failed') return 'waiting';
  const ours = cosigner.face.node === page.self.node;
  if (ours && !provenance.own && provenance.checkedAt !== null) return 'checked';
  return cosigner.cosigned ? 'cosigned' : 'waiting';
}

interface SealsProps {
  page: PageContext;
  provenance: Provenance;
  /** Leaves out the author, who then stands elsewhere. */
  checkersOnly?: boolean;
}

/** Author, us, others on a short piece of thread. An erased record keeps only its empty place. */
export function ProvenanceSeals({ page, provenance, checkersOnly = false }: SealsProps) {
  const cosigners = provenance.state === 'erased' ? [] : orderedCosigners(page, provenance);
  const shown = cosigners.length > MOST_SEALS ? cosigners.slice(0, FIRST_SEALS) : cosigners;
  return (
    <span class="kn-seals" data-broken={provenance.state === 'failed' || undefined}>
      {!checkersOnly && <Seal face={provenance.origin} as={authorSeal(provenance)} size="sm" />}
      {shown.map((cosigner) => (
        <Seal face={cosigner.face} as={cosignerSeal(page, provenance, cosigner)} size="sm" />
      ))}
      {shown.length < cosigners.length && (
        <span class="kn-more">+{page.format.number(cosigners.length - shown.length)}</span>
      )}
    </span>
  );
}
