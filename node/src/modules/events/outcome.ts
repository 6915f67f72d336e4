import { z } from 'zod';
import { langText } from '../../kernel/i18n/lang-text.ts';
import { language, reference, webAddress } from '../../kernel/subjects/parts.ts';

const recording = z.looseObject({
  label: langText(200),
  url: webAddress,
  languages: z.array(language).max(30).optional(),
  /** Languages of the subtitles. */
  subtitles: z.array(language).max(30).optional(),
});

/** `sha256` is of the bytes on the day when it was published: what the address answers later can be held against it. */
const document = z.looseObject({
  label: langText(200),
  url: webAddress,
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  size: z.int().min(0).optional(),
  mediaType: z.string().max(200).optional(),
});

/** Body of `events/outcome@1`: what came of an event, said by its host when it was over. */
export const outcomeBody = z.looseObject({
  event: reference,
  summary: langText(4000),
  recordings: z.array(recording).max(30).optional(),
  documents: z.array(document).max(30).optional(),
  /** How many were there; a number, never who. */
  attended: z.int().min(0).max(1_000_000).optional(),
  note: langText(300).optional(),
});
export type Outcome = z.infer<typeof outcomeBody>;

export const outcomeInput = outcomeBody.omit({ event: true });
export type OutcomeInput = z.infer<typeof outcomeInput>;
