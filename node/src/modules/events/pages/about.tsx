import type { SubjectRow } from '../../../kernel/subjects/index.ts';
import { topicWord } from '../../../kernel/topics/index.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Facts, LangTextView } from '../../../ui/index.ts';
import type { Event } from '../event.ts';

/** Who holds it, where it is, what it is about, and its forms for calendars and programs. */
export function About({ page, event: { body, path } }: { page: PageContext; event: SubjectRow<Event> }) {
  const outside = (url: string, label: Parameters<typeof LangTextView>[0]['text']) => (
    <a class="ds-link" href={url} rel="external nofollow noreferrer">
      <LangTextView page={page} text={label} />
    </a>
  );
  const facts = [
    {
      label: 'hosts',
      value: body.hosts.map(({ name, url }) => (
        <div>{url === undefined ? <LangTextView page={page} text={name} /> : outside(url, name)}</div>
      )),
    },
    ...(body.places ?? []).map(({ name, address, access, url }) => ({
      label: 'place',
      value: (
        <>
          <div>{url === undefined ? <LangTextView page={page} text={name} /> : outside(url, name)}</div>
          {address !== undefined && (
            <div>
              <LangTextView page={page} text={address} />
            </div>
          )}
          {access !== undefined && (
            <div class="kn-small">
              <LangTextView page={page} text={access} />
            </div>
          )}
        </>
      ),
    })),
    body.online !== undefined && {
      label: 'online',
      value: (
        <a class="ds-link" href={body.online} rel="external nofollow noreferrer">
          <bdi dir="ltr">{new URL(body.online).host}</bdi>
        </a>
      ),
    },
    body.topics.length > 0 && {
      label: 'topics',
      value: body.topics.map((topic) => <div>{topicWord(page.t, topic)}</div>),
    },
    (body.related ?? []).length > 0 && {
      label: 'related',
      value: (body.related ?? []).map(({ sub, title }) => <div>{outside(sub, title)}</div>),
    },
    (body.links ?? []).length > 0 && {
      label: 'links',
      value: (body.links ?? []).map(({ url, label }) => <div>{outside(url, label)}</div>),
    },
  ].filter((fact) => fact !== false);
  return (
    <section>
      <h2 class="ds-heading" data-size="2xs">
        {page.t('events.about.title')}
      </h2>
      <Facts
        stacked
        facts={facts.map(({ label, value }) => ({ label: page.t(`events.about.${label}`), value }))}
      />
      <p class="kn-inline kn-small">
        <a class="ds-link" href={`${path}.ics`}>
          {page.t('events.about.calendar')}
        </a>
        <a class="ds-link" href={`${path}.json`}>
          {page.t('events.about.json')}
        </a>
        <a class="ds-link" href={`${path}.jsonld`}>
          {page.t('events.about.jsonld')}
        </a>
      </p>
    </section>
  );
}
