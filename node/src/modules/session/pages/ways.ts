import type { MethodSettings } from '../../../kernel/login/index.ts';
import type { NodeFace } from '../../../kernel/web/index.ts';

/** The ways to log in that this node offers now. */
export interface Ways {
  /** Login methods of the node, in the order of its settings; those that cannot work here are left out. */
  methods: readonly MethodSettings[];
  homes: readonly NodeFace[];
  /** The home node that was chosen last in this browser. */
  remembered: NodeFace | null;
}

/** What was on the way when somebody had to log in. */
export interface LoginPurpose {
  /** Where to go afterwards. */
  to: string;
  /** The level that is needed there; null: any. */
  level: string | null;
  /** The node that asks, where the login is for another one. */
  asking: NodeFace | null;
}

/** The address of a way to log in, with what was on the way. */
export function wayTo(path: string, { to, level }: LoginPurpose): string {
  const query = new URLSearchParams();
  if (to !== '/') query.set('to', to);
  if (level !== null) query.set('level', level);
  const rest = query.toString();
  return rest === '' ? path : `${path}?${rest}`;
}
