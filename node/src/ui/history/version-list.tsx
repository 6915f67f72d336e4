import type { LangText } from '../../kernel/i18n/locale.ts';
import type { Version } from '../../kernel/log/history.ts';
import type { PageContext } from '../../kernel/web/page.ts';
import { LangTextView } from '../lang-text.tsx';
import { Say } from '../say.tsx';
import { Time } from '../time.tsx';

type Noted = { note?: LangText | undefined };

interface HistoryPanelProps {
  page: PageContext;
  /** Where the subject is shown; its history is below. */
  path: string;
  versions: ReadonlyArray<Version<object>>;
  /** Number of the latest version. */
  total: number;
}

/** The latest versions, each with what changed. */
export function HistoryPanel({ page, path, versions, total }: HistoryPanelProps) {
  return (
    <section>
      <h2 class="ds-heading" data-size="2xs">
        {page.t('ui.history.title')}
      </h2>
      <VersionList page={page} path={path} versions={versions} total={total} />
      {versions.length < total && (
        <p class="kn-small">
          <a class="ds-link" href={`${path}/history`}>
            {page.t('ui.history.all', { count: total })}
          </a>
        </p>
      )}
    </section>
  );
}

export function VersionList({ page, path, versions, total }: HistoryPanelProps) {
  return (
    <ol class="kn-list kn-versions kn-small" reversed>
      {versions.map((version) => (
        <li>
          <Say
            page={page}
            id="ui.history.version"
            with={{
              version: (
                <VersionName
                  page={page}
                  path={path}
                  number={version.number}
                  latest={version.number === total}
                />
              ),
              date: <Time page={page} value={version.signedAt} as="date" />,
            }}
          />
          <br />
          <Note page={page} version={version} />{' '}
          {version.number > 1 && (
            <a class="ds-link" href={`${path}/history/${version.number}/changes`}>
              {page.t('ui.history.changes')}
              <span class="ds-sr-only"> {page.t('ui.history.number', { number: version.number })}</span>
            </a>
          )}
        </li>
      ))}
    </ol>
  );
}

function VersionName({
  page,
  path,
  number,
  latest,
}: {
  page: PageContext;
  path: string;
  number: number;
  latest: boolean;
}) {
  const name = <strong>{page.t('ui.history.number', { number })}</strong>;
  return latest ? (
    name
  ) : (
    <a class="ds-link" href={`${path}/history/${number}`}>
      {name}
    </a>
  );
}

function Note({ page, version }: { page: PageContext; version: Version<object> }) {
  if (version.body === null) return <>{page.t('ui.history.erased')}</>;
  const { note } = version.body as Noted;
  if (note !== undefined) return <LangTextView page={page} text={note} />;
  return <>{page.t(version.number === 1 ? 'ui.history.published' : 'ui.history.revised')}</>;
}
