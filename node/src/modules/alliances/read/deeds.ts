import { lastDayOf, momentOf } from '../../../kernel/calendar/index.ts';
import type { LangText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { keepWhileUnchanged } from '../../../kernel/log/keep-while-unchanged.ts';
import type { SubjectRow } from '../../../kernel/subjects/index.ts';
import { type Adoption, adoptionsAmong, type Practice, practicesOf } from '../../practices/index.ts';
import type { Deed } from '../life/activity.ts';
import { isMemberAt } from '../life/members.ts';
import type { Life } from './life.ts';
import type { Seen } from './seen.ts';

/** Something that the alliance or one of its members did in it. */
export interface Happening {
  deed: Deed;
  at: Date;
  title: LangText;
  node: string;
  path: string;
}

/** What members published elsewhere at their nodes that belongs to the alliance's work. */
export interface MembersWork {
  /** Practices that name principles of the charter in force. */
  practices: readonly SubjectRow<Practice>[];
  /** Adoptions by one member of what another publishes. */
  adoptions: readonly SubjectRow<Adoption>[];
}

export async function readMembersWork(kernel: Kernel, life: Life): Promise<MembersWork> {
  const nodes = [...new Set(life.periods.map(({ node }) => node))];
  const [practices, adoptions] = await Promise.all([
    practicesOf(kernel, nodes),
    adoptionsAmong(kernel, nodes),
  ]);
  const keys = new Set(life.inForce?.row.body.principles.map(({ key }) => key));
  const then = ({ node, publishedAt }: SubjectRow) => isMemberAt(life.periods, node, publishedAt);
  return {
    practices: practices.filter((row) => then(row) && row.body.principles?.some((key) => keys.has(key))),
    adoptions: adoptions.filter(
      (row) => then(row) && isMemberAt(life.periods, row.body.practice.origin.node, row.publishedAt),
    ),
  };
}

const kept = keepWhileUnchanged<MembersWork>(10_000);

export function keptMembersWork(kernel: Kernel, { shown }: Seen, life: Life): Promise<MembersWork> {
  return kept(kernel, shown, life.alliance.id, () => readMembersWork(kernel, life));
}

/** Everything that was done, newest first. */
export function happeningsOf(life: Life, { practices, adoptions }: MembersWork): Happening[] {
  const all: Happening[] = [
    ...life.meetings.map(({ body, node, path }) => ({
      ...{ deed: 'meeting' as const, at: momentOf(body.start, body.zone), title: body.title, node, path },
    })),
    ...life.declarations.flatMap(({ row: { body, node, path }, standing: { adoptedAt } }) =>
      adoptedAt === null
        ? []
        : [{ deed: 'declaration' as const, at: adoptedAt, title: body.title, node, path }],
    ),
    ...life.contributions.map(({ body, node, path, publishedAt }) => {
      const day = new Date(`${lastDayOf(body.date)}T00:00:00Z`);
      const at = day < publishedAt ? day : publishedAt;
      return { deed: 'contribution' as const, at, title: body.title, node, path };
    }),
    ...practices.map(({ body, node, path, publishedAt: at }) => ({
      ...{ deed: 'practice' as const, at, title: body.title, node, path },
    })),
    ...adoptions.map(({ body, node, path, publishedAt: at }) => ({
      ...{ deed: 'adoption' as const, at, title: body.practice.title, node, path },
    })),
  ];
  return all.sort((a, b) => b.at.getTime() - a.at.getTime());
}
