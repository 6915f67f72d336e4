import { toHex } from './bytes.ts';
import { PolicyError } from './error.ts';
import type { Verifier } from './note.ts';
import { COSIGNATURE_ED25519, ED25519 } from './note-key.ts';
import { parseVerifierKey } from './verifier.ts';

export interface PolicyLog {
  vkey: string;
  url?: string;
}
export interface PolicyWitness {
  name: string;
  vkey: string;
  url?: string;
}
export interface PolicyGroup {
  name: string;
  threshold: number | 'all' | 'any';
  members: string[];
}
/** Whom to trust (tlog-policy): logs, witnesses, groups of them, and the group that must have cosigned. */
export interface Policy {
  logs: PolicyLog[];
  witnesses: PolicyWitness[];
  groups: PolicyGroup[];
  /** Name of a witness or group, or `none`. */
  quorum: string;
}

const NONE = 'none';
/** Anything but tab, newline and what is above U+001F; DEL is refused too. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: tlog-policy forbids them
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f]/;

function readKey(vkey: string, line: number): Verifier {
  try {
    return parseVerifierKey(vkey);
  } catch (error) {
    throw new PolicyError(line, error instanceof Error ? error.message : String(error));
  }
}

class PolicyReader {
  readonly policy: Policy = { logs: [], witnesses: [], groups: [], quorum: '' };
  readonly #names = new Set<string>();
  readonly #grouped = new Set<string>();
  readonly #logKeys = new Set<string>();
  readonly #witnessKeys = new Set<string>();

  read(words: string[], line: number): void {
    const [keyword, ...rest] = words;
    if (keyword === 'log') this.#log(rest, line);
    else if (keyword === 'witness') this.#witness(rest, line);
    else if (keyword === 'group') this.#group(rest, line);
    else if (keyword === 'quorum') this.#quorum(rest, line);
    else throw new PolicyError(line, `unknown keyword ${keyword}`);
  }

  #define(name: string, line: number): void {
    if (name === NONE || this.#names.has(name)) throw new PolicyError(line, `the name ${name} is taken`);
    this.#names.add(name);
  }

  /** Two vkeys of one public key are duplicates, whatever their names. */
  #key(vkey: string, line: number, seen: Set<string>): Verifier {
    const verifier = readKey(vkey, line);
    const key = toHex(verifier.publicKey);
    if (seen.has(key)) throw new PolicyError(line, 'the public key is listed twice');
    seen.add(key);
    return verifier;
  }

  #log([vkey = '', url, ...more]: string[], line: number): void {
    if (more.length > 0) throw new PolicyError(line, 'log <vkey> [<url>]');
    const { type } = this.#key(vkey, line, this.#logKeys);
    if (type === COSIGNATURE_ED25519) throw new PolicyError(line, 'the key of a log is no witness key');
    this.policy.logs.push({ vkey, ...(url === undefined ? {} : { url }) });
  }

  #witness([name, vkey, url, ...more]: string[], line: number): void {
    if (name === undefined || vkey === undefined || more.length > 0) {
      throw new PolicyError(line, 'witness <name> <vkey> [<url>]');
    }
    this.#define(name, line);
    const { type } = this.#key(vkey, line, this.#witnessKeys);
    if (type === ED25519) {
      throw new PolicyError(line, 'the key of a witness is a cosignature key');
    }
    this.policy.witnesses.push({ name, vkey, ...(url === undefined ? {} : { url }) });
  }

  #group([name, threshold, ...members]: string[], line: number): void {
    if (name === undefined || threshold === undefined || members.length === 0) {
      throw new PolicyError(line, 'group <name> all|any|<k> <member>...');
    }
    for (const member of members) {
      if (!this.#names.has(member)) throw new PolicyError(line, `${member} is not defined yet`);
      if (this.#grouped.has(member)) throw new PolicyError(line, `${member} is in a group already`);
      this.#grouped.add(member);
    }
    const count = threshold === 'all' || threshold === 'any' ? threshold : Number(threshold);
    if (typeof count === 'number' && (!/^[1-9]\d{0,8}$/.test(threshold) || count > members.length)) {
      throw new PolicyError(line, 'a threshold is all, any or 1 to the number of members');
    }
    this.#define(name, line);
    this.policy.groups.push({ name, threshold: count, members });
  }

  #quorum([name, ...more]: string[], line: number): void {
    if (name === undefined || more.length > 0) throw new PolicyError(line, 'quorum <name>|none');
    if (this.policy.quorum !== '') throw new PolicyError(line, 'a second quorum line');
    if (name !== NONE && !this.#names.has(name)) throw new PolicyError(line, `${name} is not defined yet`);
    this.policy.quorum = name;
  }
}

