import {
  type Answer,
  afterAnswer,
  afterOffer,
  answerTime,
  type Chairing,
  chairAt,
  NOBODY_YET,
  type Offer,
  type Rotation,
  type Term,
} from './chair.ts';
import type { Period } from './members.ts';
import { type Signed, type Standing, standingOf, type Text } from './signing.ts';

/** A charter as the life of an alliance goes by it. */
export interface CharterText extends Text {
  adoption: string;
  rotation: Rotation;
}

export interface CharterStanding<Charter extends CharterText, Signature extends Signed> {
  charter: Charter;
  standing: Standing<Signature>;
}

export interface Happened<Charter extends CharterText, Signature extends Signed> {
  periods: readonly Period[];
  held: ReadonlySet<string>;
  now: Date;
  /** Hosts of the alliance, and until when each was. */
  hosts: readonly { node: string; until: Date | null }[];
  namedChairs: readonly { node: string; at: Date }[];
  charters: readonly Charter[];
  signatures: readonly Signature[];
  offers: readonly Offer[];
  answers: readonly Answer[];
}

export interface History<Charter extends CharterText, Signature extends Signed> {
  /** Newest first; of authors who neither had the chair nor were the host there are none. */
  charters: readonly CharterStanding<Charter, Signature>[];
  chairing: Chairing;
}

const BY_ADMISSION: Rotation = { order: 'admission', nodes: [] };

/** The charter that is in force at a moment: the one that was adopted last. */
export function inForceAt<Charter extends CharterText, Signature extends Signed>(
  charters: readonly CharterStanding<Charter, Signature>[],
  at: Date,
): CharterStanding<Charter, Signature> | null {
  const adopted = charters
    .filter(({ standing: { adoptedAt } }) => adoptedAt !== null && adoptedAt <= at)
    .sort((a, b) => (a.standing.adoptedAt?.getTime() ?? 0) - (b.standing.adoptedAt?.getTime() ?? 0));
  return adopted.at(-1) ?? null;
}

export function rotationAt<Charter extends CharterText, Signature extends Signed>(
  charters: readonly CharterStanding<Charter, Signature>[],
  at: Date,
): Rotation {
  return inForceAt(charters, at)?.charter.rotation ?? BY_ADMISSION;
}

/**
 * Charters and chairs of an alliance, in the order of time: who may publish a charter depends on who has the chair, whom the
 * chair is offered to on the charter in force. Each record is judged by what was before it, so every node that holds the
 * same records comes to the same result.
 */
export function historyOf<Charter extends CharterText, Signature extends Signed>(
  happened: Happened<Charter, Signature>,
): History<Charter, Signature> {
  const { periods, charters, signatures, offers, answers, hosts } = happened;
  let standings: CharterStanding<Charter, Signature>[] = [];
  let chairing: Chairing = { ...NOBODY_YET, terms: named(happened.namedChairs) };
  const steps = [
    ...charters.map((charter) => ({ at: charter.at, order: charter.jti, take: () => publish(charter) })),
    ...offers.map((offer) => ({
      at: offer.at,
      order: offer.jti,
      take: () => {
        chairing = afterOffer(chairing, offer, rotationAt(standings, offer.at), periods);
      },
    })),
    ...answers.map((answer) => {
      const offer = offers.find(({ jti }) => jti === answer.offer.jti);
      const at = answerTime(answer, offer);
      const take = () => {
        chairing = afterAnswer(chairing, answer, rotationAt(standings, at), periods);
      };
      // Within a second the ids tell the order, and an answer comes after what it answers.
      const asked = offer === undefined ? '' : `${offer.jti}~`;
      return { at, order: answer.jti > asked ? answer.jti : asked, take };
    }),
  ];
  steps.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.order < b.order ? -1 : 1));
  for (const { take } of steps) take();
  const open = chairing.open.filter(({ withdrawnAt }) => withdrawnAt === null);
  return { charters: standings.toReversed(), chairing: { ...chairing, open } };

  function publish(charter: Charter): void {
    const chair = chairAt(chairing, rotationAt(standings, charter.at), periods, charter.at);
    const hosted = hosts.some(
      ({ node, until }) => node === charter.node && (until === null || charter.at < until),
    );
    if (chair?.node !== charter.node && !hosted) return;
    const rule = inForceAt(standings, charter.at)?.charter.adoption ?? 'all';
    standings = [...standings, { charter, standing: standingOf(charter, signatures, rule, happened) }];
  }
}

/** Whom the host named counts until somebody has accepted the chair; naming the same again is no new term. */
function named(chairs: readonly { node: string; at: Date }[]): Term[] {
  return chairs
    .filter(({ node }, i) => node !== chairs[i - 1]?.node)
    .map(({ node, at }) => ({ node, from: at, offer: null }));
}
