import { pickText } from '../../../kernel/i18n/locale.ts';
import type { PageContext, Provenance } from '../../../kernel/web/page.ts';
import {
  EmptyState,
  Facts,
  LangTextBlock,
  LangTextView,
  PageHeading,
  ProvenanceFull,
  Row,
  Rows,
  Time,
  TranslationNote,
} from '../../../ui/index.ts';
import type { MembersWork } from '../read/deeds.ts';
import type { CharterLife, Life } from '../read/life.ts';
import { Frame } from './frame.tsx';
import { ItemNotice } from './item-notice.tsx';
import { SignAction } from './sign-action.tsx';
import { Signers, standingWords } from './signers.tsx';
import { StandingTag } from './standing-tag.tsx';
import { nameOf, word } from './words.ts';

interface CharterPageProps {
  page: PageContext;
  life: Life;
  charter: CharterLife;
  work: MembersWork;
  provenance: Provenance | null;
}

/** A charter: who is bound by it, and each principle with the practices of members that serve it. */
export function CharterPage({ page, life, charter, work, provenance }: CharterPageProps) {
  const { row, standing } = charter;
  const { title, text, principles, adoption, rotation } = row.body;
  const inForce = life.inForce?.row.jti === row.jti;
  return (
    <Frame
      page={page}
      life={life}
      title={pickText(title, page.locale).text}
      canonical={row.own ? undefined : row.sub}
      alternates={[{ type: 'application/json', href: `${row.path}.json` }]}
    >
      <PageHeading over={page.t(inForce ? 'alliances.charter-in-force' : 'alliances.charter')}>
        <LangTextView page={page} text={title} />
      </PageHeading>
      <ItemNotice page={page} row={row} provenance={provenance} counts={standing.state !== 'void'} />
      <Facts
        facts={[
          { label: page.t('alliances.state'), value: <StandingTag page={page} state={standing.state} /> },
          ...(standing.adoptedAt === null
            ? []
            : [
                {
                  label: page.t('alliances.adopted-on'),
                  value: <Time page={page} value={standing.adoptedAt} as="date" />,
                },
              ]),
          { label: page.t('alliances.adoption'), value: word(page, 'rule', adoption) },
          {
            label: page.t('alliances.rotation'),
            value: `${word(page, 'order', rotation.order)}, ${page.t('alliances.months', { count: rotation.months })}`,
          },
        ]}
      />
      <div class="kn-cols kn-section">
        <div class="kn-flow">
          {text !== undefined && <LangTextBlock page={page} text={text} />}
          {principles.map(({ key, title: name, text: about }, i) => (
            <section class="kn-flow" id={key} aria-labelledby={`principle-${i}`}>
              <h2 class="ds-heading" data-size="sm" id={`principle-${i}`}>
                <bdi>{page.format.number(i + 1)}.</bdi> <LangTextView page={page} text={name} />
              </h2>
              {about !== undefined && <LangTextBlock page={page} text={about} />}
              <Practices page={page} work={work} principle={key} />
            </section>
          ))}
        </div>
        <aside class="kn-aside kn-flow" aria-label={page.t('alliances.signatures')}>
          <h2 class="ds-heading" data-size="2xs">
            {page.t('alliances.signatures')}
          </h2>
          <p>{standingWords(page, standing)}</p>
          <Signers page={page} standing={standing} />
          <SignAction page={page} life={life} row={row} standing={standing} />
          <TranslationNote
            page={page}
            text={title}
            by={nameOf(page, row.node)}
            originalHref={`?lang=${title.source}`}
          />
          {provenance && <ProvenanceFull page={page} provenance={provenance} />}
        </aside>
      </div>
    </Frame>
  );
}

function Practices({ page, work, principle }: { page: PageContext; work: MembersWork; principle: string }) {
  const practices = work.practices.filter(({ body }) => body.principles?.includes(principle));
  if (practices.length === 0) return <p class="kn-small kn-muted">{page.t('alliances.no-practices')}</p>;
  return (
    <Rows>
      {practices.map(({ body, node, path }) => (
        <Row
          over={<bdi>{nameOf(page, node)}</bdi>}
          title={<LangTextView page={page} text={body.title} />}
          href={path}
        />
      ))}
    </Rows>
  );
}

/** An alliance whose members have not adopted a charter yet. */
export function NoCharterPage({ page, life }: { page: PageContext; life: Life }) {
  const open = life.charters.find(({ standing }) => standing.state === 'waiting');
  return (
    <Frame page={page} life={life} title={page.t('alliances.charter')}>
      <PageHeading>{page.t('alliances.charter')}</PageHeading>
      <EmptyState
        title={page.t('alliances.no-charter-title')}
        action={
          open && (
            <a class="ds-link" href={open.row.path}>
              {page.t('alliances.charter-waiting')}
            </a>
          )
        }
      >
        {page.t('alliances.no-charter')}
      </EmptyState>
    </Frame>
  );
}
