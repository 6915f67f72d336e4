import type { LogCheck } from './check-log.ts';
import type { Finding } from './receipt-lines.ts';

/** The answer of `koinon log verify`, from what was found. */
export function logFindings(
  check: LogCheck,
  size: number,
  prior: number | null,
  records: boolean,
): Finding[] {
  const { entries, bundles, tiles, rootOk, priorOk, badFiles, badRecords } = check;
  const hashed = `${count(size, 'entry', 'entries')} in ${count(bundles, 'bundle', 'bundles')} hash to the root`;
  const findings: Finding[] = [
    rootOk
      ? { ok: true, what: hashed }
      : {
          ok: false,
          what: hashed,
          why: entries < size ? `only ${entries} could be read` : 'they give another root',
        },
    badFiles.length === 0
      ? { ok: true, what: `${count(tiles, 'tile', 'tiles')}, byte for byte` }
      : { ok: false, what: 'every file is there and right', why: badFiles.join('; ') },
  ];
  if (records) findings.push(recordFinding(check.records, badRecords));
  if (prior !== null) {
    const what = `grew from the checkpoint of ${count(prior, 'entry', 'entries')} kept before`;
    if (priorOk) findings.push({ ok: true, what });
    else
      findings.push({
        ok: false,
        what,
        why: prior > size ? 'the log is shorter now' : 'those entries are others now',
      });
  }
  return findings;
}

function recordFinding(good: number, bad: LogCheck['badRecords']): Finding {
  const what = `${count(good, 'record', 'records')} signed with keys that the log itself declares`;
  if (bad.count === 0) return { ok: true, what };
  const more = bad.count > bad.examples.length ? ` and ${bad.count - bad.examples.length} more` : '';
  return { ok: false, what, why: `${bad.count} not: ${bad.examples.join('; ')}${more}` };
}

export function count(n: number, one: string, many: string): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}
