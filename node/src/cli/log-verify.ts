import { MAX_NOTE } from '@koinon/transparency-log';
import { checkLog } from './checks/check-log.ts';
import { cosigned, openByPolicy, openPrior } from './checks/checkpoint.ts';
import { count, logFindings } from './checks/log-findings.ts';
import { type Finding, findingLine } from './checks/receipt-lines.ts';
import { readInput, requireWritable, writeOutput } from './files.ts';
import { command } from './framework/command.ts';
import { CannotTell } from './framework/error.ts';
import { EXIT } from './framework/exit.ts';
import { openLog } from './open-log.ts';

export const logVerify = command({
  name: 'log verify',
  summary: 'Check a whole log: every entry, every tile, every signature',
  description: [
    'Reads the signed checkpoint, hashes every entry to its root, compares every tile, and checks the signature of every record with the keys that the log itself declares. Needs no node and no database.',
    'Keep the checkpoint with --save and give it with --prior the next time: then a log that was cut short or rewritten in between is found out.',
    'Exit code 0: everything holds. 1: refuted. 2: a file or option is wrong. 3: it cannot be told, because something could not be read.',
  ],
  arguments: [
    { name: 'log', describe: 'the address of a node or of its log, or the directory of an exported log' },
  ],
  options: {
    policy: {
      type: 'string',
      value: 'FILE',
      describe: 'Logs and witnesses to trust (tlog-policy); otherwise as the node states them today.',
    },
    vkey: {
      type: 'string',
      value: 'KEY',
      multiple: true,
      describe: 'Verifier key of the log, in place of a policy.',
    },
    prior: {
      type: 'string',
      value: 'FILE',
      describe: 'A checkpoint kept before: the log must have grown from it.',
    },
    save: { type: 'string', value: 'FILE', describe: 'Keep the checkpoint here once everything holds.' },
    'skip-records': {
      type: 'boolean',
      describe: 'Do not look into the entries: for logs of other things than records.',
    },
    force: { type: 'boolean', describe: 'Let --save replace a file.' },
  },
  examples: [
    'koinon log verify https://node.example',
    'koinon log verify ./exported --policy trust.policy --prior last.checkpoint --save last.checkpoint',
  ],
  judges: true,
  async run({ args: [place = ''], options, io }) {
    const replaces = options.force || (options.prior !== undefined && options.prior === options.save);
    if (options.save !== undefined) await requireWritable(options.save, replaces);
    const { source, policy, keys } = await openLog(place, options);
    io.progress(`Reading the checkpoint of ${source.name} …`);
    const note = await source.read('checkpoint', MAX_NOTE);
    if (note === null)
      throw new CannotTell('no-checkpoint', `${source.name} has no checkpoint: it is not a log.`);
    const opened = openByPolicy(note, policy);
    if (!('checkpoint' in opened))
      return io.answer(EXIT.failed, { verdict: 'refuted', findings: [opened] }, [findingLine(opened)]);
    const { checkpoint } = opened;
    const prior =
      options.prior === undefined
        ? null
        : openPrior(
            await readInput(options.prior, 'a checkpoint', MAX_NOTE),
            options.prior,
            policy,
            checkpoint.origin,
          );
    const records = !options['skip-records'];
    const check = await checkLog(source, opened, {
      records,
      prior,
      now: Math.floor(Date.now() / 1000),
      onProgress: (entries) =>
        io.progress(
          `${source.name}: ${entries.toLocaleString('en')} of ${count(checkpoint.size, 'entry', 'entries')} checked`,
        ),
    });
    const findings: Finding[] = [
      {
        ok: true,
        what: `checkpoint of ${checkpoint.origin}: ${count(checkpoint.size, 'entry', 'entries')}, signed by the log`,
      },
      cosigned(opened, policy),
      ...logFindings(check, checkpoint.size, prior?.size ?? null, records),
    ];
    const ok = findings.every((finding) => finding.ok);
    if (ok && options.save !== undefined) await writeOutput(options.save, note, { force: replaces });
    const json = {
      verdict: ok ? 'verified' : 'refuted',
      keys,
      findings,
      log: { origin: checkpoint.origin, size: checkpoint.size },
      check,
    };
    return io.answer(ok ? EXIT.ok : EXIT.failed, json, [...findings.map(findingLine), keys]);
  },
});
