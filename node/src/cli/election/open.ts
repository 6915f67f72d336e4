import { join } from 'node:path';
import {
  ArchiveWriter,
  type Arithmetic,
  checkTrustees,
  electionKeyOf,
  makeElection,
  readElection,
  readJson,
  readPedersen,
  readPublicCredentials,
  readTrusteeKey,
  setupMessages,
  type TrusteeEntry,
  verifyArchive,
  writeJson,
  writePublicCredentials,
  writeTrustees,
} from '@koinon/elections';
import { command } from '../framework/command.ts';
import { Failed, UsageError } from '../framework/error.ts';
import { EXIT } from '../framework/exit.ts';
import { arithmeticOf } from './arithmetic.ts';
import { readLine, readLines } from './lines.ts';
import { makeFiles } from './new-files.ts';
import { dirOption } from './options.ts';
import { plain } from './plain.ts';
import { type Plan, readPlan } from './plan.ts';
import { readAs } from './rejections.ts';
import { electorateWarnings } from './warnings.ts';

export const electionOpen = command({
  name: 'election open',
  summary: 'Open the vote: put questions, trustees and voters on the board of the election',
  description: [
    'For the organiser. Checks every key and every credential, makes the key of the election, and begins the board, UUID.bel. Publish the board: voters, trustees and everybody else need it.',
    'From here on questions, trustees and voters cannot be changed any more: the fingerprint of the election covers them, and so does every ballot.',
  ],
  arguments: [{ name: 'plan', describe: 'the plan of the election' }],
  options: {
    credentials: {
      type: 'string',
      value: 'FILE',
      describe: 'The public_creds.json of the credential authority. Required.',
    },
    trustees: {
      type: 'string',
      value: 'FILE',
      multiple: true,
      describe: 'The ID.pubkey of a trustee, or the threshold.json of a key ceremony. Required.',
    },
    ...dirOption,
  },
  examples: [
    'koinon election open plan.json --credentials public_creds.json --trustees threshold.json',
    'koinon election open plan.json --credentials public_creds.json --trustees ann.pubkey --trustees ben.pubkey',
  ],
  async run({ args: [file = ''], options, io }) {
    const plan = await readPlan(file);
    const { credentials: credentialsFile } = options;
    if (credentialsFile === undefined)
      throw new UsageError('missing-option', 'Give the list of voters: --credentials FILE.');
    const arithmetic = arithmeticOf(plan.group);
    const trustees = await readTrusteeFiles(options.trustees, arithmetic);
    requirePlanned(plan, trustees);
    const line = await readLine(credentialsFile, 'a list of public credentials');
    const credentials = readAs(credentialsFile, 'a list of public credentials', () =>
      readPublicCredentials(withoutLogins(line)),
    );
    if (credentials.size === 0)
      throw new UsageError('empty', `${credentialsFile} lists no voter: nobody could vote.`);
    const [electionText, trusteesText] = readAs(options.trustees.join(', '), 'keys of trustees', () => {
      const key = electionKeyOf(arithmetic, trustees);
      checkTrustees(arithmetic, trustees, key);
      return [makeElection(plan.template, plan.group, key, plan.uuid), writeTrustees(trustees)] as const;
    });
    const writer = new ArchiveWriter(Math.floor(Date.now() / 1000));
    const setup = setupMessages(electionText, trusteesText, writePublicCredentials(credentials));
    const archive = Buffer.concat([writer.start(), writer.event('Setup', setup)]);
    // The last check is the one that everybody else makes.
    await verifyArchive(() => [archive], { arithmetic: arithmeticOf }).catch((error) =>
      readAs(credentialsFile, 'a list of public credentials', () => {
        throw error;
      }),
    );
    const path = join(options.dir ?? '.', `${plan.uuid}.bel`);
    await makeFiles([{ path, text: archive }]);
    const { fingerprint, name } = readElection(electionText);
    const warnings = electorateWarnings(credentials);
    for (const warning of warnings) io.say(`Note: ${warning}`);
    const json = { uuid: plan.uuid, fingerprint, voters: credentials.size, warnings, written: [path] };
    return io.answer(EXIT.ok, json, [
      `The vote on "${plain(name)}" is open for ${credentials.size} voters.`,
      `Fingerprint of the election: ${fingerprint}`,
      `Wrote ${path}: publish it.`,
    ]);
  },
});

/** belenios-tool gives its organiser `S,weight,login`; logins do not belong on the board, and the tool takes them out too. */
function withoutLogins(line: string): string {
  const list = readJson(line);
  if (!Array.isArray(list)) return line;
  return writeJson(list.map((entry) => (typeof entry === 'string' ? withoutLogin(entry) : entry)));
}

/** `S`, `S,weight` and `S,weight,login`, where the weight may be empty: it is 1. */
function withoutLogin(entry: string): string {
  const [credential = '', weight = ''] = entry.split(',');
  return weight === '' ? credential : `${credential},${weight}`;
}

async function readTrusteeFiles(files: readonly string[], arithmetic: Arithmetic): Promise<TrusteeEntry[]> {
  if (files.length === 0)
    throw new UsageError('missing-option', 'Give the keys of the trustees: --trustees FILE.');
  const singles: TrusteeEntry[] = [];
  const groups: TrusteeEntry[] = [];
  for (const path of files) {
    for (const line of await readLines(path, 'the key of a trustee')) {
      readAs(path, 'the key of a trustee', () => {
        const json = readJson(line);
        if (typeof json === 'object' && json !== null && 'threshold' in json)
          groups.push(readPedersen(json, arithmetic.group));
        else singles.push({ type: 'Single', key: readTrusteeKey(json, arithmetic.group) });
      });
    }
  }
  const keys = singles.flatMap((entry) => (entry.type === 'Single' ? [entry.key.publicKey] : []));
  if (new Set(keys).size !== keys.length)
    throw new UsageError('trustee-twice', 'The key of one trustee is given twice.');
  return [...singles, ...groups];
}

/** A key ceremony of other numbers, or a trustee too few, would be another election than the one agreed on. */
function requirePlanned({ trustees, threshold }: Plan, entries: readonly TrusteeEntry[]): void {
  const groups = entries.flatMap((entry) => (entry.type === 'Pedersen' ? [entry] : []));
  const singles = entries.length - groups.length;
  const [group] = groups;
  const fits =
    threshold === undefined
      ? groups.length === 0 && singles === trustees
      : groups.length === 1 && group?.threshold === threshold && group.certs.length === trustees;
  if (fits) return;
  const planned =
    threshold === undefined
      ? `${trustees} keys of trustees`
      : `a key ceremony for ${threshold} of ${trustees}`;
  throw new Failed('not-as-planned', `The election is planned with ${planned}, and something else is given.`);
}
