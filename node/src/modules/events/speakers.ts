import { disclosureDigest, readDisclosures } from '@koinon/records';
import type { Db, Tx } from '../../kernel/database/tables.ts';
import type { Event, EventInput } from './event.ts';

/** Names of speakers by `<session>:<speaker>`: salted disclosures beside the record, so that each can be erased. */
export type SpeakerNames = Readonly<Record<string, string>>;

const PREFIX = 'speaker:';

export function speakerKey(session: string, speaker: string): string {
  return `${session}:${speaker}`;
}

/** What goes into the record, and the names that stay beside it. */
export function withoutNames({ sessions, ...event }: EventInput): { body: Event; names: SpeakerNames } {
  const names: Record<string, string> = {};
  if (sessions === undefined) return { body: event, names };
  const nameless = sessions.map(({ speakers, ...session }) => {
    if (speakers === undefined) return session;
    const rest = speakers.map(({ name, ...speaker }) => {
      if (name !== undefined) names[speakerKey(session.key, speaker.key)] = name;
      return speaker;
    });
    return { ...session, speakers: rest };
  });
  return { body: { ...event, sessions: nameless }, names };
}

/** The names as personal fields of a record; undefined where there are none. */
export function asPersonal(names: SpeakerNames): Record<string, string> | undefined {
  const fields = Object.entries(names).map(([key, name]) => [PREFIX + key, name] as const);
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

/** Names that a record of our own log opens, as long as they are not erased. */
export async function readNames(db: Db | Tx, log: number, jti: string): Promise<SpeakerNames> {
  const rows = await db
    .selectFrom('disclosure')
    .select('disclosure')
    .where('log', '=', log)
    .where('jti', '=', jti)
    .execute();
  const disclosures = rows.map(({ disclosure }) => disclosure);
  const fields = readDisclosures(disclosures.map(disclosureDigest), disclosures);
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, name]) =>
      field.startsWith(PREFIX) && typeof name === 'string' ? [[field.slice(PREFIX.length), name]] : [],
    ),
  );
}

/** Earlier records of a subject of ours that still open names. */
export async function recordsWithNames(tx: Tx, log: number, sub: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('disclosure as d')
    .select('d.jti')
    .distinct()
    .where('d.log', '=', log)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('entry as e')
            .select('e.jti')
            .where('e.log', '=', log)
            .where('e.sub', '=', sub)
            .whereRef('e.jti', '=', 'd.jti'),
        ),
        exists(
          selectFrom('pending as p').select('p.jti').where('p.sub', '=', sub).whereRef('p.jti', '=', 'd.jti'),
        ),
      ]),
    )
    .execute();
  return rows.map(({ jti }) => jti);
}

/** The event as its form shows it: with the names that are still known. */
export function withNames(event: Event, names: SpeakerNames): Event {
  if (event.sessions === undefined) return event;
  return {
    ...event,
    sessions: event.sessions.map((session) => ({
      ...session,
      speakers: session.speakers?.map((speaker) => {
        const name = names[speakerKey(session.key, speaker.key)];
        return name === undefined ? speaker : { ...speaker, name };
      }),
    })),
  };
}
