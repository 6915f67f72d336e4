/**
 * Acts that a node may want two people for: removing a partner, rotating a key, erasing a record.
 *
 * - `askFor(kernel, actor, { act: 'partner.remove', params: { host }, reason })` does it, or has it wait
 * - `decide(kernel, actor, id, 'confirmed' | 'refused')`
 */
export { DANGEROUS_ACT_NAMES, type DangerousActName, dangerousAct } from './acts.ts';
export { APPROVAL_DAYS, type Asked, askFor } from './ask.ts';
export { decide } from './decide.ts';
export { NeedsSecondPerson, NothingToDecide } from './error.ts';
