import { z } from 'zod';
import { isPartialDate, isZone } from '../calendar/day.ts';
import { isLanguageTag, langText } from '../i18n/lang-text.ts';

/** What bodies of several kinds are made of. */

/** A word of a vocabulary that may grow: partners can know values that we do not. */
export const code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

export const webAddress = z.url({ protocol: /^https?$/ }).max(2000);
export const subject = z.url({ protocol: /^https?$/ }).max(300);
export const language = z.string().max(35).refine(isLanguageTag, 'not a BCP 47 tag');

/** `2027-03-31`, `2027-03` or `2027`: a day, or the end of a month or year. */
export const partialDate = z.string().refine(isPartialDate, 'not a date: 2027-03-31, 2027-03 or 2027');
export const zone = z.string().max(60).refine(isZone, 'not an IANA time zone');

/** A name by which reports and assessments speak of a milestone or indicator; it stays when the text changes. */
export const stepKey = z
  .string()
  .regex(/^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$/)
  .max(40);

export const link = z.looseObject({ label: langText(200), url: webAddress });

/** Organisations only: a record cannot be made to forget a person's name. */
export const organisation = z.looseObject({
  name: langText(300),
  url: webAddress.optional(),
  /** Origin of its node, where it has one. */
  node: subject.optional(),
});

/** A node as it was called when the record was made: the reference outlives our copy of what it points to. */
export const nodeSnapshot = z.looseObject({ node: subject, name: z.string().min(1).max(200) });

/** A subject and the record of it that was read; it may lie in another log, and in none that we hold. */
export const reference = z.looseObject({
  sub: subject,
  jti: z.uuid(),
  title: langText(500),
  origin: nodeSnapshot,
});

/** Where a body was imported from: the fields of the file, so that it can be written back with nothing lost. */
export const source = z.looseObject({
  format: code,
  fields: z.record(z.string(), z.json()),
});

/**
 * Evidence: an address, a file, or both. `sha256` is of the bytes on the day it was handed in, and the archived copy is the
 * blob of that digest at the node that said it: what the address answers later can be held against it.
 */
export const evidence = z
  .looseObject({
    label: langText(300),
    url: webAddress.optional(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
    size: z.int().min(0).optional(),
    mediaType: z.string().max(200).optional(),
    /** When the bytes were read. */
    at: z.iso.datetime().optional(),
  })
  .refine(({ url, sha256 }) => url !== undefined || sha256 !== undefined, 'needs an address or a file');
export type Evidence = z.infer<typeof evidence>;
