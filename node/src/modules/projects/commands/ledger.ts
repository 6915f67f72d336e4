import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { pathOf } from '../../../kernel/subjects/index.ts';
import type { Entry, EntryInput } from '../entry.ts';
import { EntryRefused, UnknownKey } from '../error.ts';
import { ENTRY } from '../kinds.ts';
import { foldLedger } from '../ledger/fold.ts';
import { type EntryRow, ledgerFacts, readEntries } from '../read/facts.ts';
import { SUBJECTS } from '../subjects.ts';
import { type FoundProject, lookUpAsMember } from './look-up.ts';

/**
 * Writes one entry of this node into the ledger of a project. It is judged as every reader will judge it, with all entries
 * that are held here; one that would not count is refused.
 * @throws NotMember, EntryRefused, UnknownKey
 */
export async function writeEntry(
  kernel: Kernel,
  actor: Actor,
  { id = uuidv7(), project, body }: { id?: string; project: string; body: EntryInput },
): Promise<Act> {
  require(actor, 'projects.ledger');
  return await kernel.database.transaction(async (tx) => {
    const found = await lookUpAsMember(kernel, tx, project);
    const held = await readEntries(tx, found.row.sub);
    const own = held.filter((entry) => entry.log === kernel.ownLog);
    const entry: Entry = {
      ...stated(found, body, held),
      project: found.reference,
      number: Math.max(0, ...own.map((one) => one.body.number)) + 1,
    };
    judge(kernel, found, held, { id, body: entry });
    return await kernel.records.publish<Entry>(tx, actor, {
      kind: ENTRY,
      sub: pathOf(SUBJECTS.entry, id),
      body: entry,
    });
  });
}

/** What staff said, with what follows from it: a reversal restates what it reverses. */
function stated(
  { row }: FoundProject,
  input: EntryInput,
  held: readonly EntryRow[],
): Pick<Entry, 'type' | 'amount' | 'unit'> {
  if (input.type === 'reversal') {
    const of = held.find(({ sub }) => sub === input.of);
    if (of === undefined) throw new EntryRefused('unknown-entry');
    return { ...input, amount: of.body.amount, unit: of.body.unit };
  }
  if (input.type === 'spending' && input.workPackage !== undefined) {
    const { workPackage } = input;
    if (!row.body.workPackages.some(({ key }) => key === workPackage)) throw new UnknownKey(workPackage);
  }
  return input;
}

function judge(
  { identity }: Kernel,
  { facts }: FoundProject,
  held: readonly EntryRow[],
  { id, body }: { id: string; body: Entry },
): void {
  const sub = identity.origin + pathOf(SUBJECTS.entry, id);
  const next = { sub, jti: id, node: identity.origin, index: null, signedAt: new Date(0), body };
  const { entries } = foldLedger(ledgerFacts(facts, [...held, next]));
  const standing = entries.find((entry) => entry.sub === sub)?.standing;
  if (standing !== undefined && standing.state !== 'counts') throw new EntryRefused(standing.reason);
  // The books would show it as a contradiction: while we know of the lead's word, the lead takes that back first.
  const of = body.type === 'reversal' ? entries.find((entry) => entry.sub === body.of) : undefined;
  if (of?.body.type === 'contribution' && of.drawn > 0n) throw new EntryRefused('acknowledged');
}
