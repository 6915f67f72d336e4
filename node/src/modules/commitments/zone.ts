import type { Kernel } from '../../kernel/kernel.ts';

/** Where the days of a new commitment end, unless it says so itself. */
export function zoneOf({ config }: Pick<Kernel, 'config'>): string {
  return config.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
