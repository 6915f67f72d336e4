import { pathHere } from '../../kernel/log/headline.ts';

/** Addresses of this module: where a subject is at its origin, and where it is shown here. */

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const PRACTICE = new RegExp(`^/practices/(${UUID})$`);
const ADOPTION = new RegExp(`^/practices/adoptions/(${UUID})$`);

/** Path below the origin; what a `RecordDraft` takes as `sub`. */
export function practicePath(id: string): string {
  return `/practices/${id}`;
}

export function adoptionPath(id: string): string {
  return `/practices/adoptions/${id}`;
}

/** The id in the subject of a practice (an absolute URL, or the path), or null where it is not one. */
export function practiceId(sub: string): string | null {
  return PRACTICE.exec(pathOf(sub))?.[1] ?? null;
}

export function adoptionId(sub: string): string | null {
  return ADOPTION.exec(pathOf(sub))?.[1] ?? null;
}

/** Where the subject is shown at this node: a partner's below `/practices/~<host>`. */
export function placeOf(sub: string, own: boolean): string {
  return pathHere(pathOf(sub), sub, own);
}

/** The slug of a title: its letters and digits in lower case, Latin letters without marks, joined by hyphens. */
export function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .join('-')
    .slice(0, 80)
    .replace(/-+$/, '');
}

function pathOf(sub: string): string {
  return sub.startsWith('/') ? sub : (URL.parse(sub)?.pathname ?? '');
}
