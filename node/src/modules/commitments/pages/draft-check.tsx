import type { FormTask } from '../../../kernel/forms/index.ts';
import { LANGUAGES, value } from '../../../kernel/forms/index.ts';
import type { Change } from '../../../kernel/log/difference.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import {
  ChangeLink,
  CheckPage,
  Conflict,
  DeclaredAnswers,
  draftCrumbs,
  LangTextView,
} from '../../../ui/index.ts';
import type { OpenDraft } from '../draft.ts';
import type { Choices } from '../routes/choices.ts';
import { frameOf } from './draft-frame.ts';
import { comparedWords, taskTitle, WORDS } from './form-words.ts';

interface DraftCheckProps {
  page: PageContext;
  open: OpenDraft;
  /** What is to be published, as the form has it. */
  body: Readonly<Record<string, unknown>>;
  choices: Choices;
  /** What others changed since this page was drawn last; otherwise since the draft was begun. */
  conflict?: readonly Change[] | undefined;
}

/** A draft as it will read, and the button that publishes it. */
export function DraftCheck({ page, open, body, choices, conflict }: DraftCheckProps) {
  const { path, thing, tasks, revised } = open;
  const changes = conflict ?? revised?.conflict;
  return (
    <CheckPage
      page={page}
      action={`${path}/check`}
      door="commitments"
      crumbs={draftCrumbs(page, frameOf(page, open), true)}
      title={page.t('ui.check.title')}
      notice={
        changes !== undefined && (
          <Conflict page={page} subject={comparedWords(page, thing)} changes={changes} />
        )
      }
      sections={tasks.filter(shown).map((task) => {
        const title = taskTitle(page, task);
        return {
          title,
          change: <ChangeLink page={page} href={`${path}/${task.name}?to=check`} title={title} />,
          content: <Answers page={page} open={open} task={task} body={body} choices={choices} />,
        };
      })}
      carried={{
        thing: [thing],
        waiting: [value(open.draft.typed, 'waiting')],
        ...(revised !== null && { revised: [revised.row.id], prev: [revised.row.latest] }),
      }}
      button={page.t(revised === null ? `commitments.publish.${thing}` : 'ui.check.revise')}
      becomesPublic={page.t(revised === null ? `commitments.public.${thing}` : 'ui.check.public-revision')}
    />
  );
}

/** The page for a further milestone has nothing to check. */
function shown({ row, optional }: FormTask): boolean {
  return row === undefined || !optional;
}

function Answers({
  page,
  open: { langs, steps, tasks },
  task,
  body,
  choices,
}: Omit<DraftCheckProps, 'conflict'> & { task: FormTask }) {
  if (task === LANGUAGES) {
    return <p>{page.format.list(langs.map((lang) => page.format.language(lang)))}</p>;
  }
  const titles = new Map(steps.map(({ key, title }) => [key, title]));
  const { row } = task;
  const place = tasks.filter((one) => one.row !== undefined).indexOf(task);
  const milestones =
    row === undefined ? body.milestones : (body.milestones as unknown[] | undefined)?.slice(place, place + 1);
  return (
    <DeclaredAnswers
      page={page}
      words={WORDS}
      fields={task.fields}
      body={{ ...body, ...(milestones !== undefined && { milestones }) }}
      langs={langs}
      chosen={(name, one) => choices[name]?.find(({ value }) => value === one)?.label}
      rowTitle={(_name, { key }) => {
        const title = titles.get(String(key));
        return title === undefined ? null : (
          <>
            <LangTextView page={page} text={title} />:
          </>
        );
      }}
    />
  );
}
