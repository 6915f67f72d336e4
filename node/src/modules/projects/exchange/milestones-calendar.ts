import { dayBefore, endOfDay, lastDayOf } from '../../../kernel/calendar/day.ts';
import type { CalendarDay } from '../../../kernel/calendar/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { packageWords } from '../pages/words.ts';
import type { ProjectItem } from '../read.ts';

/** The last days of a project's milestones. */
export function milestoneDays(page: PageContext, item: ProjectItem): CalendarDay[] {
  const { project, milestones } = item;
  const { zone, title } = project.body;
  const name = pickText(title, page.locale).text;
  const { host } = new URL(project.sub);
  return milestones.map(({ milestone, state, deadline }) => ({
    uid: `${project.id}-${milestone.key}@${host}`,
    zone,
    start: endOfDay(dayBefore(lastDayOf(milestone.deadline)), zone),
    end: deadline,
    title: pickText(milestone.title, page.locale).text,
    description: [
      name,
      ...(milestone.workPackage === undefined ? [] : [packageWords(page, item, milestone.workPackage)]),
      page.t(`ui.status.${state}`),
    ].join('\n'),
    url: `${page.self.node}${project.path}#milestones`,
    sequence: project.version - 1,
    publishedAt: project.publishedAt,
    updatedAt: project.updatedAt,
  }));
}
