import type { Context } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import {
  asked,
  type BodyOf,
  hostIn,
  readSubjectRow,
  type SubjectRow,
} from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { Gone, NotFound } from '../../../kernel/web/error.ts';
import type { Provenance } from '../../../kernel/web/page.ts';
import type { OfAlliance } from '../bodies/parts.ts';
import { keptLife, type Life, readLifeAnew } from '../read/life.ts';
import { allianceAt, keptSeen, type Seen } from '../read/seen.ts';
import { SUBJECTS, type Thing } from '../subjects.ts';

/** Where alliances are: ours, and those that a partner hosts. */
export const PLACES = ['/alliances', '/alliances/:origin{~[^/]+}'] as const;

export interface AtAlliance {
  seen: Seen;
  life: Life;
}

/** The alliance that an address is of. @throws NotFound */
export async function allianceIn(c: Context<AppEnv>, kernel: Kernel, name?: string): Promise<AtAlliance> {
  const seen = await keptSeen(kernel);
  const alliance = allianceAt(seen, hostIn(c), name ?? c.req.param('slug') ?? '');
  const life = alliance && (await keptLife(kernel, seen, alliance.id));
  if (life === null) throw new NotFound('alliance');
  return { seen, life };
}

/** The alliance as it is at this moment: what a form shows must not be seconds old. @throws NotFound */
export async function allianceNow(c: Context<AppEnv>, kernel: Kernel): Promise<Life> {
  const { life } = await allianceIn(c, kernel);
  const anew = await readLifeAnew(kernel.db, life.alliance.id, kernel.clock.now());
  if (anew === null) throw new NotFound('alliance');
  return anew;
}

export interface Item<Of extends Thing> {
  row: SubjectRow<BodyOf<(typeof SUBJECTS)[Of]>>;
  /** Null where the log of the alliance's host is not held here: then nobody can say here who was a member. */
  at: AtAlliance | null;
  provenance: Provenance | null;
  format: 'html' | 'json';
}

/** The subject that an address is of. @throws NotFound, Gone */
export async function itemIn<Of extends Thing>(
  c: Context<AppEnv>,
  kernel: Kernel,
  thing: Of,
): Promise<Item<Of>> {
  const subject = SUBJECTS[thing];
  const { host, id, format } = asked(c, subject);
  const row = (await readSubjectRow(kernel, subject, host, id)) as Item<Of>['row'] | null;
  if (row === null) throw new NotFound(subject.name);
  if (row.state === 'erased') throw new Gone(subject.name);
  const seen = await keptSeen(kernel);
  const [life, provenance] = await Promise.all([
    keptLife(kernel, seen, (row.body as OfAlliance).alliance.id),
    loadProvenance(kernel, [row]),
  ]);
  return { row, at: life && { seen, life }, provenance: provenance.get(row.jti) ?? null, format };
}
