import { z } from 'zod';
import type { Provenance } from '../page.ts';

/** Who signed a version of a subject and who checked it, as programs read it. */
export const verificationSchema = z
  .object({
    state: z.enum(['pending', 'logged', 'failed', 'withdrawn', 'erased']),
    code: z.string().nullable().describe('Why it is not confirmed.'),
    signedAt: z.iso.datetime(),
    checkedAt: z.iso.datetime().nullable().describe('When this node checked signature and place in the log.'),
    index: z.int().nullable().describe('Place in the log of its origin.'),
    cosignedBy: z.array(z.object({ node: z.string(), at: z.iso.datetime().nullable() })),
    record: z.string().describe('Page of the record at this node; `.json` and `/receipt` below it.'),
  })
  .meta({ id: 'Verification' });

export function verificationJson(provenance: Provenance | null | undefined) {
  if (!provenance) return null;
  return {
    state: provenance.state,
    code: provenance.code,
    signedAt: provenance.signedAt.toISOString(),
    checkedAt: provenance.checkedAt?.toISOString() ?? null,
    index: provenance.index,
    cosignedBy: provenance.cosigners
      .filter(({ cosigned }) => cosigned)
      .map(({ face, at }) => ({ node: face.node, at: at?.toISOString() ?? null })),
    record: provenance.recordPath,
  };
}
