import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Notice } from '../../../kernel/notices/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Row, Rows, Say, Time } from '../../../ui/index.ts';

interface NewsRowsProps {
  page: PageContext;
  news: readonly Notice[];
  /** Names of nodes by origin URL. */
  names: ReadonlyMap<string, string>;
}

/** What happened: one row for each act, newest first. */
export function NewsRows({ page, news, names }: NewsRowsProps) {
  return (
    <Rows>
      {news.map(({ message, title, path, node, at, jti }) => (
        <Row title={page.t(message, { title: pickText(title, page.locale).text })} href={path}>
          <Say
            page={page}
            id="notifications.news.by"
            with={{ who: names.get(node) ?? new URL(node).host, when: <Time page={page} value={at} /> }}
          />
          {' · '}
          <a class="ds-link" href={`/records/${jti}`}>
            {page.t('notifications.news.record')}
          </a>
        </Row>
      ))}
    </Rows>
  );
}
