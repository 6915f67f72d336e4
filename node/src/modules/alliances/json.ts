import { z } from 'zod';
import { type Names, subjectJson, subjectSchema } from '../../kernel/subjects/index.ts';
import type { Provenance } from '../../kernel/web/page.ts';
import { activityByQuarter, DEEDS } from './life/activity.ts';
import type { Offer, Term } from './life/chair.ts';
import { membersAt } from './life/members.ts';
import type { Standing } from './life/signing.ts';
import { happeningsOf, type MembersWork } from './read/deeds.ts';
import type { CharterLife, DeclarationLife, GroupLife, Life, SignatureRow } from './read/life.ts';

/** Alliances as programs read them, on the API and at their pages' own addresses. */

const node = z.object({ node: z.url(), name: z.string() });
const text = z.record(z.string(), z.string());

export const standingSchema = z
  .object({
    state: z.enum(['adopted', 'waiting', 'withdrawn', 'void']),
    adoptedAt: z.iso.datetime().nullable(),
    signers: z.array(
      z.object({
        ...node.shape,
        state: z.enum(['signed', 'withdrawn', 'waiting', 'left', 'unread']),
        asked: z.boolean().describe('It was a member when the text was proposed.'),
        at: z.iso.datetime().nullable(),
        jti: z.uuid().nullable().describe('The record of its signature.'),
        remark: text.nullable(),
      }),
    ),
  })
  .meta({ id: 'AllianceStanding' });

/** A charter or a declaration with who has signed it. */
export const signedTextSchema = subjectSchema
  .extend({ standing: standingSchema })
  .meta({ id: 'AllianceText' });

export const groupSchema = subjectSchema
  .extend({ members: z.array(z.object({ ...node.shape, since: z.iso.datetime(), jti: z.uuid() })) })
  .meta({ id: 'AllianceGroup' });

const termSchema = z.object({
  ...node.shape,
  from: z.iso.datetime().describe('When it took the chair.'),
  start: z.iso.date().nullable(),
  end: z.iso.date().nullable(),
  offer: z.uuid().nullable().describe('The record by which the chair was offered.'),
});

export const allianceSummarySchema = z
  .object({
    id: z.url().describe('Entity identifier.'),
    path: z.string().describe('Where this node shows it.'),
    title: text,
    host: node,
    founded: z.iso.datetime(),
    successor: z.url().nullable(),
  })
  .meta({ id: 'AllianceSummary' });

export const allianceSchema = allianceSummarySchema
  .extend({
    members: z.array(z.object({ ...node.shape, since: z.iso.datetime(), marks: z.array(z.string()) })),
    charter: signedTextSchema.nullable().describe('The one in force.'),
    chair: z
      .object({
        ...node.shape,
        acting: z.boolean().describe('The one who had it has left.'),
        next: node.nullable(),
        order: z.array(z.url()),
        offered: z.array(
          z.object({ sub: z.url(), jti: z.uuid(), to: z.url(), start: z.iso.date(), end: z.iso.date() }),
        ),
        terms: z.array(termSchema),
      })
      .nullable(),
    quarters: z.array(
      z.object({ quarter: z.string(), total: z.int(), counts: z.record(z.enum(DEEDS), z.int()) }),
    ),
  })
  .meta({ id: 'Alliance' });

/** A list that a page shows, as programs read it. */
export const happeningSchema = z.object({
  deed: z.enum(DEEDS),
  at: z.iso.datetime(),
  title: text,
  ...node.shape,
  path: z.string(),
});

type Provenances = ReadonlyMap<string, Provenance>;

const named = (names: Names, origin: string) => ({
  node: origin,
  name: names.get(origin) ?? new URL(origin).host,
});

export function standingJson({ state, adoptedAt, signers }: Standing<SignatureRow>, names: Names) {
  return {
    state,
    adoptedAt: adoptedAt?.toISOString() ?? null,
    signers: signers.map(({ node: origin, state: how, asked, signature }) => ({
      ...named(names, origin),
      state: how,
      asked,
      at: signature?.at.toISOString() ?? null,
      jti: signature?.row.jti ?? null,
      remark: signature?.row.body.remark ?? null,
    })),
  };
}

export function signedTextJson(
  { row, standing }: CharterLife | DeclarationLife,
  provenance: Provenances,
  names: Names,
) {
  return {
    ...subjectJson(row, provenance.get(row.jti), names),
    standing: standingJson(standing, names),
  };
}

export function groupJson({ row, members }: GroupLife, provenance: Provenances, names: Names) {
  return {
    ...subjectJson(row, provenance.get(row.jti), names),
    members: members.map(({ node: origin, publishedAt, jti }) => ({
      ...named(names, origin),
      since: publishedAt.toISOString(),
      jti,
    })),
  };
}

export function allianceSummaryJson(
  { alliance, successor }: Pick<Life, 'alliance' | 'successor'>,
  names: Names,
) {
  const { id, path, host, founded, latest } = alliance;
  return {
    id,
    path,
    title: latest.body.charter.title,
    host: named(names, host.node),
    founded: founded.toISOString(),
    successor: successor?.id ?? null,
  };
}

export function allianceJson(
  life: Life,
  work: MembersWork,
  { names, provenance, now }: { names: Names; provenance: Provenances; now: Date },
) {
  const { periods, inForce, chair, alliance } = life;
  const sinceOf = (origin: string) =>
    periods.findLast((one) => one.node === origin)?.from ?? alliance.founded;
  return {
    ...allianceSummaryJson(life, names),
    members: membersAt(periods, now).map((origin) => ({
      ...named(names, origin),
      since: sinceOf(origin).toISOString(),
      marks: alliance.marks.filter((mark) => mark.node === origin).map(({ name }) => name),
    })),
    charter: inForce && signedTextJson(inForce, provenance, names),
    chair: chair && {
      ...named(names, chair.node),
      acting: chair.acting,
      next: chair.next === null ? null : named(names, chair.next),
      order: [...chair.order],
      offered: chair.offers.map(({ row, ...offer }) => ({ sub: row.sub, ...offerJson(offer) })),
      terms: chair.terms.map((term) => termJson(term, names)),
    },
    quarters: activityByQuarter(happeningsOf(life, work), now),
  };
}

function offerJson({ jti, to, start, end }: Offer) {
  return { jti, to, start, end };
}

function termJson({ node: origin, from, offer }: Term, names: Names) {
  return {
    ...named(names, origin),
    from: from.toISOString(),
    start: offer?.start ?? null,
    end: offer?.end ?? null,
    offer: offer?.jti ?? null,
  };
}
