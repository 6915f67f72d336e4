import type { PageContext } from '../../kernel/web/page.ts';

/** Acts of the audit that have words; others are shown by their name. */
const ACTS = [
  'role.grant',
  'role.revoke',
  'invitation.make',
  'invitation.accept',
  'invitation.revoke',
  'token.make',
  'token.revoke',
  'record.publish',
  'account.erase',
  'partner.remove',
  'key.rotate',
  'record.erase',
];
const STEPS = ['ask', 'confirm', 'refuse'];

/** An act in words: "Partner removed: asked for". */
export function actWords(page: PageContext, act: string): string {
  if (ACTS.includes(act)) return page.t(`staff.act.${act}`);
  const at = act.lastIndexOf('.');
  const [base, step] = [act.slice(0, at), act.slice(at + 1)];
  if (!ACTS.includes(base) || !STEPS.includes(step)) return act;
  return page.t(`staff.step.${step}`, { act: page.t(`staff.act.${base}`) });
}

/** Who acted, by name; the operator of the machine and whoever is gone have words. */
export function actorWords(page: PageContext, actor: string, name: string | null): string {
  if (name !== null) return name;
  if (actor === 'system:operator') return page.t('staff.operator');
  return page.t('staff.unnamed', { id: actor.slice(actor.indexOf(':') + 1).slice(-8) });
}

/** A role, and where it holds. */
export function roleWords(
  page: PageContext,
  { role, resource }: { role: string; resource: string | null },
): string {
  const words = page.t(`role.${role}`);
  return resource === null ? words : page.t('staff.role-at', { role: words, resource });
}
