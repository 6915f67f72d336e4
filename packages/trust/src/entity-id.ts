import * as z from 'zod';
import { InvalidEntityId } from './error.ts';

const MAX_LENGTH = 2048;

/** Hosts that only this machine can mean, where a trial or a test may go without TLS. */
function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

function safeUrl(text: string): URL | null {
  if (text.length > MAX_LENGTH || !URL.canParse(text)) return null;
  const url = new URL(text);
  const scheme = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
  return scheme && url.username === '' && url.password === '' && url.hash === '' ? url : null;
}

/**
 * Whether a text is an entity identifier: an https URL with no query and no fragment, in its one spelling (lower-case host,
 * no default port, no dot segments). Plain http is for loopback hosts only.
 *
 * @example isEntityId('https://node.example') // true
 */
export function isEntityId(text: string): boolean {
  const url = safeUrl(text);
  if (url === null || /[?#]/.test(text)) return false;
  return url.href === text || (url.pathname === '/' && url.origin === text);
}

/** Entity identifier at the border. */
export const entityIdSchema = z.string().refine(isEntityId, 'is not an entity identifier');
/** An endpoint: as an entity identifier, but with a query if it likes. */
export const endpointSchema = z.string().refine((text) => safeUrl(text) !== null, 'is not an https URL');

/**
 * Where an entity publishes its configuration (OpenID Federation section 9).
 *
 * @throws InvalidEntityId
 * @example configurationUrl('https://host.example/alliances/north')
 * // 'https://host.example/alliances/north/.well-known/openid-federation'
 */
export function configurationUrl(entityId: string): string {
  if (!isEntityId(entityId)) throw new InvalidEntityId(`${entityId} is not an entity identifier`);
  return `${entityId.replace(/\/$/, '')}/.well-known/openid-federation`;
}

/**
 * Where a superior answers with its statement about `subject` (OpenID Federation section 8.1: `sub` is the one parameter).
 *
 * @example fetchUrl('https://anchor.example/federation/fetch', 'https://node.example')
 */
export function fetchUrl(endpoint: string, subject: string): string {
  const url = new URL(endpoint);
  url.searchParams.set('sub', subject);
  return url.href;
}
