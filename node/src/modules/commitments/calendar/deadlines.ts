import { dayBefore, endOfDay, isPartialDate, lastDayOf } from '../../../kernel/calendar/day.ts';
import type { CalendarDay } from '../../../kernel/calendar/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { statusWord } from '../pages/words.ts';
import type { WholeCommitment } from '../read.ts';

interface Words {
  page: PageContext;
  /** Origin of this node: where the links lead. */
  node: string;
  /** Names of nodes by origin URL. */
  names: ReadonlyMap<string, string>;
}

/** The last days of a commitment and of its milestones, as far as they are dates. */
export function deadlinesOf(item: WholeCommitment, { page, node, names }: Words): CalendarDay[] {
  const { body, id, sub, path, version, publishedAt, updatedAt, status } = item;
  const { zone, end, milestones, title } = body;
  const say = (text: typeof title) => pickText(text, page.locale).text;
  const { host } = new URL(sub);
  const promise = [
    say(title),
    names.get(item.node) ?? host,
    status === null ? page.t('commitments.status.unreported') : statusWord(page, status),
  ];
  const common = { zone, sequence: version - 1, publishedAt, updatedAt };
  const whole = {
    ...common,
    uid: `${id}@${host}`,
    title: say(title),
    description: promise.slice(1).join('\n'),
    url: node + path,
  };
  const steps = milestones.map(({ key, title: step, deadline }) => ({
    date: deadline,
    day: {
      ...common,
      uid: `${id}-${key}@${host}`,
      title: say(step),
      description: promise.join('\n'),
      url: `${node}${path}#milestones`,
    },
  }));
  return [{ date: end, day: whole }, ...steps].flatMap(({ date, day }) =>
    date !== undefined && isPartialDate(date) ? [{ ...day, ...lastDay(date, zone) }] : [],
  );
}

function lastDay(date: string, zone: string): { start: Date; end: Date } {
  return { start: endOfDay(dayBefore(lastDayOf(date)), zone), end: endOfDay(date, zone) };
}
