import { sql } from 'kysely';
import type { Actor } from '../../../kernel/identity/actor.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { readSubjectRow, type SubjectRow, subjectRow, subjectRows } from '../../../kernel/subjects/index.ts';
import type { Provenance } from '../../../kernel/web/page.ts';
import type { Event } from '../event.ts';
import type { Outcome } from '../outcome.ts';
import { type Window, windowOf } from '../registration/window.ts';
import { readNames, type SpeakerNames } from '../speakers.ts';
import { EVENTS, OUTCOMES } from '../subjects.ts';
import { type Occurrence, occurrencesOf } from '../time/occurrences.ts';
import {
  type Counts,
  countRegistrations,
  type OwnRegistration,
  readOwnRegistration,
} from './registrations.ts';

/** One event with what its page shows. */
export interface EventItem {
  event: SubjectRow<Event>;
  occurrences: readonly Occurrence[];
  /** Of our own events alone; a partner's names stay with the partner. */
  names: SpeakerNames;
  outcomes: readonly SubjectRow<Outcome>[];
  window: Window;
  counts: Counts;
  /** What whoever looks has said about attending. */
  registration: OwnRegistration | null;
  provenance: Map<string, Provenance>;
}

/** An event of whatever state: ours (`host` null) or the partner's at `host`. */
export async function loadEvent(
  kernel: Kernel,
  host: string | null,
  id: string,
  actor: Actor = { type: 'anonymous' },
): Promise<EventItem | null> {
  const event = await readSubjectRow(kernel, EVENTS, host, id);
  if (event === null) return null;
  const live = event.state !== 'erased';
  const [names, outcomes, counts, registration] = await Promise.all([
    event.own && live ? readNames(kernel.db, event.log, event.jti) : {},
    outcomesOf(kernel, event.sub),
    event.own ? countRegistrations(kernel, id) : NO_COUNTS,
    event.own ? readOwnRegistration(kernel, actor, id) : null,
  ]);
  const provenance = await loadProvenance(kernel, [event, ...outcomes]);
  return {
    ...{ event, names, outcomes, counts, registration, provenance },
    occurrences: live ? occurrencesOf(event.body) : [],
    window: event.state === 'live' ? windowOf(event.body, kernel.clock.now()) : { state: 'none' },
  };
}

const NO_COUNTS: Counts = { 'in-person': { in: 0, waiting: 0 }, online: { in: 0, waiting: 0 } };

/** What its host said came of an event, oldest first. */
export async function outcomesOf(kernel: Pick<Kernel, 'db'>, sub: string): Promise<SubjectRow<Outcome>[]> {
  const rows = await subjectRows(kernel, OUTCOMES)
    .where(sql<boolean>`t.event = ${sub}`)
    .where('t.state', '=', 'live')
    .orderBy('t.published_at')
    .execute();
  return rows.map((row) => subjectRow<Outcome>(row));
}
