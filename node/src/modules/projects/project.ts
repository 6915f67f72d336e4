import { z } from 'zod';
import { langText } from '../../kernel/i18n/lang-text.ts';
import { link, nodeSnapshot, partialDate, stepKey, subject, zone } from '../../kernel/subjects/parts.ts';
import { TOPICS } from '../../kernel/topics/index.ts';
import { LIMITS, languages, note, title, topics } from './parts.ts';

export const PROJECT_LIMITS = { summary: 500, charter: 30_000, partners: 100, steps: 60 } as const;

export const workPackage = z.looseObject({
  key: stepKey,
  title,
  /** Origin of the node that leads it. */
  lead: subject,
  text: langText(LIMITS.text).optional(),
});
export type WorkPackage = z.infer<typeof workPackage>;

export const milestone = z.looseObject({
  key: stepKey,
  title,
  deadline: partialDate,
  /** Key of the work package that it belongs to. */
  workPackage: stepKey.optional(),
});
export type Milestone = z.infer<typeof milestone>;

/** Body of `projects/project@1`: what is to be done together, as the node that leads it says. */
export const projectBody = z.looseObject({
  title,
  summary: langText(PROJECT_LIMITS.summary),
  /** The text that partners agree to by joining. */
  charter: langText(PROJECT_LIMITS.charter),
  /** Who is invited. Nobody is a member before its own node says so. */
  partners: z.array(nodeSnapshot).max(PROJECT_LIMITS.partners),
  topics,
  languages,
  start: partialDate.optional(),
  end: partialDate.optional(),
  /** IANA zone of the deadlines. */
  zone,
  workPackages: z.array(workPackage).max(PROJECT_LIMITS.steps),
  milestones: z.array(milestone).max(PROJECT_LIMITS.steps),
  /** Commitments and other things that the project belongs to. */
  links: z.array(link).max(LIMITS.links).optional(),
  note: note.optional(),
});
export type Project = z.infer<typeof projectBody>;

function distinct(items: readonly { key: string }[]): boolean {
  return new Set(items.map(({ key }) => key)).size === items.length;
}

/** What we accept from our own staff: known topics, and keys that name one thing each. */
export const projectInput = projectBody
  .extend({ topics: z.array(z.enum(TOPICS)).min(1) })
  .refine(({ workPackages }) => distinct(workPackages), {
    path: ['workPackages'],
    message: 'two work packages have one key',
  })
  .refine(({ milestones }) => distinct(milestones), {
    path: ['milestones'],
    message: 'two milestones have one key',
  })
  .refine(
    ({ workPackages, milestones }) =>
      milestones.every(
        ({ workPackage: of }) => of === undefined || workPackages.some(({ key }) => key === of),
      ),
    { path: ['milestones'], message: 'a milestone names a work package that is none' },
  );
export type ProjectInput = z.infer<typeof projectInput>;
