import type { Child } from 'hono/jsx';
import { DOORS, type Door, type PageContext, type ThreadState } from '../../kernel/web/page.ts';
import { reasonWords } from '../provenance/words.tsx';
import { Say } from '../say.tsx';
import { Seal, type SealState } from '../seal.tsx';
import { Time } from '../time.tsx';

/** More partners than this are shown as the first three and a count. */
const MOST_SEALS = 5;
const FIRST_SEALS = 3;

type ThreadPartner = ThreadState['partners'][number];

const SEALS: Record<ThreadPartner['state'], SealState> = {
  agrees: 'cosigned',
  waiting: 'waiting',
  unreachable: 'waiting',
  alarm: 'failed',
};

/** The thread of the alliance: our seal, the state in words, the partners' seals. */
export function Masthead({ page }: { page: PageContext }) {
  const { partners, state } = page.thread;
  const alarmsFirst = [...partners].sort((a, b) => Number(b.state === 'alarm') - Number(a.state === 'alarm'));
  const shown = partners.length > MOST_SEALS ? alarmsFirst.slice(0, FIRST_SEALS) : partners;
  return (
    <div class="kn-thread" data-state={state}>
      <div class="kn-wrap">
        <a class="kn-brand" href="/">
          <Seal face={page.self} as="signed" size="lg" />
          <bdi>{page.self.name}</bdi>
        </a>
        <p class="kn-state">{stateWords(page)}</p>
        {shown.length > 0 && (
          <ul class="kn-list kn-partners" aria-label={page.t('ui.thread.partners')}>
            {shown.map((partner) => (
              <li>
                <a href={`/partners/${partner.host}`} aria-label={partnerLabel(page, partner)}>
                  <Seal face={partner} as={SEALS[partner.state]} />
                </a>
              </li>
            ))}
            {shown.length < partners.length && (
              <li>
                <a class="ds-link kn-more" href="/partners">
                  +{page.format.number(partners.length - shown.length)}
                </a>
              </li>
            )}
          </ul>
        )}
      </div>
    </div>
  );
}

function partnerLabel(page: PageContext, partner: ThreadPartner): string {
  return page.t('ui.thread.partner', { name: partner.name, state: page.t(`ui.thread.is.${partner.state}`) });
}

/** "All 3 logs agree", or what is wrong and with whom. */
function stateWords(page: PageContext): Child {
  const { partners, state } = page.thread;
  const count = partners.length + 1;
  const bad = partners.filter((partner) => partner.state !== 'agrees');
  const [first] = bad;
  if (state === 'alone')
    return (
      <a class="ds-link" href="/partners">
        {page.t('ui.thread.alone')}
      </a>
    );
  if (state === 'agrees' || first === undefined) {
    return (
      <a class="ds-link" href="/partners">
        {page.t('ui.thread.agree', { count })}
      </a>
    );
  }
  const alarm = bad.find((partner) => partner.state === 'alarm');
  if (alarm !== undefined) {
    return (
      <a class="ds-link kn-alarm" href={`/partners/${alarm.host}`}>
        <Say
          page={page}
          id="ui.thread.alarm"
          args={{ reason: reasonWords(page, alarm.code) }}
          with={{ who: alarm.name }}
        />
      </a>
    );
  }
  if (bad.length > 1) {
    return (
      <a class="ds-link" href="/partners">
        {page.t('ui.thread.some', { agree: count - bad.length, count })}
      </a>
    );
  }
  return (
    <a class="ds-link" href={`/partners/${first.host}`}>
      {first.lastOkAt === null ? (
        <Say page={page} id="ui.thread.first-check" with={{ who: first.name }} />
      ) : (
        <Say
          page={page}
          id="ui.thread.last-reached"
          with={{ who: first.name, when: <Time page={page} value={first.lastOkAt} /> }}
        />
      )}
    </a>
  );
}

/** The five doors, the same at every node. */
export function Doors({ page, current }: { page: PageContext; current?: Door | undefined }) {
  return (
    <nav class="kn-nav kn-wrap" aria-label={page.t('ui.nav.label')}>
      <ul class="kn-list">
        {DOORS.map((door) => (
          <li>
            <a href={`/${door}`} aria-current={door === current ? 'true' : undefined}>
              {page.t(`ui.door.${door}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
