import { momentOf, zoneWords } from '../../../kernel/calendar/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import {
  Details,
  Facts,
  Fingerprint,
  LangTextBlock,
  LangTextView,
  PageHeading,
  ProvenanceFull,
} from '../../../ui/index.ts';
import type { Life } from '../read/life.ts';
import type { RowOf } from '../read/rows.ts';
import { Frame } from './frame.tsx';
import { ItemNotice } from './item-notice.tsx';
import { meetingTime, nameOf, word } from './words.ts';

interface MeetingPageProps {
  page: PageContext;
  life: Life;
  meeting: RowOf<'meeting'>;
  counts: boolean;
  provenance: Provenance | null;
}

/** A meeting: when and where, what was to be spoken of, and what came of it. */
export function MeetingPage({ page, life, meeting, counts, provenance }: MeetingPageProps) {
  const { body, path, own, state } = meeting;
  const group = life.groups.find(({ row }) => row.sub === body.group?.sub);
  return (
    <Frame
      page={page}
      life={life}
      title={pickText(body.title, page.locale).text}
      canonical={own ? undefined : meeting.sub}
      alternates={[{ type: 'application/json', href: `${path}.json` }]}
    >
      <PageHeading over={`${word(page, 'level', body.level)} · ${nameOf(page, meeting.node)}`}>
        <LangTextView page={page} text={body.title} />
      </PageHeading>
      <ItemNotice page={page} row={meeting} provenance={provenance} counts={counts} />
      <Facts
        facts={[
          {
            label: page.t('alliances.when'),
            value: (
              <>
                <time datetime={momentOf(body.start, body.zone).toISOString()}>
                  {meetingTime(page, body)}
                </time>{' '}
                <bdi class="kn-small kn-muted">
                  {zoneWords(body.zone, momentOf(body.start, body.zone), page.locale)}
                </bdi>
              </>
            ),
          },
          ...(body.place === undefined
            ? []
            : [{ label: page.t('alliances.place'), value: <LangTextView page={page} text={body.place} /> }]),
          ...(body.host === undefined
            ? []
            : [
                {
                  label: page.t('alliances.meeting-host'),
                  value: <LangTextView page={page} text={body.host.name} />,
                },
              ]),
          ...(group === undefined
            ? []
            : [
                {
                  label: page.t('alliances.group'),
                  value: (
                    <a class="ds-link" href={group.row.path}>
                      <LangTextView page={page} text={group.row.body.title} />
                    </a>
                  ),
                },
              ]),
        ]}
      />
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          {body.online !== undefined && (
            <p>
              <a class="ds-link" href={body.online} rel="nofollow">
                {page.t('alliances.online')}
              </a>
            </p>
          )}
          <Agenda page={page} meeting={meeting} />
          <Outputs page={page} meeting={meeting} life={life} />
          <Minutes page={page} meeting={meeting} />
          {own && state === 'live' && page.may('alliances.publish') && (
            <p class="kn-actions">
              <a class="ds-button" href={`${path}/revise`}>
                {page.t('alliances.revise-meeting')}
              </a>
              <a class="ds-link" href={`${path}/withdraw`}>
                {page.t('alliances.withdraw')}
              </a>
            </p>
          )}
        </div>
        <aside class="kn-aside">{provenance && <ProvenanceFull page={page} provenance={provenance} />}</aside>
      </div>
    </Frame>
  );
}

interface PartProps {
  page: PageContext;
  meeting: RowOf<'meeting'>;
}

function Agenda({ page, meeting: { body } }: PartProps) {
  const { agenda = [] } = body;
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('alliances.agenda')}
      </h2>
      {agenda.length === 0 ? (
        <p class="kn-text">{page.t('alliances.no-agenda')}</p>
      ) : (
        <ol class="ds-list kn-text">
          {agenda.map(({ title, text }) => (
            <li>
              <LangTextView page={page} text={title} />
              {text !== undefined && (
                <p class="kn-small">
                  <LangTextView page={page} text={text} />
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function Outputs({ page, meeting: { body }, life }: PartProps & { life: Life }) {
  const { outputs = [] } = body;
  if (outputs.length === 0) return null;
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('alliances.outputs')}
      </h2>
      <ul class="ds-list kn-text">
        {outputs.map(({ title, url, sha256, declaration }) => {
          const text = life.declarations.find(({ row }) => row.sub === declaration)?.row;
          const href = text?.path ?? url;
          return (
            <li>
              {href === undefined ? (
                <LangTextView page={page} text={title} />
              ) : (
                <a class="ds-link" href={href} rel={text === undefined ? 'nofollow' : undefined}>
                  <LangTextView page={page} text={title} />
                </a>
              )}
              {sha256 !== undefined && <Bytes page={page} sha256={sha256} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Minutes({ page, meeting: { body } }: PartProps) {
  const { minutes } = body;
  if (minutes === undefined) return null;
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('alliances.minutes')}
      </h2>
      {minutes.text !== undefined && <LangTextBlock page={page} text={minutes.text} />}
      {minutes.url !== undefined && (
        <p>
          <a class="ds-link" href={minutes.url} rel="nofollow">
            {page.t('alliances.minutes-document')}
          </a>
        </p>
      )}
      {minutes.sha256 !== undefined && <Bytes page={page} sha256={minutes.sha256} />}
    </>
  );
}

function Bytes({ page, sha256 }: { page: PageContext; sha256: string }) {
  return (
    <Details summary={page.t('alliances.fingerprint')}>
      <Fingerprint value={sha256} />
    </Details>
  );
}
