import type { Db, Tx } from '../../../kernel/database/tables.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { keepWhileUnchanged } from '../../../kernel/log/keep-while-unchanged.ts';
import { chairAt, declinedBy, nextOf, type Offer, orderAt, type Term } from '../life/chair.ts';
import { type History, historyOf, inForceAt, rotationAt } from '../life/history.ts';
import { isMemberAt, membershipPeriods, type Period } from '../life/members.ts';
import { type Hosting, lineageOf, type SeenAlliance } from '../life/seen.ts';
import { type Signed, type Standing, standingOf } from '../life/signing.ts';
import { namedRowsOf, type RowOf, rowsOf } from './rows.ts';
import { readSeen, type Seen } from './seen.ts';

export type SignatureRow = Signed & { row: RowOf<'signature'> };
export type CharterRow = RowOf<'charter'> & { digest: string };
export type DeclarationRow = RowOf<'declaration'> & { digest: string };
export type OfferRow = Offer & { row: RowOf<'handOver'> };

export interface CharterLife {
  row: CharterRow;
  standing: Standing<SignatureRow>;
}
export interface DeclarationLife {
  row: DeclarationRow;
  standing: Standing<SignatureRow>;
}
export interface GroupLife {
  row: RowOf<'group'>;
  /** Its live members, in the order in which they joined. */
  members: readonly RowOf<'groupMembership'>[];
}

export interface ChairLife {
  node: string;
  /** The one who had it has left; this one stands in. */
  acting: boolean;
  term: Term;
  terms: readonly Term[];
  /** Members in the order of the charter in force. */
  order: readonly string[];
  next: string | null;
  offers: readonly OfferRow[];
}

/** An alliance with everything that its members did in it, as far as the logs go that we hold. */
export interface Life {
  alliance: SeenAlliance;
  lineage: readonly Hosting[];
  /** Where it lives now, if that is another host. */
  successor: SeenAlliance | null;
  periods: readonly Period[];
  held: ReadonlySet<string>;
  /** Newest first. */
  charters: readonly CharterLife[];
  inForce: CharterLife | null;
  declarations: readonly DeclarationLife[];
  chair: ChairLife | null;
  groups: readonly GroupLife[];
  meetings: readonly RowOf<'meeting'>[];
  contributions: readonly RowOf<'contribution'>[];
}

type CharterStep = CharterRow & { at: Date; withdrawnAt: Date | null; adoption: string } & {
  rotation: { order: string; nodes: readonly string[] };
};

