import { endOfDay } from '../../../kernel/calendar/day.ts';
import type { Milestone, Project } from '../project.ts';

/** A member's word that a milestone is done. */
export interface Done {
  node: string;
  milestone: string;
  signedAt: Date;
  jti: string;
}

export interface MilestoneStanding {
  milestone: Milestone;
  state: 'done' | 'overdue' | 'planned';
  /** When the last local day of its deadline is over. */
  deadline: Date;
  /** Done after that. */
  late: boolean;
  by: Done | null;
}

/**
 * Where each milestone stands, from records and the clock alone. It is done when the project's lead or the lead of its work
 * package says so; the first such word counts.
 */
export function milestonesOf(
  { milestones, workPackages, zone }: Pick<Project, 'milestones' | 'workPackages' | 'zone'>,
  lead: string,
  said: readonly Done[],
  now: Date,
): MilestoneStanding[] {
  return milestones.map((milestone) => {
    const of = workPackages.find(({ key }) => key === milestone.workPackage);
    const may = new Set([lead, ...(of === undefined ? [] : [new URL(of.lead).origin])]);
    const by =
      said
        .filter(({ node, milestone: key }) => key === milestone.key && may.has(node))
        .sort((a, b) => a.signedAt.getTime() - b.signedAt.getTime() || (a.jti < b.jti ? -1 : 1))[0] ?? null;
    const deadline = endOfDay(milestone.deadline, zone);
    const state = by !== null ? 'done' : deadline <= now ? 'overdue' : 'planned';
    return { milestone, state, deadline, late: by !== null && by.signedAt >= deadline, by };
  });
}
