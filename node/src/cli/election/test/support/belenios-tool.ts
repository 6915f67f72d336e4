import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program, Trustee } from './program.ts';

/** Whether belenios-tool is installed. */
export const installed = spawnSync('belenios-tool', ['--version']).status === 0;

/** Runs belenios-tool in a directory. */
export function run(cwd: string, args: string[], input = ''): SpawnSyncReturns<string> {
  return spawnSync('belenios-tool', args, {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    // Without it the tool waits for the entropy of the machine.
    env: { ...process.env, BELENIOS_USE_URANDOM: '1' },
  });
}

/** What belenios-tool prints. @throws where it does not exit with 0 */
export function tool(cwd: string, args: string[], input = ''): string {
  const { status, stdout, stderr } = run(cwd, args, input);
  if (status !== 0) throw new Error(`belenios-tool ${args.join(' ')}: ${status} ${stdout} ${stderr}`);
  return stdout;
}

const read = (path: string): string => readFileSync(path, 'utf8');
const joined = (files: string[]): string => files.map(read).join('');

function newFile(dir: string, before: readonly string[], ending: string): string {
  const found = readdirSync(dir).find((name) => name.endsWith(ending) && !before.includes(name));
  if (found === undefined) throw new Error(`belenios-tool wrote no ${ending}`);
  return found;
}

function threshold(cwd: string, group: string, args: string[], input = ''): string {
  return tool(cwd, ['setup', 'generate-trustee-key-threshold', '--group', group, ...args], input);
}

/** Messages in the order of the certificates; a trustee's files are named by the hash of the certificate's message. */
function inOrder(dir: string, files: string[]): string {
  const certs = read(join(dir, 'certs.jsons')).trim().split('\n');
  const ids = certs.map((line) =>
    createHash('sha256')
      .update((JSON.parse(line) as { message: string }).message)
      .digest('hex'),
  );
  return joined(ids.map((id) => files.find((file) => file.includes(id)) ?? id));
}

function addEvent(board: string, type: string, message = ''): void {
  tool(board, ['archive', 'add-event', `--type=${type}`], message);
}

/** The steps of an election by belenios-tool 2.0. */
export const beleniosTool: Program = {
  name: 'belenios-tool',
  async key({ group }, dir) {
    const before = readdirSync(dir);
    tool(dir, ['setup', 'generate-trustee-key', '--group', group]);
    return { dir, id: newFile(dir, before, '.privkey').replace('.privkey', '') };
  },
  async cert({ group }, dir) {
    const before = readdirSync(dir);
    threshold(dir, group, ['--step', '1']);
    return { dir, id: newFile(dir, before, '.cert').replace('.cert', '') };
  },
  async gather({ group }, certs, dir) {
    writeFileSync(join(dir, 'certs.jsons'), joined(certs));
    threshold(dir, group, ['--certs', 'certs.jsons', '--step', '2']);
  },
  async share({ group, threshold: needed }, { dir, id }, certs) {
    const args = ['--certs', certs, '--key', `${id}.key`, '--step', '3', '--threshold', String(needed)];
    writeFileSync(join(dir, `${id}.polynomial`), threshold(dir, group, args));
  },
  async route({ group }, polynomials, dir) {
    writeFileSync(join(dir, 'polynomials.jsons'), inOrder(dir, polynomials));
    threshold(dir, group, ['--certs', 'certs.jsons', '--step', '4', '--polynomials', 'polynomials.jsons']);
  },
  async combine({ group }, { dir, id }, certs, input) {
    const args = ['--certs', certs, '--key', `${id}.key`, '--step', '5'];
    writeFileSync(join(dir, `${id}.voutput`), threshold(dir, group, args, read(input)));
  },
  async assemble({ group }, outputs, dir) {
    const args = ['--certs', 'certs.jsons', '--step', '6', '--polynomials', 'polynomials.jsons'];
    writeFileSync(join(dir, 'threshold.json'), threshold(dir, group, args, inOrder(dir, outputs)));
  },
  async credentials({ group, uuid }, voters, dir) {
    const before = readdirSync(dir);
    tool(dir, ['setup', 'generate-credentials', '--uuid', uuid, '--group', group, '--file', voters]);
    copyFileSync(join(dir, newFile(dir, before, '.pubcreds')), join(dir, 'public_creds.json'));
    copyFileSync(join(dir, newFile(dir, before, '.privcreds')), join(dir, 'private_creds.txt'));
  },
  async open({ group, uuid, questions }, trustees, credentials, dir) {
    // The tool wants the file even where all trustees are of a key ceremony.
    const singles = trustees.filter((file) => file.endsWith('.pubkey'));
    writeFileSync(join(dir, 'public_keys.jsons'), joined(singles));
    if (!existsSync(join(dir, 'public_creds.json')))
      copyFileSync(credentials, join(dir, 'public_creds.json'));
    tool(dir, ['setup', 'make-trustees']);
    tool(dir, ['setup', 'make-election', '--uuid', uuid, '--group', group, '--template', questions]);
    tool(dir, ['archive', 'init']);
  },
  async vote(board, credential, vote, out) {
    const args = ['election', 'generate-ballot', '--privcred', credential, '--ballot', vote];
    writeFileSync(out, tool(board, args));
  },
  async add(board, type, message) {
    addEvent(board, type, read(message));
  },
  async close(board) {
    addEvent(board, 'EndBallots');
    addEvent(board, 'EncryptedTally', tool(board, ['election', 'compute-encrypted-tally']));
  },
  async shuffle(board, _trustee, owner, out) {
    writeFileSync(out, tool(board, ['election', 'shuffle', `--trustee-id=${owner}`]));
  },
  async closeShuffles(board) {
    addEvent(board, 'EndShuffles');
  },
  async decrypt(board, trustee, owner, out) {
    writeFileSync(out, tool(board, ['election', ...decryptArgs(trustee), `--trustee-id=${owner}`]));
  },
  async tally(board) {
    addEvent(board, 'Result', tool(board, ['election', 'compute-result']));
  },
};

function decryptArgs({ dir, id }: Trustee): string[] {
  const single = join(dir, `${id}.privkey`);
  if (existsSync(single)) return ['decrypt', '--privkey', single];
  return ['decrypt-threshold', '--key', join(dir, `${id}.key`), '--decryption-key', join(dir, `${id}.dkey`)];
}
