import { z } from 'zod';
import { type Names, subjectJson, subjectSchema } from '../../kernel/subjects/index.ts';
import { ledgerJson, ledgerSchema } from './exchange/ledger-file.ts';
import type { CallItem, ExpertMatches, ProjectItem } from './read.ts';

/** Projects as programs read them, on the API and at their pages' own addresses. */

const memberSchema = z
  .object({
    node: z.url(),
    name: z.string(),
    state: z
      .enum(['lead', 'member', 'invited', 'left', 'dropped', 'uninvited'])
      .describe(
        '`dropped`: has joined and is listed no more. `uninvited`: says that it joins, and nobody asked it.',
      ),
  })
  .meta({ id: 'ProjectMember' });

const tallySchema = z
  .object({
    state: z.enum(['open', 'taken', 'failed']),
    option: z.string().nullable(),
    needed: z.int(),
    counts: z.array(z.object({ option: z.string(), count: z.int() })),
    votes: z
      .array(z.object({ node: z.url(), option: z.string().nullable(), jti: z.uuid().nullable() }))
      .describe('Everybody who was asked, with the record in which it says so.'),
    notAsked: z.array(z.url()).describe('Members of today that were not asked.'),
  })
  .meta({ id: 'ProjectTally' });

const milestoneSchema = z
  .object({
    key: z.string(),
    state: z.enum(['done', 'overdue', 'planned']),
    deadline: z.iso.datetime().describe('When the last local day of the deadline is over.'),
    late: z.boolean(),
    by: z.uuid().nullable().describe('The record that says that it is done.'),
  })
  .meta({ id: 'ProjectMilestone' });

export const projectSchema = subjectSchema
  .extend({
    members: z.array(memberSchema),
    milestones: z.array(milestoneSchema),
    balanced: z.boolean(),
    balances: ledgerSchema.shape.balances,
    decisions: z.array(subjectSchema.extend({ tally: tallySchema })),
    outputs: z.array(subjectSchema),
    updates: z.array(subjectSchema),
    calls: z.array(subjectSchema),
  })
  .meta({ id: 'Project' });

export const callSchema = subjectSchema
  .extend({ open: z.boolean(), deadline: z.iso.datetime(), answers: z.array(subjectSchema) })
  .meta({ id: 'ProjectCall' });

export const matchesSchema = z
  .object({
    request: subjectSchema,
    matches: z
      .array(
        z.object({
          offer: subjectSchema,
          topics: z.array(z.string()).describe('That both name.'),
          languages: z.array(z.string()).describe('That both speak.'),
        }),
      )
      .describe('The most shared topics first, then the newest. Nothing else is weighed.'),
  })
  .meta({ id: 'ExpertMatches' });

export function projectJson(item: ProjectItem, names: Names) {
  const { project, members, milestones, decisions, outputs, updates, calls, provenance } = item;
  const one = (row: Parameters<typeof subjectJson>[0]) => subjectJson(row, provenance.get(row.jti), names);
  const { balanced, balances } = ledgerOf(item);
  return {
    ...one(project),
    members: members.map(({ node, state }) => ({
      node,
      state,
      name: names.get(node) ?? new URL(node).host,
    })),
    milestones: milestones.map(({ milestone, state, deadline, late, by }) => ({
      key: milestone.key,
      state,
      deadline: deadline.toISOString(),
      late,
      by: by?.jti ?? null,
    })),
    balanced,
    balances,
    decisions: decisions.map(({ decision, tally, notAsked }) => ({
      ...one(decision),
      tally: { ...tally, counts: [...tally.counts], votes: [...tally.votes], notAsked: [...notAsked] },
    })),
    outputs: outputs.map(one),
    updates: updates.map(one),
    calls: calls.map(one),
  };
}

export function ledgerOf({ project, inLedger, ledger }: ProjectItem) {
  return ledgerJson(project.sub, { lead: project.node, members: inLedger }, ledger);
}

export function callJson({ call, answers, open, deadline, provenance }: CallItem, names: Names) {
  return {
    ...subjectJson(call, provenance.get(call.jti), names),
    open,
    deadline: deadline.toISOString(),
    answers: answers.map((answer) => subjectJson(answer, provenance.get(answer.jti), names)),
  };
}

export function matchesJson({ requests, provenance }: ExpertMatches, names: Names) {
  return requests.map(({ request, matches }) => ({
    request: subjectJson(request, provenance.get(request.jti), names),
    matches: matches.map(({ of, topics, languages }) => ({
      offer: subjectJson(of, provenance.get(of.jti), names),
      topics: [...topics],
      languages: [...languages],
    })),
  }));
}
