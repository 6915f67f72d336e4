import { isMemberAt, membersAt, type Period } from './members.ts';

/** The chair is offered: a record of whoever has it. */
export interface Offer {
  jti: string;
  digest: string;
  node: string;
  at: Date;
  withdrawnAt: Date | null;
  to: string;
  /** First and last day of the term. */
  start: string;
  end: string;
}

/** What the node that is offered the chair says. To take an answer back changes nothing: the chair is given on, not dropped. */
export interface Answer {
  jti: string;
  node: string;
  at: Date;
  offer: { jti: string; digest: string };
  accepted: boolean;
}

/** Somebody's time in the chair. */
export interface Term {
  node: string;
  from: Date;
  /** Null for those whom the host named when it founded the alliance. */
  offer: Offer | null;
}

export interface Rotation {
  order: string;
  nodes: readonly string[];
}

/** Who had the chair, who has it, and what is under way. */
export interface Chairing {
  terms: readonly Term[];
  declined: readonly { offer: Offer; at: Date }[];
  /** Offers that counted when they were made and that nobody has answered or taken back. */
  open: readonly Offer[];
}

export const NOBODY_YET: Chairing = { terms: [], declined: [], open: [] };

/** Who has the chair at a moment; `acting` where the one who had it has left the alliance and the next stands in. */
export function chairAt(
  { terms }: Pick<Chairing, 'terms'>,
  rotation: Rotation,
  periods: readonly Period[],
  at: Date,
): { node: string; term: Term; acting: boolean } | null {
  const term = terms.findLast(({ from }) => from <= at);
  if (term === undefined) return null;
  if (isMemberAt(periods, term.node, at)) return { node: term.node, term, acting: false };
  const next = nextOf(rotation, periods, term.node, at, []);
  return next === null ? null : { node: next, term, acting: true };
}

/** Members in the order in which they take the chair, with whoever has it, even if it has left. */
export function orderAt(
  { order, nodes }: Rotation,
  periods: readonly Period[],
  chair: string,
  at: Date,
): string[] {
  const present = membersAt(periods, at);
  const admitted = [...periods].sort((a, b) => a.from.getTime() - b.from.getTime()).map(({ node }) => node);
  const byAdmission = [...new Set(admitted)].filter((node) => present.includes(node) || node === chair);
  if (order !== 'listed') return byAdmission;
  const listed = [...new Set(nodes)].filter((node) => byAdmission.includes(node));
  return [...listed, ...byAdmission.filter((node) => !listed.includes(node))];
}

/** Who follows `chair`: the next member in the order that has not declined; null where there is none. */
export function nextOf(
  rotation: Rotation,
  periods: readonly Period[],
  chair: string,
  at: Date,
  declined: readonly string[],
): string | null {
  const order = orderAt(rotation, periods, chair, at);
  const place = order.indexOf(chair);
  const following = [...order.slice(place + 1), ...order.slice(0, Math.max(0, place))];
  return following.find((node) => !declined.includes(node) && isMemberAt(periods, node, at)) ?? null;
}

/** Nodes that have declined what the one in the chair offered in its present term. */
export function declinedBy({ declined }: Pick<Chairing, 'declined'>, chair: string, term: Term): string[] {
  return declined
    .filter(({ offer }) => offer.node === chair && offer.at >= term.from)
    .map(({ offer }) => offer.to);
}

/** The chair after an offer: it counts where whoever has the chair makes it to the next. */
export function afterOffer(
  chairing: Chairing,
  offer: Offer,
  rotation: Rotation,
  periods: readonly Period[],
): Chairing {
  const now = chairAt(chairing, rotation, periods, offer.at);
  if (now?.node !== offer.node || chairing.terms.some(isTakenAfter(offer.at))) return chairing;
  const declined = declinedBy(chairing, offer.node, now.term);
  if (nextOf(rotation, periods, offer.node, offer.at, declined) !== offer.to) return chairing;
  return { ...chairing, open: [...chairing.open, offer] };
}

/** The chair after an answer: it counts where it answers an open offer of the one who still has the chair. */
export function afterAnswer(
  chairing: Chairing,
  answer: Answer,
  rotation: Rotation,
  periods: readonly Period[],
): Chairing {
  const offer = chairing.open.find(
    ({ jti, digest }) => jti === answer.offer.jti && digest === answer.offer.digest,
  );
  if (offer === undefined || offer.to !== answer.node) return chairing;
  const at = answerTime(answer, offer);
  if (offer.withdrawnAt !== null && offer.withdrawnAt <= at) return chairing;
  if (!isMemberAt(periods, answer.node, at)) return chairing;
  if (chairAt(chairing, rotation, periods, at)?.node !== offer.node) return chairing;
  const open = chairing.open.filter((one) => one !== offer);
  if (!answer.accepted) return { ...chairing, open, declined: [...chairing.declined, { offer, at }] };
  const start = new Date(`${offer.start}T00:00:00Z`);
  // With a new term every other offer of the old one is over, and so is the host's naming of chairs.
  const before = chairing.terms.filter((term) => term.offer !== null || term.from <= at);
  const terms = [...before, { node: offer.to, from: start > at ? start : at, offer }];
  return { ...chairing, open: [], terms };
}

const isTakenAfter =
  (at: Date) =>
  ({ offer, from }: Term): boolean =>
    offer !== null && from > at;

/** An answer names what it answers, so it came after it, whatever clocks said. */
export function answerTime(answer: Answer, offer: Offer | undefined): Date {
  return offer !== undefined && offer.at > answer.at ? offer.at : answer.at;
}
