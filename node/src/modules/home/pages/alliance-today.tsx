import type { PageContext, ThreadState } from '../../../kernel/web/page.ts';
import { reasonWords, Say, Seal, type SealState, type Status, Tag, Time } from '../../../ui/index.ts';
import type { Home } from '../read.ts';

type State = ThreadState['partners'][number]['state'];

const LOOK: Record<State, { seal: SealState; status: Status }> = {
  agrees: { seal: 'cosigned', status: 'agrees' },
  waiting: { seal: 'waiting', status: 'waiting' },
  unreachable: { seal: 'waiting', status: 'unreachable' },
  alarm: { seal: 'failed', status: 'not-confirmed' },
};

/** Every log of the alliance, how long it is, and whether it agrees. */
export function AllianceToday({ page, home }: { page: PageContext; home: Home }) {
  const { self, thread } = page;
  const cosigned = home.witnessing.some((one) => one.node === self.node);
  const checks = thread.partners.flatMap(({ lastOkAt }) => (lastOkAt === null ? [] : [lastOkAt.getTime()]));
  return (
    <section class="kn-flow">
      <h2 class="ds-heading" data-size="sm">
        {page.t('home.today')}
      </h2>
      <ul class="kn-list kn-nodes">
        <li>
          <Seal face={self} as="signed" />
          <NodeWords page={page} name={self.name} href="/log" size={home.sizes.get(self.node) ?? 0} />
          {thread.state !== 'alone' && <Tag page={page} status={cosigned ? 'agrees' : 'waiting'} />}
        </li>
        {thread.partners.map((partner) => (
          <li>
            <Seal face={partner} as={LOOK[partner.state].seal} />
            <NodeWords
              page={page}
              name={partner.name}
              href={`/partners/${partner.host}`}
              size={home.sizes.get(partner.node) ?? 0}
            />
            <Tag page={page} status={LOOK[partner.state].status}>
              {partner.state === 'alarm' ? reasonWords(page, partner.code) : undefined}
            </Tag>
          </li>
        ))}
      </ul>
      <p class="kn-small kn-muted">
        {checks.length > 0 && (
          <>
            <Say
              page={page}
              id="home.today-checked"
              with={{ when: <Time page={page} value={new Date(Math.max(...checks))} /> }}
            />{' '}
          </>
        )}
        {thread.state !== 'alone' &&
          (home.lastAlarm === null ? (
            page.t('home.today-no-alarm')
          ) : (
            <Say
              page={page}
              id="home.today-alarm"
              with={{ when: <Time page={page} value={home.lastAlarm} as="date" /> }}
            />
          ))}
      </p>
    </section>
  );
}

interface NodeWordsProps {
  page: PageContext;
  name: string;
  href: string;
  size: number;
}

function NodeWords({ page, name, href, size }: NodeWordsProps) {
  return (
    <p>
      <a class="ds-link" href={href}>
        <strong>
          <bdi>{name}</bdi>
        </strong>
      </a>
      <br />
      <span class="kn-small kn-muted">{page.t('home.records', { count: size })}</span>
    </p>
  );
}
