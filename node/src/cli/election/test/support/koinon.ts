import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../../testing/run-command.ts';
import type { Program, Trustee } from './program.ts';

/** Runs `koinon election …` with `--json`, and gives its answer. @throws where it does not exit with 0 */
export async function election(...argv: string[]): Promise<Record<string, unknown>> {
  const { exit, out, err } = await runCommand(['election', ...argv, '--json']);
  if (exit !== 0) throw new Error(`koinon election ${argv.join(' ')}: ${exit} ${out} ${err}`);
  return JSON.parse(out) as Record<string, unknown>;
}

function secretOf({ dir, id }: Trustee): string {
  const single = join(dir, `${id}.privkey`);
  return existsSync(single) ? single : join(dir, `${id}.key`);
}

const made = async (dir: string, argv: string[]): Promise<Trustee> => {
  const { id } = await election(...argv, '--dir', dir);
  return { dir, id: String(id) };
};

/** The steps of an election by Koinon's command line. */
export const koinon: Program = {
  name: 'koinon',
  key: ({ plan }, dir) => made(dir, ['trustee', 'key', plan]),
  cert: ({ plan }, dir) => made(dir, ['trustee', 'cert', plan]),
  async gather({ plan }, certs, dir) {
    await election('trustee', 'gather', plan, ...certs, '--dir', dir);
  },
  async share({ plan }, trustee, certs) {
    const { dir } = trustee;
    await election('trustee', 'share', plan, '--certs', certs, '--key', secretOf(trustee), '--dir', dir);
  },
  async route({ plan }, polynomials, dir) {
    const certs = join(dir, 'certs.jsons');
    await election('trustee', 'route', plan, ...polynomials, '--certs', certs, '--dir', dir);
  },
  async combine({ plan }, trustee, certs, input) {
    const { dir } = trustee;
    const key = secretOf(trustee);
    await election('trustee', 'combine', plan, input, '--certs', certs, '--key', key, '--dir', dir);
  },
  async assemble({ plan }, outputs, dir) {
    const [certs, polynomials] = [join(dir, 'certs.jsons'), join(dir, 'polynomials.jsons')];
    const files = ['--certs', certs, '--polynomials', polynomials];
    await election('trustee', 'assemble', plan, ...outputs, ...files, '--dir', dir);
  },
  async credentials({ plan }, voters, dir) {
    await election('authority', plan, '--voters', voters, '--dir', dir);
  },
  async open({ plan }, trustees, credentials, dir) {
    const keys = trustees.flatMap((file) => ['--trustees', file]);
    await election('open', plan, '--credentials', credentials, ...keys, '--dir', dir);
  },
  async vote(board, credential, vote, out) {
    await election('vote', board, '--credential', credential, '--vote', vote, '--out', out);
  },
  async add(board, _type, message) {
    await election('add', board, message);
  },
  async close(board) {
    await election('close', board);
  },
  async shuffle(board, trustee, _owner, out) {
    await election('shuffle', board, '--key', secretOf(trustee), '--out', out);
  },
  async closeShuffles(board) {
    await election('close', board, '--shuffles', '--min-shuffles', '2');
  },
  async decrypt(board, trustee, _owner, out) {
    await election('decrypt', board, '--key', secretOf(trustee), '--out', out);
  },
  async tally(board) {
    await election('tally', board);
  },
};
