import { z } from 'zod';
import type { Actor } from '../../kernel/identity/actor.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { importOurs, importReference } from './commands.ts';
import { checkEvidence } from './evidence/check-evidence.ts';
import { PLAN_FORMS } from './exchange/write-plan.ts';
import { writtenFile } from './read.ts';
import { referenceInput } from './reference.ts';

/** Whoever can open the control socket is the operator. */
const operator: Actor = { type: 'system', reason: 'operator' };

/** What `koinon commitments …` asks of a running node. */
export function registerCommitmentsControl(kernel: Kernel): void {
  const { control } = kernel;
  control.register(
    'commitments.import',
    z.strictObject({ reference: referenceInput, text: z.string().min(1) }),
    ({ reference, text }) => importReference(kernel, operator, { text, body: reference }),
  );
  control.register('commitments.import-ours', z.strictObject({ text: z.string().min(1) }), ({ text }) =>
    importOurs(kernel, operator, { text }),
  );
  control.register(
    'commitments.export',
    z.strictObject({ subject: z.string().max(300), form: z.enum(['json', ...PLAN_FORMS]).optional() }),
    async ({ subject, form }) => {
      const { bytes, ...file } = await writtenFile(kernel, subject, form);
      return { ...file, base64: bytes.toString('base64') };
    },
  );
  control.register('commitments.evidence', z.strictObject({}), () => checkEvidence(kernel));
}
