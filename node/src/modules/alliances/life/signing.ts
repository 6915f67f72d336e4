import { isMemberAt, membersAt, type Period } from './members.ts';

/** A text that is adopted by the signatures of members. */
export interface Text {
  jti: string;
  digest: string;
  /** Who proposed it. */
  node: string;
  at: Date;
  /** When its author took it back. */
  withdrawnAt: Date | null;
}

/** One signature, as it stands in its signer's log. */
export interface Signed {
  node: string;
  at: Date;
  withdrawnAt: Date | null;
  /** The record that was signed, and its bytes. */
  text: { jti: string; digest: string };
}

/** `unread`: we do not hold its log, so we cannot know. `left`: it was asked, and was a member no more before it signed. */
export type SignerState = 'signed' | 'withdrawn' | 'waiting' | 'left' | 'unread';

export interface Signer<Signature extends Signed = Signed> {
  node: string;
  state: SignerState;
  /** Null where it has not signed. */
  signature: Signature | null;
  /** Whether the text waits, or waited, for it: it was a member when the text was proposed. */
  asked: boolean;
}

export interface Standing<Signature extends Signed = Signed> {
  /** `void`: its author was no member then. `withdrawn`: taken back before it was adopted. */
  state: 'adopted' | 'waiting' | 'withdrawn' | 'void';
  adoptedAt: Date | null;
  signers: readonly Signer<Signature>[];
}

interface Known {
  periods: readonly Period[];
  /** Origins of nodes whose logs are held here. */
  held: ReadonlySet<string>;
  now: Date;
}

/**
 * How a text stands. It is adopted at the first moment at which enough of those have signed who were members when it was
 * proposed and still are; what happens later does not undo that. A signature counts where it names these very bytes and
 * its author was a member when it signed.
 */
export function standingOf<Signature extends Signed>(
  text: Text,
  signatures: readonly Signature[],
  rule: string,
  { periods, held, now }: Known,
): Standing<Signature> {
  const asked = membersAt(periods, text.at);
  const counted = signatures
    .filter((one) => one.text.jti === text.jti && one.text.digest === text.digest)
    .filter((one) => isMemberAt(periods, one.node, one.at))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const adoptedAt = asked.includes(text.node) ? firstEnough(text, counted, rule, asked, periods) : null;
  const later = membersAt(periods, now).filter((node) => !asked.includes(node));
  const signers = [...asked, ...later].map((node): Signer<Signature> => {
    const own = counted.filter((one) => one.node === node);
    const signature = own.find(({ withdrawnAt }) => withdrawnAt === null) ?? own.at(-1) ?? null;
    return { node, signature, asked: asked.includes(node), state: stateOf(node, signature) };
  });
  return { state: overall(), adoptedAt, signers };

  function stateOf(node: string, signature: Signed | null): SignerState {
    if (signature !== null) return signature.withdrawnAt === null ? 'signed' : 'withdrawn';
    if (!isMemberAt(periods, node, now)) return 'left';
    return held.has(node) ? 'waiting' : 'unread';
  }

  function overall(): Standing['state'] {
    if (adoptedAt !== null) return 'adopted';
    if (!asked.includes(text.node)) return 'void';
    return text.withdrawnAt === null ? 'waiting' : 'withdrawn';
  }
}

function firstEnough(
  { at: proposedAt, withdrawnAt }: Text,
  signatures: readonly Signed[],
  rule: string,
  asked: readonly string[],
  periods: readonly Period[],
): Date | null {
  const departures = periods.flatMap(({ node, until }) => (asked.includes(node) && until ? [until] : []));
  // A signature names what it signs, so it came after it, whatever the signer's clock said.
  const signed = signatures.map(({ at }) => (at < proposedAt ? proposedAt : at));
  const moments = [...signed, ...departures]
    .filter((at) => at >= proposedAt && (withdrawnAt === null || at < withdrawnAt))
    .sort((a, b) => a.getTime() - b.getTime());
  const found = moments.find((at) => {
    const wanted = asked.filter((node) => isMemberAt(periods, node, at));
    const have = wanted.filter((node) =>
      signatures.some(
        (one) => one.node === node && one.at <= at && !(one.withdrawnAt && one.withdrawnAt <= at),
      ),
    );
    return isEnough(rule, have.length, wanted.length);
  });
  return found ?? null;
}

/** Rules that a later version may know mean all here: nobody is bound by fewer than we understand. */
export function isEnough(rule: string, signed: number, of: number): boolean {
  if (of === 0 || signed === 0) return false;
  if (rule === 'two-thirds') return signed * 3 >= of * 2;
  if (rule === 'majority') return signed * 2 > of;
  return signed >= of;
}
