type Args = Readonly<Record<string, string | number>>;

/**
 * What errors of the kernel that only operators meet are called at a terminal. Errors that readers of pages meet have
 * their sentence among the kernel's messages, in every language.
 */
const SENTENCES: Readonly<Record<string, (args: Args) => string>> = {
  'already-partner': ({ host }) => `${host} is a partner already, or this node itself.`,
  'bad-log': ({ url, reason }) => `The log of ${url} does not verify (${reason}). Nothing was changed.`,
  'bound-otherwise': ({ name }) =>
    `${name} is known with other keys. Keys that are trusted are never replaced by the way: remove the partner first, and add it again with its new keys.`,
  disputed: ({ url, reason }) =>
    `A partner holds another version of the log of ${url} (${reason}). Nothing was changed: ask both before you trust either.`,
  'inconsistent-keys': ({ url, reason }) =>
    `What ${url} says of its keys does not fit together (${reason}). Nothing was changed.`,
  'bad-configuration': ({ url, reason }) =>
    `What ${url} says of itself as a member of the federation does not hold: ${reason}. Nothing was changed. Tell its operator.`,
  'mark-taken': ({ url }) =>
    `${url} has the mark of another node. Ask it to choose another; nothing was changed.`,
  'no-such-key': () => 'There is no such key: "koinon key list" shows them.',
  'no-such-partner': ({ host }) => `There is no partner ${host}: "koinon partner list" shows them.`,
  'not-a-node': ({ url, reason }) => `${url} is no Koinon node (${reason}).`,
  'not-frozen': ({ host }) => `${host} has no open alarm: there is nothing to resume.`,
  'not-reached': ({ url, reason }) => `${url} cannot be reached (${asReason(reason)}). Nothing was changed.`,
  'other-keys': ({ url, reason }) =>
    `The keys that were given are not those that ${url} states (${reason}). Nothing was changed.`,
  'other-origin': ({ url, reason }) => `${url} speaks for another node: ${reason}. Nothing was changed.`,
  'other-record-key': ({ url, reason }) =>
    `The log of ${url} does not begin with a key that was given (${reason}). Nothing was changed.`,
  'too-soon': ({ id, from }) =>
    `Partners may not know the successor of ${id} yet: it can end from ${from} on. If it is lost or stolen, say so with --lost.`,
  'alliance-exists': ({ alliance }) => `There is an alliance ${alliance} here already.`,
  'already-member': ({ who, alliance }) => `${who} is a member of ${alliance} already.`,
  'host-stays': ({ alliance }) =>
    `The host of ${alliance} hands it over before it leaves: "koinon alliance hand-over".`,
  'no-such-alliance': ({ alliance }) =>
    `There is no alliance ${alliance} here: "koinon alliance list" shows them.`,
  'no-such-mark': ({ who, alliance }) =>
    `${alliance} has no trust mark "${who}": "koinon alliance policy --marks" names them.`,
  'not-a-member': ({ who, alliance }) => `${who === '' ? 'This node' : who} is no member of ${alliance}.`,
  'not-accepted': ({ who, alliance }) =>
    `${who} does not name ${alliance} in its configuration: its operator has to run "koinon alliance join" first. Nothing was changed.`,
  'not-an-alliance': ({ alliance, who }) =>
    `What ${alliance} says of itself is not that of an alliance${who === '' ? '' : ` (${who})`}. Nothing was changed.`,
  'not-invited': ({ who, alliance }) =>
    `${who} has no invitation to ${alliance}, or it is over: "koinon alliance invite".`,
  'not-prepared': ({ who }) =>
    `${who} has not been prepared: its operator has to run "koinon alliance host" first. Nothing was changed.`,
  'other-alliance-keys': ({ alliance }) =>
    `${alliance} signs with another key than the one that was given, or nobody vouches for its key. Nothing was changed: ask by another way, and give the thumbprint with --key.`,
  'handed-over': ({ alliance, who }) => `${alliance} has been handed over: it is at ${who} now.`,
  'unknown-method': () =>
    'The running node is of another version than this command: restart it, then try again.',
};

export function operatorSentence(code: string, args: Args, message: string): string {
  const sentence = Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined;
  return sentence?.(args) ?? asSentence(message);
}

/** The fetch says its code and the whole address first; the sentence has said both. */
function asReason(reason: string | number | undefined): string {
  return String(reason).replace(/^[a-z-]+: https?:\/\/\S+: /, '');
}

function asSentence(message: string): string {
  const begun = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}
