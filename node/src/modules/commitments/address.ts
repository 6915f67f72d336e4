import { pathHere } from '../../kernel/log/headline.ts';

/** What has an address in this module, and the path before its id. */
export const PLACES = {
  plan: '/commitments/plans/',
  commitment: '/commitments/',
  lead: '/commitments/leads/',
  report: '/commitments/reports/',
  assessment: '/commitments/assessments/',
  reference: '/commitments/references/',
} as const;
export type Thing = keyof typeof PLACES;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Path below the origin; what a `RecordDraft` takes as `sub`. */
export function pathOf(thing: Thing, id: string): string {
  return PLACES[thing] + id;
}

/** The id in the subject of a thing (an absolute URL, or the path), or null where it is not one. */
export function idOf(thing: Thing, sub: string): string | null {
  const path = sub.startsWith('/') ? sub : (URL.parse(sub)?.pathname ?? '');
  const id = path.startsWith(PLACES[thing]) ? path.slice(PLACES[thing].length) : '';
  return UUID.test(id) ? id : null;
}

/** Where the subject is shown at this node: a partner's below `/commitments/~<host>`. */
export function placeOf(sub: string, own: boolean): string {
  return pathHere(new URL(sub).pathname, sub, own);
}
