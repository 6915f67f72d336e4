/** Names of the kinds of record; the kinds themselves are in `records.ts`. */
export const EVENT = 'events/event@1';
export const OUTCOME = 'events/outcome@1';

/** Name of the form whose drafts become events. */
export const EVENT_FORM = 'events/event';
