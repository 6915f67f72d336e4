import type { Assurance } from '../../../kernel/identity/index.ts';
import type { MethodSettings } from '../../../kernel/login/index.ts';
import type { PageContext } from '../../../kernel/web/index.ts';

/** What a login proves, such as "Level of assurance: substantial". */
export function levelWords(page: PageContext, { level, notified }: Assurance): string {
  const name = page.t(`session.level.${level}`);
  return page.t(notified && level !== 'none' ? 'session.level-notified' : 'session.level-is', {
    level: name,
  });
}

/** How pages call a method of login. */
export function methodName(page: PageContext, method: MethodSettings): string {
  if (method.type !== 'openid') return page.t(`session.method.${method.type}`);
  if (typeof method.name === 'string') return method.name;
  return method.name[page.locale] ?? method.name.en ?? Object.values(method.name)[0] ?? method.id;
}
