import { z } from 'zod';
import { type CommitmentDraft, commitmentDraft } from '../commitment.ts';
import { planInput } from '../plan.ts';
import type { PlanFile } from './plan-file.ts';
import { readJson } from './read-json.ts';

/** Our own form: everything that was signed of a plan and its commitments. */
const file = z.looseObject({
  format: z.literal('koinon-plan@1'),
  node: z.url().optional(),
  plan: z.looseObject({ body: planInput }),
  commitments: z.array(z.looseObject({ body: commitmentDraft })).min(1),
});

/** @throws BadFile */
export function readKoinonPlan(text: string): PlanFile {
  const { plan, commitments, node } = readJson(text, file, 'plan as Koinon writes it');
  return {
    format: 'koinon-plan',
    country: node === undefined ? '' : new URL(node).host,
    source: node ?? null,
    licence: null,
    plan: plan.body,
    commitments: commitments.map(({ body }): CommitmentDraft => body),
    statuses: [],
  };
}
