import { configurationClaims, signStatement, signTrustMark } from '@koinon/trust';
import { unixSeconds } from '../clock.ts';
import {
  issuedAt,
  jwksOf,
  METADATA_POLICY,
  newestKey,
  readSubordinate,
  statementAbout,
  superiorEndpoints,
} from '../federation/index.ts';
import { pickText } from '../i18n/index.ts';
import type { Kernel } from '../kernel.ts';
import type { Signer } from '../keys/keys.ts';
import { sha256Hex } from '../sha256.ts';
import { allianceSigner, allianceSigners, type HostedAlliance, markType } from './hosted.ts';

/** Entity type of an alliance. */
export const KOINON_ALLIANCE = 'koinon_alliance';

/** What people read about an alliance, as the bytes that its configuration names by their hash. */
export function charterDocument({ charter, chair }: Pick<HostedAlliance, 'charter' | 'chair'>): string {
  return JSON.stringify({ ...charter, chair });
}

const seconds = (time: Date): number => Math.floor(time.getTime() / 1000);

/** What an alliance says of itself. It names no superior: it is where chains end. */
export async function allianceConfiguration(kernel: Kernel, alliance: HostedAlliance): Promise<string> {
  const { id, charter, chair, mark_names, hand_over, successor, predecessor, changed_at } = alliance;
  const signers = await allianceSigners(kernel.db, kernel, id);
  const now = unixSeconds(kernel.clock);
  const claims = configurationClaims({
    entityId: id,
    iat: issuedAt(now, Math.max(newestKey(signers), seconds(changed_at))),
    jwks: jwksOf(signers),
    metadata: {
      federation_entity: {
        organization_name: pickText(charter.title, charter.title.source).text,
        organization_uri: id,
        ...superiorEndpoints(id),
        federation_trust_mark_endpoint: `${id}/federation/trust-mark`,
      },
      [KOINON_ALLIANCE]: {
        title: charter.title,
        chair,
        charter_uri: `${id}/charter.json`,
        charter_digest: sha256Hex(charterDocument(alliance)),
        ...(predecessor !== null && { predecessor }),
        ...(successor !== null && { successor }),
        ...(hand_over !== null && { hand_over }),
      },
    },
    trustMarkIssuers: Object.fromEntries(mark_names.map((name) => [markType(id, name), [id]])),
  });
  return signStatement(claims, allianceSigner(signers, now));
}

/** What an alliance states about a member; null where it states nothing. */
export async function allianceStatement(
  kernel: Kernel,
  { id, policy, changed_at }: HostedAlliance,
  subject: string,
): Promise<string | null> {
  const row = await readSubordinate(kernel.db, id, subject);
  if (row === null) return null;
  const now = unixSeconds(kernel.clock);
  // A changed policy changes every statement.
  const changed = new Date(Math.max(row.changed_at.getTime(), changed_at.getTime()));
  const signer = allianceSigner(await allianceSigners(kernel.db, kernel, id), now);
  return statementAbout({ ...row, changed_at: changed }, signer, now, policy ?? METADATA_POLICY);
}

/** A trust mark that an alliance has granted to a member, issued anew for a day; null where it has not. */
export async function allianceMark(
  kernel: Kernel,
  { id }: HostedAlliance,
  { node, type }: { node: string; type: string },
): Promise<string | null> {
  const granted = await kernel.db
    .selectFrom('alliance_mark as m')
    .innerJoin('subordinate as s', (join) =>
      join.onRef('s.issuer', '=', 'm.alliance').onRef('s.subject', '=', 'm.node'),
    )
    .select(['m.name', 'm.granted_at'])
    .where('m.alliance', '=', id)
    .where('m.node', '=', node)
    .execute();
  const mark = granted.find(({ name }) => markType(id, name) === type);
  if (mark === undefined) return null;
  const signers: readonly Signer[] = await allianceSigners(kernel.db, kernel, id);
  const now = unixSeconds(kernel.clock);
  const iat = issuedAt(now, seconds(mark.granted_at));
  return signTrustMark({ issuer: id, subject: node, type, iat, ref: type }, allianceSigner(signers, now));
}
