import { faceOf } from '../../../kernel/web/face.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { Seal, Table, Time } from '../../../ui/index.ts';
import { membersAt } from '../life/members.ts';
import type { Life } from '../read/life.ts';

interface MembersProps {
  page: PageContext;
  life: Life;
  /** Only those who have this trust mark. */
  mark?: string;
}

/** Who belongs to an alliance, since when, and what it lets each of them do. */
export function Members({ page, life: { alliance, periods }, mark }: MembersProps) {
  const has = (node: string) => alliance.marks.filter((one) => one.node === node).map(({ name }) => name);
  const members = membersAt(periods, page.now).filter(
    (node) => mark === undefined || has(node).includes(mark),
  );
  return (
    <Table
      id="members"
      caption={page.t('alliances.members-caption')}
      columns={['member-name', 'since', 'may'].map((column) => ({ label: page.t(`alliances.${column}`) }))}
      rows={members.map((node) => [
        <MemberName page={page} node={node} />,
        <Time
          page={page}
          value={periods.findLast((one) => one.node === node)?.from ?? alliance.founded}
          as="date"
        />,
        has(node).length === 0
          ? page.t('alliances.no-marks')
          : has(node).map((name, i) => (
              <>
                {i > 0 && ' · '}
                <a class="ds-link" href={`${alliance.path}/marks/${name}`}>
                  {markName(page, name)}
                </a>
              </>
            )),
      ])}
    />
  );
}

/** A node with its seal; a partner's name leads to its page. */
export function MemberName({ page, node }: { page: PageContext; node: string }) {
  const face = faceOf(page, node);
  const partner = page.thread.partners.some((one) => one.node === node);
  return (
    <span class="kn-who">
      <Seal face={face} as="plain" size="sm" />
      {partner ? (
        <a class="ds-link" href={`/partners/${face.host}`}>
          <bdi>{face.name}</bdi>
        </a>
      ) : (
        <bdi>{face.name}</bdi>
      )}
    </span>
  );
}

const KNOWN = new Set(['votes-across-borders', 'shares-threat-reports']);

/** What people call a mark; one of the alliance's own is called as it calls it. */
export function markName(page: PageContext, name: string) {
  return KNOWN.has(name) ? page.t(`alliances.mark.${name}`) : <code dir="ltr">{name}</code>;
}
