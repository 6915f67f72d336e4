import type { NodeFace } from '../kernel/web/page.ts';

/**
 * What a seal says of its node. Filled: it said so. Open: it has cosigned. Checked: cosigned, and we checked it here.
 * Waiting: not yet. Failed: the check failed. Plain: nothing, it only names the node.
 */
export type SealState =
  | 'signed'
  | 'cosigned'
  | 'checked'
  | 'waiting'
  | 'failed'
  | 'withdrawn'
  | 'erased'
  | 'plain';

interface SealProps {
  face: NodeFace;
  as: SealState;
  /** sm 24 px, md 32 px, h 48 px, lg 56 px. */
  size?: 'sm' | 'md' | 'h' | 'lg';
}

/** A node's mark in a circle. It is decoration: the words beside it carry the meaning. */
export function Seal({ face, as, size = 'md' }: SealProps) {
  return (
    <svg
      class="kn-seal"
      data-as={as === 'checked' ? 'cosigned' : as}
      data-size={size === 'md' ? undefined : size}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <circle cx="16" cy="16" r="14.7" />
      {as === 'erased' ? <path d="M12 16h8" /> : <use href={`#${face.markId}`} />}
      {as === 'withdrawn' && <path d="M5.6 26.4 26.4 5.6" />}
      {as === 'checked' && <Badge d="m23.7 26 1.7 1.7 3-3.3" />}
      {as === 'failed' && <Badge d="m24 24 4 4m0-4-4 4" />}
    </svg>
  );
}

function Badge({ d }: { d: string }) {
  return (
    <g class="kn-badge">
      <circle cx="26" cy="26" r="6" />
      <path d={d} />
    </g>
  );
}

/** A step without a node of its own: a tick, a circle still open, an exclamation mark, a cross. */
export type DotState = 'done' | 'waiting' | 'late' | 'failed';

const DOT_SIGNS: Record<DotState, string | null> = {
  done: 'm10.5 16.5 3.6 3.6 7.4-8',
  waiting: null,
  late: 'M16 9.5v8m0 4.5v.2',
  failed: 'm11.5 11.5 9 9m0-9-9 9',
};

export function Dot({ as }: { as: DotState }) {
  const sign = DOT_SIGNS[as];
  return (
    <svg class="kn-dot" data-as={as} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <circle cx="16" cy="16" r="11" />
      {sign && <path d={sign} />}
    </svg>
  );
}
