import { z } from 'zod';
import { langText } from '../../kernel/i18n/lang-text.ts';
import { code, evidence, link, partialDate, reference, stepKey } from '../../kernel/subjects/parts.ts';
import { STATUSES } from './vocabulary.ts';

export const REPORT_LIMITS = { text: 8000, note: 300, evidence: 20, steps: 1000 } as const;

const reportedStep = z.looseObject({
  key: stepKey,
  status: code,
  /** Of an indicator, in its unit. */
  value: z.number().optional(),
  progress: langText(REPORT_LIMITS.text).optional(),
});

/** Body of `commitments/report@1`: what a lead claims for a period. */
export const reportBody = z.looseObject({
  commitment: reference,
  /** The end of the period; its beginning is the report before. */
  period: partialDate,
  status: code,
  progress: langText(REPORT_LIMITS.text),
  challenges: langText(REPORT_LIMITS.text).optional(),
  /** Milestones and indicators, by key; what is not named stays as it was. */
  milestones: z.array(reportedStep).max(REPORT_LIMITS.steps).optional(),
  evidence: z.array(evidence).max(REPORT_LIMITS.evidence).optional(),
  links: z.array(link).max(REPORT_LIMITS.evidence).optional(),
  note: langText(REPORT_LIMITS.note).optional(),
});
export type Report = z.infer<typeof reportBody>;

/** A file that is handed in, to be hashed and kept. */
export const evidenceInput = z
  .object({
    label: langText(300),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
    file: z
      .object({ mediaType: z.string().max(200), data: z.base64() })
      .optional()
      .describe(
        'The bytes in base64. Without it the address is read, and what it answers is hashed and kept.',
      ),
    /** Kept from an earlier version of the same report: the digest of a file that was handed in then. */
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional()
      .describe('In a revision: keeps the evidence of the earlier version with this digest as it is.'),
  })
  .refine(
    ({ url, file, sha256 }) => url !== undefined || file !== undefined || sha256 !== undefined,
    'needs an address or a file',
  );
export type EvidenceInput = z.infer<typeof evidenceInput>;

/** What staff say; the commitment is looked up, and evidence is read and hashed. */
export const reportInput = z.object({
  period: partialDate,
  status: z.enum(STATUSES),
  progress: langText(REPORT_LIMITS.text),
  challenges: langText(REPORT_LIMITS.text).optional(),
  milestones: z
    .array(reportedStep.extend({ status: z.enum(STATUSES) }))
    .max(REPORT_LIMITS.steps)
    .optional(),
  evidence: z.array(evidenceInput).max(REPORT_LIMITS.evidence).optional(),
  links: z.array(link).max(REPORT_LIMITS.evidence).optional(),
  note: langText(REPORT_LIMITS.note).optional(),
});
export type ReportInput = z.infer<typeof reportInput>;
