import type { PageContext } from '../../kernel/web/page.ts';

/** The address of this page with some query parameters changed; `null` takes one away. */
export function addressWith(page: PageContext, changes: Readonly<Record<string, string | null>>): string {
  const [pathname = '/'] = page.path.split('?', 1);
  const query = new URLSearchParams(page.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  const rest = query.toString();
  return rest === '' ? pathname : `${pathname}?${rest}`;
}

/** The address to come back to, without choices that are kept in cookies. */
export function currentAddress(page: PageContext): string {
  return addressWith(page, { lang: null, scheme: null });
}

/** Where one logs in, to come back to this page. */
export function signInAddress(page: PageContext): string {
  const from = currentAddress(page);
  return from === '/' || from.startsWith('/sign-in') ? '/sign-in' : `/sign-in?to=${encodeURIComponent(from)}`;
}
