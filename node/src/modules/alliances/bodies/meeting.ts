import { z } from 'zod';
import { isWallTime } from '../../../kernel/calendar/index.ts';
import { langText } from '../../../kernel/i18n/lang-text.ts';
import { code, organisation, reference, subject, webAddress, zone } from '../../../kernel/subjects/parts.ts';
import { MEETING_LEVELS } from '../vocabulary.ts';
import { allianceRef, endBeforeStart, inOrder, sha256 } from './parts.ts';

/** Clocks of the place say so: `2027-03-04T09:00`. */
const wallTime = z.string().refine(isWallTime, 'alliances.problem.time');

/** A document, by its address, by its bytes, or both. */
const document = {
  url: webAddress.optional(),
  /** Of the bytes behind the address on the day of signing. */
  sha256: sha256.optional(),
};

export const agendaItem = z.looseObject({ title: langText(300), text: langText(2000).optional() });
export const output = z.looseObject({
  title: langText(300),
  ...document,
  /** A declaration that came of it, by its subject. */
  declaration: subject.optional(),
});

const fields = {
  title: langText(300),
  start: wallTime,
  end: wallTime,
  zone,
  place: langText(300).optional(),
  online: webAddress.optional(),
  /** Organisations only: who of them sat there is not said in a record. */
  host: organisation.optional(),
  agenda: z.array(agendaItem).max(60).optional(),
  outputs: z.array(output).max(60).optional(),
  minutes: z.looseObject({ text: langText(20_000).optional(), ...document }).optional(),
};

/** Body of `alliances/meeting@1`: a meeting, before it with its agenda, after it with what came of it. */
export const meetingBody = z
  .looseObject({ alliance: allianceRef, level: code, ...fields, group: reference.optional() })
  .refine(inOrder, endBeforeStart);
export type Meeting = z.infer<typeof meetingBody>;

/** The group is named by its subject; title and version are looked up. */
export const meetingInput = z
  .object({ level: z.enum(MEETING_LEVELS), ...fields, group: subject.optional() })
  .refine(inOrder, endBeforeStart);
export type MeetingInput = z.infer<typeof meetingInput>;
