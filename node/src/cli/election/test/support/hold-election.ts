import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { election } from './koinon.ts';
import type { Agreed, Program, Trustee } from './program.ts';

/** An election to be held: who uses which program, and what is voted. */
export interface Script {
  questions: object[];
  group?: Agreed['group'];
  /** The program of each trustee; with a threshold all of them hold one ceremony. */
  trustees: Program[];
  threshold?: number;
  organiser: Program;
  authority: Program;
  /** A line of the list of voters for each. */
  voters: string[];
  /** Ballots in their order: the number of the voter (from 0), the program, the vote. */
  ballots: [voter: number, program: Program, vote: number[][]][];
  /** Owners (from 1) who mix, and who decrypt. */
  shufflers?: number[];
  deciding: number[];
}

/** Directories of one election's people, each as if it were a machine of its own. */
export interface Held {
  uuid: string;
  /** Copies of the board at its stages, in directories of their own. */
  stages: Record<'open' | 'closed' | 'done', string>;
}

/** Holds an election from its plan to its result. */
export async function holdElection(script: Script): Promise<Held> {
  const root = mkdtempSync(join(tmpdir(), 'koinon-election-'));
  const directory = (name: string): string => {
    mkdirSync(join(root, name));
    return join(root, name);
  };
  const office = directory('office');
  const agreed = await agree(script, office);
  const trustees = await makeTrustees(script, agreed, office, directory);
  const registrar = directory('registrar');
  writeFileSync(join(registrar, 'voters.txt'), script.voters.map((line) => `${line}\n`).join(''));
  await script.authority.credentials(agreed, join(registrar, 'voters.txt'), registrar);
  const keys =
    script.threshold === undefined
      ? trustees.map(({ dir, id }) => join(dir, `${id}.pubkey`))
      : [join(office, 'threshold.json')];
  const board = script.organiser.name === 'koinon' ? directory('board') : office;
  await script.organiser.open(agreed, keys, join(registrar, 'public_creds.json'), board);

  const credentials = readFileSync(join(registrar, 'private_creds.txt'), 'utf8').trim().split('\n');
  const { organiser } = script;
  const file = `${agreed.uuid}.bel`;
  const stage = (name: string): string => {
    const copy = directory(name);
    copyFileSync(join(board, file), join(copy, file));
    return copy;
  };
  for (const [i, [voter, program, vote]] of script.ballots.entries()) {
    const dir = directory(`ballot-${i}`);
    writeFileSync(join(dir, 'credential'), `${credentials[voter]?.split(' ')[1]}\n`);
    writeFileSync(join(dir, 'vote'), JSON.stringify(vote));
    await program.vote(board, join(dir, 'credential'), join(dir, 'vote'), join(dir, 'ballot'));
    await organiser.add(board, 'Ballot', join(dir, 'ballot'));
  }
  const open = stage('open');
  await organiser.close(board);
  const closed = stage('closed');
  for (const owner of script.shufflers ?? []) {
    const [trustee, program] = who(script, trustees, owner);
    const out = join(trustee.dir, 'shuffle');
    await program.shuffle(board, trustee, owner, out);
    await organiser.add(board, 'Shuffle', out);
  }
  if (script.shufflers !== undefined) await organiser.closeShuffles(board);
  for (const owner of script.deciding) {
    const [trustee, program] = who(script, trustees, owner);
    const out = join(trustee.dir, 'decryption');
    await program.decrypt(board, trustee, owner, out);
    await organiser.add(board, 'PartialDecryption', out);
  }
  await organiser.tally(board);
  return { uuid: agreed.uuid, stages: { open, closed, done: stage('done') } };
}

function who(script: Script, trustees: readonly Trustee[], owner: number): [Trustee, Program] {
  const [trustee, program] = [trustees[owner - 1], script.trustees[owner - 1]];
  if (trustee === undefined || program === undefined) throw new Error(`there is no trustee ${owner}`);
  return [trustee, program];
}

async function agree({ questions, group, trustees, threshold }: Script, office: string): Promise<Agreed> {
  const file = join(office, 'questions.json');
  writeFileSync(file, JSON.stringify({ description: 'Held for a test', name: 'Test', questions }));
  const numbers = ['--trustees', String(trustees.length)];
  if (threshold !== undefined) numbers.push('--threshold', String(threshold));
  if (group !== undefined) numbers.push('--group', group);
  const made = await election('create', '--questions', file, ...numbers, '--dir', office);
  return {
    uuid: String(made.uuid),
    group: made.group as Agreed['group'],
    threshold,
    plan: join(office, 'plan.json'),
    questions: file,
  };
}

async function makeTrustees(
  { trustees: programs, threshold, organiser }: Script,
  agreed: Agreed,
  office: string,
  directory: (name: string) => string,
): Promise<Trustee[]> {
  const trustees: Trustee[] = [];
  for (const [i, program] of programs.entries()) {
    const dir = directory(`trustee-${i + 1}`);
    trustees.push(await (threshold === undefined ? program.key(agreed, dir) : program.cert(agreed, dir)));
  }
  if (threshold === undefined) return trustees;
  const files = (kind: string): string[] => trustees.map(({ dir, id }) => join(dir, `${id}.${kind}`));
  const certs = join(office, 'certs.jsons');
  await organiser.gather(agreed, files('cert'), office);
  for (const [i, program] of programs.entries()) await program.share(agreed, trustees[i] as Trustee, certs);
  await organiser.route(agreed, files('polynomial'), office);
  for (const [i, program] of programs.entries()) {
    const trustee = trustees[i] as Trustee;
    await program.combine(agreed, trustee, certs, join(office, `${trustee.id}.vinput`));
  }
  await organiser.assemble(agreed, files('voutput'), office);
  for (const { dir, id } of trustees) {
    const own = join(dir, `${id}.dkey`);
    if (!existsSync(own)) copyFileSync(join(office, `${id}.dkey`), own);
  }
  return trustees;
}
