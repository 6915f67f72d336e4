import { z } from 'zod';
import { link, stepKey, subject } from '../../kernel/subjects/parts.ts';
import { amount, isWhole, parseAmount } from './ledger/amount.ts';
import { ENTRY_TYPES } from './ledger/entry.ts';
import { isCounted, isKnownUnit, unit } from './ledger/unit.ts';
import { day, LIMITS, projectReference, text } from './parts.ts';

/**
 * Body of `projects/entry@1`: one entry of a project's ledger. It says what happened; what it moves between accounts follows
 * from its type, so that no entry can be out of balance. It is never revised: what was wrong is reversed by another.
 */
export const entryBody = z.looseObject({
  project: projectReference,
  /** Counts its author's entries in this project, from 1 and without gaps: a missing one shows. */
  number: z.int().min(1).max(1_000_000),
  type: z.enum(ENTRY_TYPES),
  amount,
  unit,
  /** Subject of the entry that it draws on or reverses: a pledge, a contribution, or what is taken back. */
  of: subject.optional(),
  /** Key of the work package that it was spent on. */
  workPackage: stepKey.optional(),
  /** When it happened, where that is not the day of signing. */
  on: day.optional(),
  text: text.optional(),
  links: z.array(link).max(LIMITS.links).optional(),
});
export type Entry = z.infer<typeof entryBody>;

const money = { amount, unit };
const words = { on: day.optional(), text: text.optional(), links: entryBody.shape.links };

/** What staff say; number, project and what it draws on are looked up. */
export const entryInput = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('pledge'), ...money, ...words }),
    z.object({ type: z.literal('contribution'), ...money, of: subject.optional(), ...words }),
    z.object({ type: z.literal('acknowledgement'), ...money, of: subject, ...words }),
    z.object({ type: z.literal('spending'), ...money, workPackage: stepKey.optional(), ...words }),
    z.object({ type: z.literal('reversal'), of: subject, ...words }),
  ])
  .superRefine((entry, context) => {
    if (entry.type === 'reversal') return;
    if (!isKnownUnit(entry.unit))
      context.addIssue({
        code: 'custom',
        path: ['unit'],
        message: 'not a currency, hours, changes or pieces',
      });
    else if (isCounted(entry.unit) && !isWhole(parseAmount(entry.amount)))
      context.addIssue({ code: 'custom', path: ['amount'], message: 'not a whole number' });
  });
export type EntryInput = z.infer<typeof entryInput>;
