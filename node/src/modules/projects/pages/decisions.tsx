import { pickText } from '../../../kernel/i18n/locale.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  LangTextBlock,
  LangTextView,
  ProvenanceEdge,
  Seal,
  type Status,
  Table,
  Tag,
} from '../../../ui/index.ts';
import type { Tally } from '../computed/tally.ts';
import type { DecisionItem, ProjectItem } from '../read.ts';
import { deadlineOf } from '../read.ts';
import { lastDay, memberFace } from './words.ts';

const TAGS: Record<Tally['state'], Status> = { taken: 'done', open: 'waiting', failed: 'closed' };

/** What was put to the members, and what the record of each says. */
export function Decisions({ page, item }: { page: PageContext; item: ProjectItem }) {
  if (item.decisions.length === 0) return null;
  return (
    <section class="kn-flow" id="decisions">
      <h2 class="ds-heading" data-size="sm">
        {page.t('projects.decisions.title')}
      </h2>
      {item.decisions.map((one, place) => (
        <DecisionView page={page} item={item} one={one} place={place + 1} />
      ))}
    </section>
  );
}

interface DecisionProps {
  page: PageContext;
  item: ProjectItem;
  one: DecisionItem;
  place: number;
}

function DecisionView({ page, item, one, place }: DecisionProps) {
  const { decision, tally, notAsked } = one;
  const { title, text, options, rule, deadline, zone } = decision.body;
  const provenance = item.provenance.get(decision.jti);
  const named = (key: string | null) => {
    const option = options.find((choice) => choice.key === key);
    return option === undefined ? null : pickText(option.title, page.locale).text;
  };
  const asked = tally.votes.some(({ node }) => node === page.self.node);
  const content = (
    <div class="kn-flow" id={`decision-${decision.id}`}>
      <h3 class="ds-heading" data-size="2xs">
        <LangTextView page={page} text={title} />
      </h3>
      <p>
        <Tag page={page} status={TAGS[tally.state]}>
          {page.t(`projects.decision.${tally.state}`)}
        </Tag>
      </p>
      {tally.option !== null && (
        <p>
          <strong>
            {page.t('projects.decision.outcome')} <bdi>{named(tally.option)}</bdi>
          </strong>
        </p>
      )}
      <LangTextBlock page={page} text={text} />
      <p class="kn-small kn-muted">
        {page.t(`projects.rule.${rule}`)}{' '}
        {deadline !== undefined &&
          page.t('projects.decision.until', { date: lastDay(page, deadlineOf({ deadline, zone })) })}
      </p>
      <Table
        id={`votes-${place}`}
        caption={page.t('projects.decision.votes', { title: pickText(title, page.locale).text })}
        columns={['node', 'option', 'record'].map((name) => ({
          label: page.t(`projects.members.${name}`),
        }))}
        rows={tally.votes.map(({ node, option, jti }) => [
          <span class="kn-marked">
            <Seal face={memberFace(page, item, node)} as={jti === null ? 'waiting' : 'signed'} />
            <bdi>{memberFace(page, item, node).name}</bdi>
          </span>,
          option === null ? page.t('projects.decision.silent') : <bdi>{named(option)}</bdi>,
          jti === null ? (
            '–'
          ) : (
            <a class="ds-link" href={`/records/${jti}`}>
              {page.t('projects.members.see')}{' '}
              <span class="ds-sr-only">
                <bdi>{memberFace(page, item, node).name}</bdi>
              </span>
            </a>
          ),
        ])}
      />
      {notAsked.length > 0 && (
        <p class="kn-small">
          {page.t('projects.decision.not-asked', {
            who: page.format.list(notAsked.map((node) => memberFace(page, item, node).name)),
          })}
        </p>
      )}
      <p class="kn-actions">
        {asked && page.may('projects.decide') && (
          <a class="ds-button" data-variant="secondary" href={`${decision.path}/vote`}>
            {page.t('projects.action.vote')}
          </a>
        )}
        {decision.own && page.may('projects.decide') && (
          <a class="ds-link" href={`${decision.path}/withdraw`}>
            {page.t('projects.action.withdraw')}
          </a>
        )}
      </p>
    </div>
  );
  return provenance === undefined ? (
    content
  ) : (
    <ProvenanceEdge page={page} provenance={provenance}>
      {content}
    </ProvenanceEdge>
  );
}
