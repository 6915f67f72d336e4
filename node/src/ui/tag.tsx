import type { Child } from 'hono/jsx';
import type { PageContext } from '../kernel/web/page.ts';

/** The status words of the guide: each has its sign and its colour, so that colour never speaks alone. */
const STATUS = {
  agrees: 'good',
  done: 'good',
  unchanged: 'good',
  open: 'good',
  answered: 'good',
  overdue: 'late',
  'closing-soon': 'late',
  'late-answer': 'late',
  'trial-storage': 'late',
  unreachable: 'late',
  'in-progress': 'part',
  'not-confirmed': 'bad',
  problem: 'bad',
  changed: 'bad',
  'two-histories': 'bad',
  refused: 'bad',
  disputed: 'split',
  waiting: 'open',
  planned: 'open',
  draft: 'open',
  'not-started': 'open',
  closed: 'off',
  withdrawn: 'off',
  erased: 'off',
  none: 'off',
} as const;
export type Status = keyof typeof STATUS;

const LOOK = {
  good: { sign: '✓', color: 'success', variant: undefined },
  late: { sign: '!', color: 'warning', variant: undefined },
  bad: { sign: '✕', color: 'danger', variant: undefined },
  split: { sign: '↔', color: 'accent', variant: undefined },
  part: { sign: '◐', color: 'accent', variant: 'outline' },
  open: { sign: '◌', color: 'neutral', variant: 'outline' },
  off: { sign: '–', color: 'neutral', variant: undefined },
} as const;

interface TagProps {
  page: PageContext;
  status: Status;
  /** Words in place of the usual ones: "changed on 3 November". */
  children?: Child;
}

/** A status: sign, word, colour. At most two on an item. */
export function Tag({ page, status, children }: TagProps) {
  const look = LOOK[STATUS[status]];
  return (
    <span class="ds-tag kn-tag" data-color={look.color} data-variant={look.variant}>
      <span class="kn-sign" aria-hidden="true">
        {look.sign}
      </span>
      {children ?? page.t(`ui.status.${status}`)}
    </span>
  );
}
