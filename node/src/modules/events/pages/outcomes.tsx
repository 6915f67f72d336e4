import type { SubjectRow } from '../../../kernel/subjects/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Fingerprint, LangTextBlock, LangTextView, Say, Time } from '../../../ui/index.ts';
import type { Outcome } from '../outcome.ts';

interface OutcomesProps {
  page: PageContext;
  outcomes: readonly SubjectRow<Outcome>[];
}

/** What came of the event, as its host said it. */
export function Outcomes({ page, outcomes }: OutcomesProps) {
  return (
    <>
      {outcomes.map(({ id, path, jti, publishedAt, own, body }, i) => (
        <section class="kn-panel kn-flow" data-edge="thread" id={`outcome-${id}`}>
          <h2 class="ds-heading" data-size="sm">
            {page.t('events.outcome.title', { number: i + 1, of: outcomes.length })}
          </h2>
          <LangTextBlock page={page} text={body.summary} />
          {body.attended !== undefined && (
            <p>{page.t('events.outcome.attended', { count: body.attended })}</p>
          )}
          <Recordings page={page} recordings={body.recordings ?? []} />
          <Documents page={page} documents={body.documents ?? []} />
          <p class="kn-small">
            <Say
              page={page}
              id="events.outcome.said"
              with={{
                when: <Time page={page} value={publishedAt} as="date" />,
                record: (
                  <a class="ds-link" href={`/records/${jti}`}>
                    {page.t('events.outcome.record')}
                  </a>
                ),
              }}
            />{' '}
            {own && page.may('events.publish') && (
              <a class="ds-link" href={`${path}/revise`}>
                {page.t('events.outcome.revise')}
              </a>
            )}
          </p>
        </section>
      ))}
    </>
  );
}

function Recordings({
  page,
  recordings,
}: {
  page: PageContext;
  recordings: NonNullable<Outcome['recordings']>;
}) {
  if (recordings.length === 0) return null;
  const languages = (tags: readonly string[]) =>
    page.format.list(tags.map((tag) => page.format.language(tag)));
  return (
    <>
      <h3 class="ds-heading" data-size="2xs">
        {page.t('events.outcome.recordings')}
      </h3>
      <ul class="ds-list">
        {recordings.map(({ label, url, languages: spoken = [], subtitles = [] }) => (
          <li>
            <a class="ds-link" href={url} rel="external nofollow noreferrer">
              <LangTextView page={page} text={label} />
            </a>
            {spoken.length > 0 && <span class="kn-muted"> · {languages(spoken)}</span>}
            {subtitles.length > 0 && (
              <span class="kn-muted">
                {' · '}
                {page.t('events.outcome.subtitles', { languages: languages(subtitles) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Documents({ page, documents }: { page: PageContext; documents: NonNullable<Outcome['documents']> }) {
  if (documents.length === 0) return null;
  return (
    <>
      <h3 class="ds-heading" data-size="2xs">
        {page.t('events.outcome.documents')}
      </h3>
      <ul class="ds-list">
        {documents.map(({ label, url, sha256, size }) => (
          <li>
            <a class="ds-link" href={url} rel="external nofollow noreferrer">
              <LangTextView page={page} text={label} />
            </a>
            {size !== undefined && <span class="kn-muted"> · {page.format.bytes(size)}</span>}
            {sha256 === undefined ? (
              <span class="kn-muted"> · {page.t('events.outcome.no-fingerprint')}</span>
            ) : (
              <span class="kn-muted">
                {' · '}
                <Say
                  page={page}
                  id="events.outcome.fingerprint"
                  with={{ print: <Fingerprint value={sha256} /> }}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
