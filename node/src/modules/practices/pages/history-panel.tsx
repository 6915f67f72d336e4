import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { Version } from '../../../kernel/log/history.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { LangTextView, Say, Time } from '../../../ui/index.ts';

type Noted = { note?: LangText | undefined };

interface HistoryPanelProps {
  page: PageContext;
  /** Where the subject is shown; its history is below. */
  path: string;
  versions: ReadonlyArray<Version<Noted>>;
  /** Number of the latest version. */
  total: number;
}

/** The latest versions, each with what changed. */
export function HistoryPanel({ page, path, versions, total }: HistoryPanelProps) {
  return (
    <section>
      <h2 class="ds-heading" data-size="2xs">
        {page.t('practices.history.title')}
      </h2>
      <VersionList page={page} path={path} versions={versions} total={total} />
      {versions.length < total && (
        <p class="kn-small">
          <a class="ds-link" href={`${path}/history`}>
            {page.t('practices.history.all', { count: total })}
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
            id="practices.history.version"
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
              {page.t('practices.history.changes')}
              <span class="ds-sr-only">
                {' '}
                {page.t('practices.history.number', { number: version.number })}
              </span>
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
  const name = <strong>{page.t('practices.history.number', { number })}</strong>;
  return latest ? (
    name
  ) : (
    <a class="ds-link" href={`${path}/history/${number}`}>
      {name}
    </a>
  );
}

function Note({ page, version }: { page: PageContext; version: Version<Noted> }) {
  if (version.body === null) return <>{page.t('practices.history.erased')}</>;
  if (version.body.note !== undefined) return <LangTextView page={page} text={version.body.note} />;
  return <>{page.t(version.number === 1 ? 'practices.history.published' : 'practices.history.revised')}</>;
}