/** @param id entity identifier of an alliance that is in `seen` */
export async function readLife(db: Db | Tx, seen: Seen, id: string, now: Date): Promise<Life | null> {
  const alliance = seen.alliances.get(id);
  if (alliance === undefined) return null;
  const lineage = lineageOf(seen.alliances, id);
  const ids = lineage.map((one) => one.id);
  const [charters, declarations, signatures, offers, answers, groups, joined, meetings, contributions] =
    await Promise.all([
      namedRowsOf(db, 'charter', ids),
      namedRowsOf(db, 'declaration', ids),
      rowsOf(db, 'signature', ids),
      namedRowsOf(db, 'handOver', ids),
      rowsOf(db, 'chairAnswer', ids),
      rowsOf(db, 'group', ids),
      rowsOf(db, 'groupMembership', ids),
      rowsOf(db, 'meeting', ids),
      rowsOf(db, 'contribution', ids),
    ]);
  const held = new Set(seen.shown.logs.map(({ node }) => node));
  const periods = membershipPeriods(seen.records, lineage, held);
  const signed = signatures.map((row) => ({ ...timeOf(row), row, node: row.node, text: row.body.text }));
  const history = historyOf({
    periods,
    held,
    now,
    hosts: lineage,
    namedChairs: lineage.flatMap((one) => seen.alliances.get(one.id)?.namedChairs ?? []),
    charters: charters.map(charterStep),
    signatures: signed.filter(({ row }) => row.body.of === 'charter'),
    offers: offers.map((row) => ({ ...offerOf(row), row })),
    answers: answers.map(({ jti, node, publishedAt: at, body }) => ({
      ...{ jti, node, at, offer: body.handOver, accepted: body.answer === 'accepted' },
    })),
  });
  const known = { periods, held, now };
  const ofDeclarations = signed.filter(({ row }) => row.body.of === 'declaration');
  const counts = <Row extends { node: string; publishedAt: Date; updatedAt: Date; state: string }>(
    row: Row,
  ) =>
    row.state === 'live' &&
    isMemberAt(periods, row.node, row.publishedAt) &&
    isMemberAt(periods, row.node, row.updatedAt);
  const counted = groups.filter(counts).toReversed();
  const inForce = inForceAt(history.charters, now);
  return {
    alliance,
    lineage,
    successor: seen.alliances.get(alliance.latest.body.successor ?? '') ?? null,
    periods,
    held,
    charters: history.charters.map(({ charter, standing }) => ({ row: charter, standing })),
    inForce: inForce && { row: inForce.charter, standing: inForce.standing },
    declarations: declarations
      .map((row) => {
        const text = { ...row, ...timeOf(row) };
        const rule = inForceAt(history.charters, text.at)?.charter.adoption ?? 'all';
        return { row, standing: standingOf(text, ofDeclarations, rule, known) };
      })
      .toReversed(),
    chair: chairOf(history, periods, now),
    groups: counted.map((row) => ({
      row,
      members: joined.filter(counts).filter(({ body }) => body.group.sub === row.sub),
    })),
    meetings: meetings.filter(counts).sort((a, b) => b.body.start.localeCompare(a.body.start)),
    contributions: contributions.filter(counts).sort((a, b) => b.body.date.localeCompare(a.body.date)),
  };
}

function timeOf({
  publishedAt,
  state,
  stateAt,
}: RowOf<'signature' | 'declaration' | 'charter' | 'handOver'>) {
  return { at: publishedAt, withdrawnAt: state === 'withdrawn' ? (stateAt ?? publishedAt) : null };
}

function charterStep(row: CharterRow): CharterStep {
  const { adoption, rotation } = row.body;
  const nodes = (rotation.nodes ?? []).map(({ node }) => node);
  return { ...row, ...timeOf(row), adoption, rotation: { order: rotation.order, nodes } };
}

function offerOf(row: RowOf<'handOver'> & { digest: string }): Offer {
  const { jti, digest, node, body } = row;
  return { jti, digest, node, ...timeOf(row), to: body.to.node, start: body.start, end: body.end };
}

function chairOf(
  { charters, chairing }: History<CharterStep, SignatureRow>,
  periods: readonly Period[],
  now: Date,
): ChairLife | null {
  const rotation = rotationAt(charters, now);
  const chair = chairAt(chairing, rotation, periods, now);
  if (chair === null) return null;
  const declined = declinedBy(chairing, chair.node, chair.term);
  return {
    ...chair,
    terms: chairing.terms,
    order: orderAt(rotation, periods, chair.node, now),
    next: nextOf(rotation, periods, chair.node, now, declined),
    offers: (chairing.open as OfferRow[]).filter(({ node }) => node === chair.node),
  };
}

const kept = keepWhileUnchanged<Life | null>(10_000);

/** The same for pages, where many readers share one answer. */
export function keptLife(kernel: Kernel, seen: Seen, id: string): Promise<Life | null> {
  return kept(kernel, seen.shown, id, () => readLife(kernel.db, seen, id, kernel.clock.now()));
}

/** The life of an alliance as a command needs it: read in its transaction. */
export async function readLifeAnew(db: Db | Tx, id: string, now: Date): Promise<Life | null> {
  return await readLife(db, await readSeen(db), id, now);
}
