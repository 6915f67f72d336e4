import { z } from 'zod';
import { langText } from '../../kernel/i18n/lang-text.ts';
import { code, evidence, organisation, reference, stepKey, subject } from '../../kernel/subjects/parts.ts';
import { evidenceInput, REPORT_LIMITS } from './report.ts';
import { codes } from './schemes.ts';
import { FINDINGS } from './vocabulary.ts';

const foundStep = z.looseObject({
  key: stepKey,
  completion: code,
  reason: langText(REPORT_LIMITS.text).optional(),
});

/** Body of `commitments/assessment@1`: what somebody found who does not lead the commitment. */
export const assessmentBody = z.looseObject({
  commitment: reference,
  /** The report whose claim was assessed: its subject, and the version that was read. */
  report: z.looseObject({ sub: subject, jti: z.uuid() }).optional(),
  /** Who assessed: the node's own body, or one that assesses through it. */
  assessor: organisation,
  /** Schemes that we do not know are kept; of them we read the completion alone. */
  codes: z.looseObject({ scheme: code, completion: code }),
  reasoning: langText(REPORT_LIMITS.text),
  milestones: z.array(foundStep).max(REPORT_LIMITS.steps).optional(),
  evidence: z.array(evidence).max(REPORT_LIMITS.evidence).optional(),
  note: langText(REPORT_LIMITS.note).optional(),
});
export type Assessment = z.infer<typeof assessmentBody>;

/** What staff say; commitment and report are looked up, and evidence is read and hashed. */
export const assessmentInput = z.object({
  /** Subject of the report that was assessed. */
  report: subject.optional(),
  assessor: organisation,
  codes,
  reasoning: langText(REPORT_LIMITS.text),
  milestones: z
    .array(foundStep.extend({ completion: z.enum(FINDINGS) }))
    .max(REPORT_LIMITS.steps)
    .optional(),
  evidence: z.array(evidenceInput).max(REPORT_LIMITS.evidence).optional(),
  note: langText(REPORT_LIMITS.note).optional(),
});
export type AssessmentInput = z.infer<typeof assessmentInput>;
