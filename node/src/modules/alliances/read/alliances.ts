import type { Selectable } from 'kysely';
import { findHosted, type HostedAlliance, listHosted } from '../../../kernel/alliances/index.ts';
import type { MembershipTable } from '../../../kernel/database/tables/alliances.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { selfFace } from '../../../kernel/web/index.ts';

/** A node in an alliance, by the name that we know. */
export interface Member {
  node: string;
  host: string;
  name: string;
  /** Path of its page here; null where it is no partner of ours. */
  page: string | null;
  since: Date;
  marks: readonly string[];
}

export interface AllianceView {
  alliance: HostedAlliance;
  members: readonly Member[];
  kids: readonly string[];
  chairName: string;
}

export interface AllianceList {
  hosted: readonly { alliance: HostedAlliance; members: number }[];
  /** At other hosts. */
  joined: readonly Selectable<MembershipTable>[];
}

export async function loadAlliances({ db }: Kernel): Promise<AllianceList> {
  const [hosted, memberships, counts] = await Promise.all([
    listHosted(db),
    db.selectFrom('membership').selectAll().where('state', '<>', 'left').orderBy('alliance').execute(),
    db
      .selectFrom('subordinate')
      .select((eb) => ['issuer', eb.fn.countAll<number>().as('count')])
      .groupBy('issuer')
      .execute(),
  ]);
  const ids = hosted.map(({ id }) => id);
  return {
    hosted: hosted.map((alliance) => ({
      alliance,
      members: Number(counts.find(({ issuer }) => issuer === alliance.id)?.count ?? 0),
    })),
    joined: memberships.filter(({ alliance }) => !ids.includes(alliance)),
  };
}

export async function loadAlliance(kernel: Kernel, slug: string): Promise<AllianceView | null> {
  const alliance = await findHosted(kernel.db, slug);
  if (alliance === null) return null;
  const { db } = kernel;
  const [rows, marks, keys, partners] = await Promise.all([
    db
      .selectFrom('subordinate')
      .select(['subject', 'added_at'])
      .where('issuer', '=', alliance.id)
      .orderBy('added_at')
      .orderBy('subject')
      .execute(),
    db.selectFrom('alliance_mark').select(['node', 'name']).where('alliance', '=', alliance.id).execute(),
    db
      .selectFrom('alliance_key')
      .select('kid')
      .where('alliance', '=', alliance.id)
      .where('retired_at', 'is', null)
      .orderBy('created_at')
      .execute(),
    kernel.trust.partners(),
  ]);
  const self = selfFace(kernel.identity);
  const faceOf = (node: string) => {
    if (node === kernel.identity.origin) return { name: self.name, page: null };
    const partner = partners.find((one) => one.node === node);
    return partner
      ? { name: partner.name, page: `/partners/${partner.host}` }
      : { name: new URL(node).host, page: null };
  };
  return {
    alliance,
    kids: keys.map(({ kid }) => kid),
    chairName: faceOf(alliance.chair).name,
    members: rows.map(({ subject, added_at }) => ({
      node: subject,
      host: new URL(subject).host,
      ...faceOf(subject),
      since: added_at,
      marks: marks.filter(({ node }) => node === subject).map(({ name }) => name),
    })),
  };
}
