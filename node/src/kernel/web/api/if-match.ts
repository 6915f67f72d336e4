import { MalformedRequest } from '../error.ts';

/** The versions that a request accepts: any, or those whose strong tags it names (RFC 9110, 13.1.1). */
export type IfMatch = '*' | readonly string[];

/** entity-tag = [ "W/" ] DQUOTE *etagc DQUOTE (RFC 9110, 8.8.3). */
const TAG = /^[ \t]*(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"[ \t]*$/;

/** Reads `If-Match`; null where it is absent. A weak tag is read and matches nothing. @throws MalformedRequest */
export function readIfMatch(header: string | undefined): IfMatch | null {
  if (header === undefined) return null;
  if (header.trim() === '*') return '*';
  const strong: string[] = [];
  let tags = 0;
  // A tag may hold a comma: cut only where the quotes are closed. Lists may have empty elements (RFC 9110, 5.6.1).
  for (const element of header.match(/(?:[^",]|"[^"]*"?)+/g) ?? []) {
    if (element.trim() === '') continue;
    const tag = TAG.exec(element);
    if (tag === null) throw new MalformedRequest('If-Match is neither * nor a list of entity tags in quotes');
    tags++;
    if (tag[1] === undefined) strong.push(tag[2] ?? '');
  }
  if (tags === 0) throw new MalformedRequest('If-Match is neither * nor a list of entity tags in quotes');
  return strong;
}

export function matches(ifMatch: IfMatch, current: string): boolean {
  return ifMatch === '*' || ifMatch.includes(current);
}
