import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Alert, Chain, LangTextBlock, PageHeading, Say, Seal, Table, Time } from '../../../ui/index.ts';
import type { Term } from '../life/chair.ts';
import type { ChairLife, Life } from '../read/life.ts';
import { Frame } from './frame.tsx';
import { MemberName } from './members.tsx';
import { dayWords, nameOf, word } from './words.ts';

/** Who has the chair, who follows, in which order and by which rule, and who had it before. */
export function ChairPage({ page, life }: { page: PageContext; life: Life }) {
  const title = page.t('alliances.chair');
  const { chair, inForce } = life;
  const rotation = inForce?.row.body.rotation;
  return (
    <Frame page={page} life={life} title={title}>
      <PageHeading lead={page.t('alliances.chair-lead')}>{title}</PageHeading>
      {chair === null ? (
        <p class="kn-text">{page.t('alliances.chair-nobody')}</p>
      ) : (
        <div class="kn-flow">
          <State page={page} chair={chair} />
          <h2 class="ds-heading" data-size="sm">
            {page.t('alliances.chair-order')}
          </h2>
          <p class="kn-text">
            {rotation === undefined
              ? page.t('alliances.chair-no-rule')
              : page.t('alliances.chair-rule', {
                  order: word(page, 'order', rotation.order),
                  term: page.t('alliances.months', { count: rotation.months }),
                })}
          </p>
          <Chain
            steps={chair.order.map((node) => ({
              mark: <Seal face={faceOf(page, node)} as={node === chair.node ? 'signed' : 'plain'} />,
              title: <bdi>{nameOf(page, node)}</bdi>,
              ...(node === chair.node && { detail: page.t('alliances.chair-has') }),
              ...(node === chair.next && { detail: page.t('alliances.chair-follows') }),
            }))}
          />
          <Offers page={page} chair={chair} />
          <Terms page={page} chair={chair} />
          {chair.node === page.self.node && chair.next !== null && page.may('alliances.chair') && (
            <p class="kn-actions">
              <a class="ds-button" href={`${life.alliance.path}/chair/hand-over`}>
                {page.t('alliances.hand-over')}
              </a>
            </p>
          )}
        </div>
      )}
    </Frame>
  );
}

function State({ page, chair }: { page: PageContext; chair: ChairLife }) {
  const { node, acting, term } = chair;
  const end = term.offer?.end;
  const over = end !== undefined && end < page.now.toISOString().slice(0, 10);
  const who = nameOf(page, node);
  if (acting) return <Alert color="info">{page.t('alliances.chair-acting-who', { who })}</Alert>;
  return (
    <p class="kn-lead kn-text">
      {end === undefined
        ? page.t('alliances.chair-is', { who })
        : page.t(over ? 'alliances.chair-over' : 'alliances.chair-until', { who, date: dayWords(page, end) })}
    </p>
  );
}

/** Offers that nobody has answered; the one who is asked can answer here. */
function Offers({ page, chair }: { page: PageContext; chair: ChairLife }) {
  return (
    <>
      {chair.offers.map(({ row, to, start, end, at }) => (
        <section class="kn-panel kn-flow" data-edge="act" aria-label={page.t('alliances.offer')}>
          <h2 class="ds-heading" data-size="2xs">
            {page.t('alliances.offer')}
          </h2>
          <p>
            <Say
              page={page}
              id="alliances.offer-text"
              args={{ start: dayWords(page, start), end: dayWords(page, end) }}
              with={{ who: nameOf(page, to), when: <Time page={page} value={at} as="date" /> }}
            />
          </p>
          {row.body.note !== undefined && <LangTextBlock page={page} text={row.body.note} />}
          <p class="kn-actions">
            {to === page.self.node && page.may('alliances.chair') && (
              <a class="ds-button" href={`${row.path}/answer`}>
                {page.t('alliances.answer-offer')}
              </a>
            )}
            {row.own && page.may('alliances.chair') && (
              <a class="ds-link" href={`${row.path}/withdraw`}>
                {page.t('alliances.withdraw-offer')}
              </a>
            )}
            <a class="ds-link" href={`/records/${row.jti}`}>
              {page.t('ui.receipt.record')}
            </a>
          </p>
        </section>
      ))}
    </>
  );
}

function Terms({ page, chair: { terms } }: { page: PageContext; chair: ChairLife }) {
  return (
    <>
      <h2 class="ds-heading" data-size="sm">
        {page.t('alliances.terms')}
      </h2>
      <Table
        id="terms"
        caption={page.t('alliances.terms-caption')}
        columns={[
          { label: page.t('alliances.chair') },
          { label: page.t('alliances.term') },
          { label: page.t('alliances.took-over') },
        ]}
        rows={terms
          .toReversed()
          .map((term) => [
            <MemberName page={page} node={term.node} />,
            termWords(page, term),
            <Time page={page} value={term.from} as="date" />,
          ])}
      />
    </>
  );
}

function termWords(page: PageContext, { offer }: Term) {
  if (offer === null) return page.t('alliances.term-named');
  return page.t('alliances.term-dates', {
    start: dayWords(page, offer.start),
    end: dayWords(page, offer.end),
  });
}
