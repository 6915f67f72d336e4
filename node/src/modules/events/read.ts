export { eventsForCalendar } from './read/calendar.ts';
export { type EventItem, loadEvent, outcomesOf } from './read/event.ts';
export { countFacets } from './read/facets.ts';
export { type EventRow, listEvents } from './read/list.ts';
export {
  type Counts,
  type ListedRegistration,
  listRegistrations,
  type OwnRegistration,
  readOwnRegistration,
} from './read/registrations.ts';
