import type { Clock } from '../clock.ts';

/** What a part of the node says of itself. */
export type HealthState =
  | 'ok'
  | 'starting'
  | 'waiting-for-witness'
  | 'recovering'
  | 'recalling'
  | 'catching-up'
  | 'forked'
  | 'failing'
  | 'trial'
  | 'stopping';

export interface HealthReport {
  state: HealthState;
  detail: string | null;
  since: Date;
}

/** The health of the node by parts: `database`, `log`, `jobs`, … */
export interface Health {
  set(part: string, state: HealthState, detail?: string): void;
  /** Every part, and whether people and partners can rely on the node right now. */
  read(): { ready: boolean; parts: Readonly<Record<string, HealthReport>> };
  /** Since when people and partners cannot rely on the node; null where they can. */
  unreadySince(): Date | null;
}

/** States in which the node serves pages and accepts acts. */
const READY: ReadonlySet<HealthState> = new Set([
  'ok',
  'trial',
  'waiting-for-witness',
  'recovering',
  'recalling',
]);

export function makeHealth(clock: Clock): Health {
  const parts = new Map<string, HealthReport>();
  return {
    set(part, state, detail) {
      const before = parts.get(part);
      const since = before?.state === state ? before.since : clock.now();
      parts.set(part, { state, detail: detail ?? null, since });
    },
    read() {
      const ready = [...parts.values()].every((report) => READY.has(report.state));
      return { ready, parts: Object.fromEntries(parts) };
    },
    unreadySince() {
      const times = [...parts.values()].filter(({ state }) => !READY.has(state)).map(({ since }) => since);
      return times.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
    },
  };
}
