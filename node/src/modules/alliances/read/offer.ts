import { lookAtAlliance } from '../../../kernel/alliances/index.ts';
import type { Charter } from '../../../kernel/database/tables/alliances.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { CharterLife } from './life.ts';
import { readLife } from './life.ts';
import { invitationIn } from './ours.ts';
import { readSeen } from './seen.ts';

/** What is joined: what the alliance is for, and what vouches for its keys. */
export interface Offer {
  id: string;
  title: Charter['title'];
  /** Null where it cannot be had now. */
  charter: Charter | null;
  /** Where this node shows the alliance; null where it does not read its host. */
  path: string | null;
  /** The text that binds those who sign it. */
  inForce: CharterLife | null;
  /** Whether the host says in its log that we are invited; null where we do not read it. */
  invited: boolean | null;
}

/** From the log of the host, where we hold it, else as the alliance says it now. @throws AllianceRefused, Untrusted */
export async function loadOffer(kernel: Kernel, alliance: string): Promise<Offer> {
  const { db, clock, identity } = kernel;
  const seen = await readSeen(db);
  const known = seen.alliances.get(alliance);
  if (known === undefined) {
    const { id, title, charter } = await lookAtAlliance(kernel, alliance);
    return { id, title, charter, path: null, inForce: null, invited: null };
  }
  const { charter } = known.latest.body;
  const now = clock.now();
  const invitation = invitationIn(seen, known, identity.origin);
  return {
    id: known.id,
    title: charter.title,
    charter,
    path: known.path,
    inForce: (await readLife(db, seen, known.id, now))?.inForce ?? null,
    invited: invitation !== null && invitation.until > now,
  };
}
