import { UnreadableLedger } from '../../modules/projects/error.ts';
import { type Recomputed, recompute } from '../../modules/projects/exchange.ts';
import { readText } from '../files.ts';
import { command } from '../framework/command.ts';
import { CannotTell, UsageError } from '../framework/error.ts';
import { EXIT } from '../framework/exit.ts';
import { openWeb } from '../sources/http.ts';
import { table } from '../table.ts';

/** Far above what a project of ten years writes. */
const MAX_BYTES = 64 * 1024 * 1024;

export const projectsLedger = command({
  name: 'projects ledger',
  summary: 'Compute the ledger of a project anew from its entries',
  description: [
    'Takes what /projects/<id>/ledger.json of any node answers, judges every entry by the rules of the ledger, adds up every account, and holds the result against what the file says. Each entry is a signed record of its author: koinon verify checks a receipt of it.',
    'Exit code 0: the ledger balances, and every figure is as the file says. 1: it does not, or some figures differ; they are named. 2: the file cannot be read.',
  ],
  arguments: [{ name: 'ledger', describe: 'address or file of the ledger as JSON; - for standard input' }],
  options: {},
  examples: [
    'koinon projects ledger https://node.example/projects/<id>/ledger.json',
    'koinon projects ledger ledger.json --json',
  ],
  judges: true,
  async run({ args: [source = ''], io }) {
    const result = judge(source, await read(source));
    const { ledger, balanced, differs } = result;
    const same = differs.units.length === 0 && differs.entries.length === 0;
    const answer = { project: ledger.project, balanced, same, balances: ledger.balances, differs };
    return io.answer(balanced && same ? EXIT.ok : EXIT.failed, answer, linesOf(result));
  },
});

function judge(source: string, text: string): Recomputed {
  try {
    return recompute(text);
  } catch (error) {
    if (!(error instanceof UnreadableLedger)) throw error;
    throw new UsageError('bad-ledger', `${source} is no ledger of a project: ${error.message}`);
  }
}

async function read(source: string): Promise<string> {
  if (!/^https?:\/\//i.test(source)) return await readText(source, 'a ledger', MAX_BYTES);
  const body = await (await openWeb(source)).get(source, MAX_BYTES);
  if (body === null) throw new CannotTell('not-found', `${source} does not exist.`);
  return Buffer.from(body).toString('utf8');
}

function linesOf({ ledger, balanced, differs }: Recomputed): string[] {
  const not = ledger.entries.filter(({ state }) => state !== 'counts');
  const rows = ledger.balances.map(({ unit, pledged, contributed, inTransit, available, spent }) => [
    unit,
    ...[pledged, contributed, inTransit, available, spent],
  ]);
  return [
    `${ledger.entries.length} entries of ${ledger.members.length} members.`,
    ...table(['unit', 'pledged', 'contributed', 'on its way', 'available', 'spent'], rows),
    ...not.map(({ node, body, reason }) => `Does not count: entry ${body.number} of ${node} (${reason}).`),
    balanced
      ? 'Balanced: every unit sums to nothing, and nothing was spent that is not there.'
      : 'Not balanced.',
    ...differs.units.map((unit) => `The file says other balances of ${unit}.`),
    ...differs.entries.map((sub) => `The file judges ${sub} otherwise.`),
  ];
}
