import { SUBJECTS, type Thing } from '../subjects.ts';

/** Addresses of a thing, ours and those of partners below `~<host>`; the id is `:id`. */
export function placesOf(thing: Thing): string[] {
  return ['', '/:origin{~[^/]+}'].map((origin) => `/commitments${origin}${below(thing)}:id`);
}

/** The address of a thing of ours. */
export function ownPlace(thing: Thing): string {
  return `/commitments${below(thing)}:id`;
}

function below(thing: Thing): string {
  return SUBJECTS[thing].path.slice('/commitments'.length);
}
