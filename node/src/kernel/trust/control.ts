import { z } from 'zod';
import { askFor } from '../approvals/index.ts';
import type { Actor } from '../identity/actor.ts';
import type { Kernel } from '../kernel.ts';
import { addPartner } from './add-partner.ts';
import { resumeOrigin } from './alerts.ts';
import { NoSuchPartner } from './error.ts';
import { exportTrust, importTrust } from './transfer.ts';
import { addWitnessedLog, removeWitnessedLog } from './witnessed-logs.ts';

/** Whoever can open the control socket is the operator. */
const operator: Actor = { type: 'system', reason: 'operator' };

/** What `koinon partner …` and `koinon witness …` ask of a running node. */
export function registerTrustControl(kernel: Kernel): void {
  const { control } = kernel;
  const url = z.string().min(1).max(300);
  const reason = z.string().trim().max(2000);
  control.register(
    'partner.add',
    z.strictObject({
      url,
      policy: z.string().optional(),
      jwks: z.unknown().optional(),
      pin: z.array(z.string()).optional(),
    }),
    async (asked) => {
      const { partner, act, pinnedKids, comparedWith } = await addPartner(kernel, operator, asked);
      return { ...facts(partner), jti: act.jti, pinned: pinnedKids, comparedWith };
    },
  );
  control.register('partner.list', z.strictObject({}), async () =>
    (await kernel.trust.partners()).map(facts),
  );
  control.register('partner.remove', z.strictObject({ host: url, reason: reason.optional() }), (asked) =>
    askFor(kernel, operator, {
      act: 'partner.remove',
      params: { host: asked.host },
      reason: asked.reason ?? '',
    }),
  );
  control.register('partner.resume', z.strictObject({ host: url, reason: reason.min(1) }), async (asked) => {
    const partner = await kernel.trust.partner(asked.host);
    const known = [partner?.logOrigin, asked.host].find((origin) => origin !== undefined);
    if (known === undefined) throw new NoSuchPartner(asked.host);
    return await resumeOrigin(kernel, operator, { origin: known, reason: asked.reason });
  });
  control.register('partner.export', z.strictObject({}), () => exportTrust(kernel));
  control.register(
    'partner.import',
    z.strictObject({ policy: z.string(), jwks: z.unknown().optional() }),
    (files) => importTrust(kernel, operator, files),
  );
  const vkey = z.strictObject({ vkey: z.string().min(1).max(4096) });
  control.register('witness.add', vkey, async (asked) => ({
    origin: await addWitnessedLog(kernel, operator, asked),
  }));
  control.register('witness.remove', vkey, async (asked) => ({
    origin: await removeWitnessedLog(kernel, operator, asked),
  }));
}

function facts(partner: Awaited<ReturnType<Kernel['trust']['partners']>>[number]) {
  const {
    node,
    host,
    name,
    state,
    frozenCode,
    logOrigin,
    witnessName,
    pinnedKids,
    addedAt,
    lastOkAt,
    lastError,
    decision,
  } = partner;
  return {
    node,
    host,
    name,
    state,
    frozenCode,
    logOrigin,
    witnessName,
    pinnedKids,
    addedAt,
    lastOkAt,
    lastError,
    trust: decision && {
      trusted: decision.trusted,
      failed: decision.steps.filter(({ ok }) => !ok).map(({ code, cause }) => `${code}: ${cause}`),
    },
  };
}
