import { sha256Base64, sha256Hex } from '../../src/codec/hash.ts';
import { type Arithmetic, credentialSecret, EVENT_TYPES } from '../../src/index.ts';
import { proveKnowledge } from '../../src/proof/schnorr.ts';
import type { BoardSteps, MadeElection } from '../support/make-election.ts';
import type { Dice } from './dice.ts';
import { mutateJson } from './mutate-json.ts';

type Step = BoardSteps[number];

/** Changes events or messages of a board; hashes and the chain are made anew by whoever writes it. */
export function mutateBoard(
  board: BoardSteps,
  made: MadeElection,
  dice: Dice,
): { steps: BoardSteps; done: string } {
  let steps = board.map(([type, messages]): Step => [type, [...messages]]);
  const done: string[] = [];
  for (let left = dice.once(5) ? 2 : 1; left > 0; left--) {
    if (dice.below(4) > 0 || steps.length === 0) done.push(mutateMessage(steps, made, dice));
    else {
      const [name, mutation] = dice.one(Object.entries(EVENTS));
      steps = mutation(steps, dice);
      done.push(name);
    }
  }
  return { steps, done: done.join(', ') };
}

const EVENTS: Record<string, (steps: BoardSteps, dice: Dice) => BoardSteps> = {
  drop: (steps, dice) => steps.toSpliced(dice.below(steps.length), 1),
  repeat: (steps, dice) => steps.toSpliced(dice.below(steps.length + 1), 0, dice.one(steps)),
  swap: (steps, dice) => {
    const [a, b] = [dice.below(steps.length), dice.below(steps.length)];
    return steps.with(a, steps[b]!).with(b, steps[a]!);
  },
  stop: (steps, dice) => steps.slice(0, dice.below(steps.length)),
  rename: (steps, dice) => {
    const at = dice.below(steps.length);
    return steps.with(at, [dice.one(EVENT_TYPES), steps[at]![1]]);
  },
  'lose a message': (steps, dice) => {
    const at = dice.below(steps.length);
    const [type, messages] = steps[at]!;
    return steps.with(at, [type, messages.slice(1)]);
  },
  'take a message of another event': (steps, dice) => {
    const at = dice.below(steps.length);
    const [type, messages] = steps[at]!;
    return steps.with(at, [type, [...dice.one(steps)[1].slice(0, 1), ...messages]]);
  },
};

function mutateMessage(steps: BoardSteps, made: MadeElection, dice: Dice): string {
  const full = steps.filter(([, messages]) => messages.length > 0);
  if (full.length === 0) return 'nothing';
  const step = dice.one(full);
  const messages = step[1] as string[];
  const at = dice.below(messages.length);
  messages[at] = mutateJson(messages[at]!, made.election.group, dice);
  // Ballots are mostly signed again, so that what they hold is looked at and not their signature.
  if (step[0] === 'Ballot' && dice.below(3) > 0)
    messages[at] = signedAgain(messages[at]!, made, made.arithmetic, dice);
  if (!dice.once(10)) nameAgain(step, at);
  return `${step[0]} message ${at}`;
}

/** Names the changed message by its new hash wherever its event refers to it. */
function nameAgain([type, list]: Step, changed: number): void {
  const messages = list as string[];
  const last = messages.length - 1;
  if (changed === last || messages.length < 2) return;
  const edit = (change: (json: Record<string, unknown>) => void): void => {
    const json = JSON.parse(messages[last]!) as Record<string, unknown>;
    change(json);
    messages[last] = JSON.stringify(json);
  };
  try {
    edit((json) => {
      const hash = sha256Hex(messages[changed]!);
      if (type === 'Setup') json[['election', 'trustees', 'credentials'][changed]!] = hash;
      else if (type === 'EncryptedTally') json.encrypted_tally = hash;
      else json.payload = hash;
    });
  } catch {
    // An earlier change left nothing to be named.
  }
}

function signedAgain(text: string, made: MadeElection, arithmetic: Arithmetic, dice: Dice): string {
  try {
    const { signature: _, ...json } = JSON.parse(text) as Record<string, unknown>;
    const voter = made.credentials.find(({ publicKey }) => String(publicKey) === json.credential);
    if (voter === undefined) return text;
    const { election } = made;
    const secret = credentialSecret(voter.credential, election.uuid, election.group);
    const hash = sha256Base64(JSON.stringify(json));
    const { challenge, response } = proveKnowledge(arithmetic, secret, `sig|${hash}|`, dice.bytes);
    const proof = { challenge: String(challenge), response: String(response) };
    return JSON.stringify({ ...json, signature: { hash, proof } });
  } catch {
    return text;
  }
}