/**
 * Reads a tlog-policy: logs, witnesses, groups of them, and the one quorum line. Names are defined before they are used,
 * every name is in at most one group, and a public key is listed once per role.
 *
 * @throws PolicyError which names the line
 * @example
 * const policy = parsePolicy(`log ${logKey}\nwitness a ${witnessKey}\nquorum a\n`)
 */
export function parsePolicy(text: string): Policy {
  if (!text.isWellFormed()) throw new PolicyError(0, 'the policy is not Unicode');
  const reader = new PolicyReader();
  for (const [i, line] of text.split('\n').entries()) {
    if (CONTROL.test(line)) throw new PolicyError(i + 1, 'a control character');
    const words = line.split(/[ \t]+/).filter((word) => word !== '');
    if (words[0]?.startsWith('#') === false) reader.read(words, i + 1);
  }
  if (reader.policy.quorum === '') throw new PolicyError(0, 'no quorum line');
  return reader.policy;
}

/**
 * Writes a tlog-policy: logs, witnesses, groups, quorum, in the order they are in. What it writes, `parsePolicy` reads
 * back to the same policy.
 *
 * @throws PolicyError where the policy breaks a rule of the format
 * @example await writeFile('partners.policy', formatPolicy(policy))
 */
export function formatPolicy(policy: Policy): string {
  const lines = [
    ...policy.logs.map(({ vkey, url }) => ['log', vkey, url]),
    ...policy.witnesses.map(({ name, vkey, url }) => ['witness', name, vkey, url]),
    ...policy.groups.map(({ name, threshold, members }) => ['group', name, String(threshold), ...members]),
    ['quorum', policy.quorum],
  ];
  const words = lines.map((line) => line.filter((word) => word !== undefined));
  if (words.flat().some((word) => word === '' || /[ \t\n]/.test(word))) {
    throw new PolicyError(0, 'a name, key or URL is empty or holds white space');
  }
  const text = words.map((line) => `${line.join(' ')}\n`).join('');
  parsePolicy(text);
  return text;
}

/**
 * Whether the witnesses whose cosignatures verified satisfy the policy. A group counts as one member of the next.
 *
 * @example quorumMet(policy, new Set(opened.cosignatures.map(({ vkey }) => vkey)))
 */
export function quorumMet(policy: Policy, cosigningVkeys: ReadonlySet<string>): boolean {
  if (policy.quorum === NONE) return true;
  const met = new Map<string, boolean>();
  for (const { name, vkey } of policy.witnesses) met.set(name, cosigningVkeys.has(vkey));
  for (const { name, threshold, members } of policy.groups) {
    const needed = threshold === 'all' ? members.length : threshold === 'any' ? 1 : threshold;
    met.set(name, members.filter((member) => met.get(member)).length >= needed);
  }
  return met.get(policy.quorum) ?? false;
}

/**
 * The keys of a policy, ready to verify: those of the logs of one origin, and those of all witnesses. A log is named by
 * its origin.
 *
 * @throws NoteError where the policy was not made by `parsePolicy` and holds a key that cannot be read
 * @example
 * const { logVerifiers, witnessVerifiers } = policyVerifiers(policy, 'node.example/log')
 * openCheckpoint(note, { origin: 'node.example/log', logVerifiers, witnessVerifiers })
 */
export function policyVerifiers(
  policy: Policy,
  origin: string,
): { logVerifiers: Verifier[]; witnessVerifiers: Verifier[] } {
  return {
    logVerifiers: policy.logs.map(({ vkey }) => parseVerifierKey(vkey)).filter(({ name }) => name === origin),
    witnessVerifiers: policy.witnesses.map(({ vkey }) => parseVerifierKey(vkey)),
  };
}
