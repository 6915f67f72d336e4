import { join } from 'node:path';
import {
  makeCredential,
  type PublicCredentials,
  publicCredential,
  writePublicCredentials,
} from '@koinon/elections';
import { command } from '../framework/command.ts';
import { Failed, UsageError } from '../framework/error.ts';
import { EXIT } from '../framework/exit.ts';
import { arithmeticOf, random } from './arithmetic.ts';
import { readLines } from './lines.ts';
import { makeFiles } from './new-files.ts';
import { dirOption } from './options.ts';
import { readPlan } from './plan.ts';
import { parseVoters, type Voter } from './voters.ts';

export const electionAuthority = command({
  name: 'election authority',
  summary: 'Make the secret credential of every voter, and the public list',
  description: [
    'For the credential authority, who should be somebody else than the organiser, on a machine of their own. Writes private_creds.txt ("login credential" in each line, for the authority’s eyes alone: send each voter theirs, then destroy the file) and public_creds.json, which goes to the organiser.',
    'The list of voters has one login in each line, or "login,,weight". Whoever has a credential can vote with it; whoever has it and the organiser’s board can replace that voter’s ballot.',
  ],
  arguments: [{ name: 'plan', describe: 'the plan of the election' }],
  options: {
    voters: { type: 'string', value: 'FILE', describe: 'The list of voters. Required.' },
    each: {
      type: 'boolean',
      describe:
        'Also write every credential into a file of its own, credentials/LOGIN.txt, to be handed out.',
    },
    ...dirOption,
  },
  examples: ['koinon election authority plan.json --voters voters.txt'],
  async run({ args: [file = ''], options, io }) {
    const plan = await readPlan(file);
    if (options.voters === undefined)
      throw new UsageError('missing-option', 'Give the list of voters: --voters FILE.');
    const voters = parseVoters(options.voters, await readLines(options.voters, 'a list of voters'));
    const weighted = voters.some(({ weight }) => weight !== 1);
    if (weighted && plan.template.questions.some(({ type }) => type === 'ranking')) {
      throw new Failed('credentials.weight', 'A ranking question cannot be counted with weights.');
    }
    const arithmetic = arithmeticOf(plan.group);
    const listed: PublicCredentials = new Map();
    const made = voters.map((voter, i) => {
      io.progress(`${i} of ${voters.length} credentials`);
      const credential = makeCredential(random);
      listed.set(publicCredential(credential, plan.uuid, arithmetic), voter.weight);
      return { voter, credential };
    });
    const dir = options.dir ?? '.';
    const [secretFile, publicFile] = [join(dir, 'private_creds.txt'), join(dir, 'public_creds.json')];
    const files = [
      {
        path: secretFile,
        text: made.map(({ voter, credential }) => `${voter.line} ${credential}\n`).join(''),
        secret: true,
      },
      { path: publicFile, text: `${writePublicCredentials(listed)}\n` },
      ...(options.each ? made : []).map(({ voter, credential }) => ({
        path: join(dir, 'credentials', fileNameOf(voter)),
        text: `${credential}\n`,
        secret: true,
      })),
    ];
    await makeFiles(files);
    const totalWeight = voters.reduce((sum, { weight }) => sum + weight, 0);
    return io.answer(
      EXIT.ok,
      { voters: voters.length, totalWeight, written: files.map(({ path }) => path) },
      [
        `${voters.length} voters${weighted ? `, ${totalWeight} votes` : ''}.`,
        `Wrote ${secretFile}: secret. Send every voter their own line, then destroy the file.`,
        ...(options.each ? [`Wrote ${join(dir, 'credentials')}: one file for each voter.`] : []),
        `Wrote ${publicFile}: send it to the organiser.`,
      ],
    );
  },
});

/** Logins are often addresses; whatever could leave the directory is written in another way. */
function fileNameOf({ login }: Voter): string {
  return `${encodeURIComponent(login)
    .replaceAll('%40', '@')
    .replace(/^\.+/, (dots) => '%2E'.repeat(dots.length))}.txt`;
}
