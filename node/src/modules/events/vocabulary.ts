/** The words that events are sorted by. Records of others may carry more: what is unknown here is kept and shown as it is. */

export const TYPES = ['conference', 'workshop', 'training', 'meeting', 'other'] as const;

/** How one attends, after schema.org/EventAttendanceModeEnumeration. */
export const MODES = ['in-person', 'online', 'hybrid'] as const;

/** After schema.org/EventStatusType, without what an occurrence's own date says. */
export const STATUSES = ['planned', 'confirmed', 'postponed', 'cancelled'] as const;

export const SESSION_KINDS = ['keynote', 'talk', 'panel', 'workshop', 'demonstration', 'break'] as const;

/** The two queues of a registration; a hybrid event has both. */
export const ATTENDANCES = ['in-person', 'online'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** In which ways one can attend an event of a mode; a mode that we do not know has none. */
export function attendancesOf(mode: string): readonly Attendance[] {
  return ATTENDANCES.filter((way) => mode === way || mode === 'hybrid');
}
