import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, runCommand } from '../../../testing/run-command.ts';

const QUESTIONS = {
  name: 'Test',
  description: '',
  questions: [
    { question: 'Adopt?', answers: ['Yes', 'No'], min: 1, max: 1 },
    {
      type: 'NonHomomorphic',
      value: { question: 'Rank', answers: ['P', 'Q', 'R'] },
      extra: { method: 'Schulze', blank: true },
    },
  ],
};

/** A directory in which an election is held; `@/` stands for it in command lines. */
export class Stages {
  readonly folder: string;
  /** Everything that commands printed. */
  printed = '';

  constructor(folder: string) {
    this.folder = folder;
  }

  at(word: string): string {
    return word.replace('@/', `${this.folder}/`);
  }

  async koinon(line: string): Promise<Answer> {
    const words = line.split(' ').filter((word) => word !== '');
    const answer = await runCommand(['election', ...words.map((word) => this.at(word))]);
    this.printed += answer.out + answer.err;
    return answer;
  }

  /** The answer of a command that does what it is asked for. */
  async done(line: string): Promise<Record<string, unknown>> {
    const { exit, out, err } = await this.koinon(`${line} --json`);
    if (exit !== 0) throw new Error(`${line}: ${exit} ${out} ${err}`);
    return JSON.parse(out) as Record<string, unknown>;
  }

  /** All files, with their modes and contents. */
  async listing(): Promise<Record<string, string>> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true });
    const files: Record<string, string> = {};
    for (const entry of entries.filter((candidate) => candidate.isFile())) {
      const path = join(entry.parentPath, entry.name);
      files[path.slice(this.folder.length + 1)] =
        `${(await stat(path)).mode} ${await readFile(path, 'base64')}`;
    }
    return files;
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }
}

/** A board at every stage (`@/open`, `@/voting`, `@/closed`, …) of an election with mixed ballots, and its messages. */
export async function holdStages(): Promise<Stages> {
  const stages = new Stages(await mkdtemp(join(tmpdir(), 'koinon-election-')));
  await writeFile(stages.at('@/questions.json'), JSON.stringify(QUESTIONS));
  await stages.done('create --questions @/questions.json --trustees 2 --dir @/office');
  for (const [name, rest] of [
    ['ann', '--name Ann'],
    ['ben', ''],
  ] as const) {
    const { id } = await stages.done(`trustee key @/office/plan.json --dir @/${name} ${rest}`);
    for (const kind of ['privkey', 'pubkey'])
      await writeFile(stages.at(`@/${name}.${kind}`), await readFile(stages.at(`@/${name}/${id}.${kind}`)));
  }
  await writeFile(stages.at('@/voters.txt'), 'vera\nwim\nxia\n');
  await stages.done('authority @/office/plan.json --voters @/voters.txt --each --dir @/registrar');
  await stages.done(
    'open @/office/plan.json --credentials @/registrar/public_creds.json --trustees @/ann.pubkey --trustees @/ben.pubkey --dir @/open',
  );
  const board = (await readdir(stages.at('@/open')))[0] ?? '';
  const copy = async (from: string, to: string): Promise<void> => {
    await mkdir(stages.at(`@/${to}`));
    await writeFile(stages.at(`@/${to}/${board}`), await readFile(stages.at(`@/${from}/${board}`)));
  };
  await writeFile(stages.at('@/vote.txt'), '1\n2 1 3\n');
  for (const voter of ['vera', 'wim'])
    await stages.done(
      `vote @/open --credential @/registrar/credentials/${voter}.txt --vote @/vote.txt --out @/${voter}.json`,
    );
  await copy('open', 'voting');
  await stages.done('add @/voting @/vera.json');
  await copy('voting', 'closed');
  await stages.done('close @/closed');
  await stages.done('shuffle @/closed --key @/ann.privkey --out @/shuffle-ann');
  await copy('closed', 'mixing');
  await stages.done('add @/mixing @/shuffle-ann');
  await copy('mixing', 'mixed');
  await stages.done('close @/mixed --shuffles');
  await stages.done('decrypt @/mixed --key @/ann.privkey --out @/share-ann');
  await stages.done('decrypt @/mixed --key @/ben.privkey --out @/share-ben');
  await copy('mixed', 'counted');
  await stages.done('add @/counted @/share-ann @/share-ben');
  await stages.done('tally @/counted');
  return stages;
}

/** The files of a key ceremony that has come to its fifth step. */
export async function holdCeremony(stages: Stages): Promise<void> {
  await writeFile(
    stages.at('@/simple.json'),
    JSON.stringify({ ...QUESTIONS, questions: [QUESTIONS.questions[0]] }),
  );
  await stages.done('create --questions @/simple.json --trustees 2 --threshold 2 --dir @/ceremony');
  for (const name of ['cho', 'dan']) {
    const { id } = await stages.done(`trustee cert @/ceremony/plan.json --dir @/${name}`);
    for (const kind of ['key', 'cert'])
      await writeFile(stages.at(`@/${name}.${kind}`), await readFile(stages.at(`@/${name}/${id}.${kind}`)));
  }
  await stages.done('trustee gather @/ceremony/plan.json @/cho.cert @/dan.cert --dir @/ceremony');
  for (const name of ['cho', 'dan']) {
    const { written } = await stages.done(
      `trustee share @/ceremony/plan.json --certs @/ceremony/certs.jsons --key @/${name}.key --dir @/${name}`,
    );
    await writeFile(stages.at(`@/${name}.polynomial`), await readFile((written as string[])[0] ?? ''));
  }
  const { written } = await stages.done(
    'trustee route @/ceremony/plan.json --certs @/ceremony/certs.jsons @/dan.polynomial @/cho.polynomial --dir @/ceremony',
  );
  for (const [i, name] of ['cho', 'dan'].entries())
    await writeFile(stages.at(`@/${name}.vinput`), await readFile((written as string[])[i] ?? ''));
  await stages.done(
    'trustee combine @/ceremony/plan.json @/cho.vinput --certs @/ceremony/certs.jsons --key @/cho.key --dir @/cho',
  );
  const output = (await readdir(stages.at('@/cho'))).find((name) => name.endsWith('.voutput'));
  await writeFile(stages.at('@/cho.voutput'), await readFile(stages.at(`@/cho/${output}`)));
}
