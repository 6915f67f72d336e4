import type { TableClass } from '../../kernel/module/module.ts';
import { comment, upload } from './personal-data.ts';
import type { CommitmentsTables } from './schema.ts';

const logDerived: TableClass = { kind: 'log-derived' };

export const tables: Record<keyof CommitmentsTables, TableClass> = {
  commitments_plan: logDerived,
  commitments_commitment: logDerived,
  commitments_lead: logDerived,
  commitments_report: logDerived,
  commitments_assessment: logDerived,
  commitments_reference: logDerived,
  commitments_reference_row: logDerived,
  commitments_evidence: { kind: 'operational' },
  commitments_upload: upload,
  commitments_waiting: { kind: 'operational' },
  commitments_comment: comment,
};
