import { z } from 'zod';
import type { AlliancePolicy } from '../database/tables/alliances.ts';
import type { Actor } from '../identity/actor.ts';
import type { Kernel } from '../kernel.ts';
import { changeAlliance, createAlliance } from './create.ts';
import { AllianceRefused } from './error.ts';
import { handOver, prepareHost } from './hand-over.ts';
import { joinAlliance, leaveAlliance } from './join.ts';
import { retireAllianceKey, rotateAllianceKey } from './keys.ts';
import { charterSchema, policySchema } from './kinds.ts';
import { admitMember, inviteMember, markMember, removeMember } from './members.ts';
import { allianceFacts } from './read.ts';
import { tendAlliances } from './tend.ts';

/** Whoever can open the control socket is the operator. */
const operator: Actor = { type: 'system', reason: 'operator' };

const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
const address = z.string().min(1).max(2048);
const names = z.array(slug).max(64);
const reason = z.string().trim().max(2000).optional();
const keys = z.array(z.string().max(256)).optional();

/** What `koinon alliance …` asks of a running node. */
export function registerAllianceControl(kernel: Kernel): void {
  const { control } = kernel;
  const policy = policySchema.nullable().optional() as z.ZodType<AlliancePolicy | null | undefined>;
  control.register(
    'alliance.create',
    z.strictObject({ slug, charter: charterSchema, marks: names.optional() }),
    ({ marks, ...asked }) => createAlliance(kernel, operator, { ...asked, ...(marks && { marks }) }),
  );
  control.register(
    'alliance.change',
    z.strictObject({
      slug,
      charter: charterSchema.optional(),
      chair: address.optional(),
      marks: names.optional(),
      policy,
    }),
    ({ slug: which, charter, chair, marks, policy: next }) =>
      changeAlliance(kernel, operator, which, {
        ...(charter && { charter }),
        ...(chair && { chair }),
        ...(marks && { marks }),
        ...(next !== undefined && { policy: next }),
      }),
  );
  control.register('alliance.rotate-key', z.strictObject({ slug }), (asked) =>
    rotateAllianceKey(kernel, operator, asked.slug),
  );
  control.register(
    'alliance.retire-key',
    z.strictObject({ slug, kid: z.string().max(256), lost: z.boolean().optional() }),
    ({ lost, ...asked }) => retireAllianceKey(kernel, operator, { ...asked, lost: lost ?? false }),
  );
  const member = z.strictObject({ slug, node: address });
  control.register('alliance.invite', member, (asked) => inviteMember(kernel, operator, asked));
  control.register('alliance.admit', member, (asked) => admitMember(kernel, operator, asked));
  control.register('alliance.remove', member.extend({ reason }), (asked) =>
    removeMember(kernel, operator, asked),
  );
  control.register(
    'alliance.mark',
    member.extend({ name: slug, withdraw: z.boolean().optional() }),
    (asked) => markMember(kernel, operator, { ...asked, withdraw: asked.withdraw ?? false }),
  );
  control.register('alliance.join', z.strictObject({ alliance: address, keys }), (asked) =>
    joinAlliance(kernel, operator, asked),
  );
  control.register('alliance.leave', z.strictObject({ alliance: address, reason }), (asked) =>
    leaveAlliance(kernel, operator, asked),
  );
  control.register('alliance.host', z.strictObject({ alliance: address, slug: slug.optional() }), (asked) =>
    prepareHost(kernel, operator, asked),
  );
  control.register('alliance.hand-over', z.strictObject({ slug, to: address, keys }), (asked) =>
    handOver(kernel, operator, asked),
  );
  control.register('alliance.check', z.strictObject({}), async () => {
    await tendAlliances(kernel);
    return await allianceFacts(kernel);
  });
  control.register('alliance.list', z.strictObject({}), () => allianceFacts(kernel));
  control.register('alliance.show', z.strictObject({ alliance: address }), async ({ alliance }) => {
    const all = await allianceFacts(kernel);
    const found = all.find(({ id }) => id === alliance || id.endsWith(`/alliances/${alliance}`));
    if (found === undefined) throw new AllianceRefused('no-such-alliance', alliance);
    return found;
  });
}
