import type { Child } from 'hono/jsx';
import type { PageContext } from '../kernel/web/page.ts';
import { type Status, Tag } from './tag.tsx';

export type TaskState = Extract<Status, 'not-started' | 'in-progress' | 'done' | 'problem'>;

export interface Task {
  /** Unique on the page; words of Latin letters and hyphens. */
  id: string;
  title: Child;
  href: string;
  /** What one does there, in a few words. */
  hint?: Child;
  /** Optional is marked, required is not. */
  optional?: boolean;
  state: TaskState;
}

/** The parts of a long form, each a page of its own, with how far each is; first how many are done. */
export function TaskList({ page, tasks }: { page: PageContext; tasks: readonly Task[] }) {
  const done = tasks.filter(({ state }) => state === 'done').length;
  return (
    <>
      <p>{page.t('ui.tasks.completed', { done, count: tasks.length })}</p>
      <ul class="kn-list kn-tasks">
        {tasks.map(({ id, title, href, hint, optional, state }) => (
          <li>
            <div>
              <a
                class="ds-link"
                href={href}
                aria-describedby={`${hint === undefined ? '' : `task-${id}-hint `}task-${id}-state`}
              >
                {title}
              </a>
              {optional && <span class="kn-muted"> {page.t('ui.form.optional')}</span>}
              {hint !== undefined && (
                <p class="kn-small kn-muted" id={`task-${id}-hint`}>
                  {hint}
                </p>
              )}
            </div>
            <div id={`task-${id}-state`}>
              <Tag page={page} status={state} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
