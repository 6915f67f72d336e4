import type { PageContext } from '../../../kernel/web/page.ts';
import type { Choice } from '../../../ui/index.ts';
import type { JudgedEntry } from '../ledger/books.ts';
import { left } from '../ledger/books.ts';
import { GOODS } from '../ledger/unit.ts';
import { amountWords, memberFace, unitWords } from '../pages/words.ts';
import type { ProjectItem } from '../read.ts';
import type { Field } from './fields.ts';
import { labelled } from './words.ts';

/** How much, and of what: what the project uses already, goods, then every currency. */
export function amountFields(page: PageContext, { ledger }: ProjectItem): Field[] {
  const used = ledger.balances.map(({ unit }) => unit);
  const units = [...new Set([...used, ...GOODS, ...Intl.supportedValuesOf('currency')])];
  const choices = units.map((unit) => ({ value: unit, label: unitWords(page, unit) }));
  return [
    labelled(page, 'amount', { as: 'line', inputmode: 'decimal', width: 'short' } as const, { help: true }),
    labelled(page, 'unit', { as: 'select', choices, empty: page.t('projects.label.choose') } as const),
  ];
}

export function wordFields(page: PageContext): Field[] {
  return [
    labelled(page, 'on', { as: 'line', width: 'short' } as const, { help: true, optional: true }),
    labelled(page, 'text', { as: 'text', lines: 3 } as const, { help: true, optional: true }),
  ];
}

/** Entries to choose from, with what may still be drawn on each. */
export function entryChoices(
  page: PageContext,
  item: ProjectItem,
  entries: readonly JudgedEntry[],
  whole = false,
): Choice[] {
  return entries.map((entry) => {
    const { node, body, sub } = entry;
    return {
      value: sub,
      label: page.t('projects.entry.label', {
        type: page.t(`projects.entry.${body.type}`),
        number: body.number,
        who: memberFace(page, item, node).name,
        amount: amountWords(page, whole ? left({ body, drawn: 0n }) : left(entry), body.unit),
      }),
    };
  });
}

/** Entries of a node that count and were not taken back. */
export function standing(item: ProjectItem, node: string): JudgedEntry[] {
  return item.ledger.entries.filter(
    (entry) => entry.node === node && entry.standing.state === 'counts' && entry.reversedBy === null,
  );
}

/** Pledges of a node that are not fulfilled yet. */
export function openPledges(item: ProjectItem, node: string): JudgedEntry[] {
  return standing(item, node).filter((entry) => entry.body.type === 'pledge' && left(entry) > 0n);
}

/** Contributions of others that the lead has not acknowledged, or not all of it. */
export function toAcknowledge({ ledger, project }: ProjectItem): JudgedEntry[] {
  return ledger.entries.filter(
    (entry) =>
      entry.body.type === 'contribution' &&
      entry.node !== project.node &&
      entry.standing.state === 'counts' &&
      entry.reversedBy === null &&
      left(entry) > 0n,
  );
}

/** What a node can take back today. */
export function reversible(item: ProjectItem, node: string): JudgedEntry[] {
  const available = new Map(item.ledger.balances.map((balance) => [balance.unit, balance.available]));
  return standing(item, node).filter((entry) => {
    const { type, unit } = entry.body;
    if (type === 'reversal' || entry.drawn > 0n) return false;
    const held = type === 'acknowledgement' || (type === 'contribution' && node === item.project.node);
    return !held || (available.get(unit) ?? 0n) >= left(entry);
  });
}
