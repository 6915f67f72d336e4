import { z } from 'zod';
import { entryBody } from '../entry.ts';
import { UnreadableLedger } from '../error.ts';
import { writeAmount } from '../ledger/amount.ts';
import { type Balances, isBalanced } from '../ledger/balances.ts';
import type { LedgerFacts } from '../ledger/entry.ts';
import type { Ledger } from '../ledger/fold.ts';
import { accountName } from '../ledger/postings.ts';

/** The ledger of a project as a file: every entry, whose they are, and what the node that wrote it makes of them. */

const FORMAT = 'koinon-project-ledger@1';
const signed = z.string().regex(/^-?\d{1,30}(\.\d{1,4})?$/);

export const balanceSchema = z
  .object({
    unit: z.string(),
    pledged: signed,
    outstanding: signed.describe('Pledged and not contributed yet.'),
    contributed: signed,
    inTransit: signed.describe(
      'Contributed and not acknowledged by the lead; below nothing where it was taken back although the lead acknowledged it.',
    ),
    available: signed.describe('Acknowledged and not spent.'),
    spent: signed,
    nodes: z.array(
      z.object({
        node: z.url(),
        pledged: signed,
        outstanding: signed,
        contributed: signed,
        inTransit: signed,
      }),
    ),
    workPackages: z.array(z.object({ workPackage: z.string(), spent: signed })),
  })
  .meta({ id: 'ProjectBalance' });

export const ledgerEntrySchema = z
  .object({
    sub: z.url(),
    jti: z.uuid().describe('Its record is at /records/<jti>.'),
    node: z.url(),
    index: z.int().nullable().describe('Place in the log of its node; null while it has none.'),
    signedAt: z.iso.datetime(),
    body: entryBody,
    state: z.enum(['counts', 'waiting', 'refused']),
    reason: z.string().nullable().describe('Why it does not count, yet or at all.'),
    reversedBy: z.string().nullable(),
    postings: z
      .array(z.object({ account: z.string(), unit: z.string(), value: signed }))
      .describe('Debits are positive; each unit sums to nothing.'),
  })
  .meta({ id: 'ProjectLedgerEntry' });

export const ledgerSchema = z
  .object({
    format: z.literal(FORMAT),
    project: z.url(),
    lead: z.url(),
    members: z.array(z.url()).describe('Who was invited and has joined, with who has left since.'),
    balanced: z.boolean(),
    balances: z.array(balanceSchema),
    entries: z.array(ledgerEntrySchema).describe('In order of time, never against the order of a log.'),
  })
  .meta({ id: 'ProjectLedger' });
export type LedgerFile = z.infer<typeof ledgerSchema>;

export function ledgerJson(
  project: string,
  { lead, members }: Pick<LedgerFacts, 'lead' | 'members'>,
  { entries, balances }: Ledger,
): LedgerFile {
  return {
    format: FORMAT,
    project,
    lead,
    members: [...members],
    balanced: isBalanced(balances),
    balances: balancesJson(balances),
    entries: entries.map(({ sub, jti, node, index, signedAt, body, standing, reversedBy, postings }) => ({
      ...{ sub, jti, node, index, reversedBy },
      signedAt: signedAt.toISOString(),
      body: body as LedgerFile['entries'][number]['body'],
      state: standing.state,
      reason: standing.state === 'counts' ? null : standing.reason,
      postings: postings.map(({ account, unit, value }) => ({
        account: accountName(account),
        unit,
        value: writeAmount(value),
      })),
    })),
  };
}

function balancesJson(balances: Balances): LedgerFile['balances'] {
  return balances.map(({ unit, nodes, workPackages, sum: _nothing, ...sums }) => ({
    unit,
    ...written(sums),
    nodes: nodes.map(({ node, ...own }) => ({ node, ...written(own) })),
    workPackages: workPackages.map(({ workPackage, spent }) => ({ workPackage, spent: writeAmount(spent) })),
  }));
}

function written<Name extends string>(sums: Record<Name, bigint>): Record<Name, string> {
  const texts = Object.entries<bigint>(sums).map(([name, value]) => [name, writeAmount(value)]);
  return Object.fromEntries(texts) as Record<Name, string>;
}

/** Reads a file that `/projects/<id>/ledger.json` gave. @throws UnreadableLedger */
export function readLedgerFile(text: string): { file: LedgerFile; facts: LedgerFacts } {
  const file = parse(text);
  return {
    file,
    facts: {
      lead: file.lead,
      members: file.members,
      entries: file.entries.map(({ sub, jti, node, index, signedAt, body }) => ({
        ...{ sub, jti, node, index, body },
        signedAt: new Date(signedAt),
      })),
    },
  };
}

function parse(text: string): LedgerFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UnreadableLedger(`not JSON: ${(error as Error).message}`);
  }
  const parsed = ledgerSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UnreadableLedger(`${issue?.path.map(String).join('.') || 'file'}: ${issue?.message}`);
}
