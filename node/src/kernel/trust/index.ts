/** Whom this node trusts: partners, the keys of their logs and witnesses, and the alarms about them. */
export { type AddedPartner, addPartner, type NewPartner } from './add-partner.ts';
export { type Evidence, raiseAlert, resumeOrigin } from './alerts.ts';
export { registerTrustControl } from './control.ts';
export * from './error.ts';
export {
  ALERT,
  type AlertBody,
  PARTNER,
  type PartnerBody,
  RESUME,
  type ResumeBody,
  trustKinds,
} from './kinds.ts';
export { normalStroke, sameMark, sanitizeMark } from './mark.ts';
export { ownPolicy, trustPolicy, trustPolicyText } from './policy.ts';
export { partnerSubject } from './publish-partner.ts';
export { endPartnership, removePartner } from './remove-partner.ts';
export { makeTrustStore } from './table-trust-store.ts';
export { exportTrust, type ImportedTrust, importTrust, type TrustFiles } from './transfer.ts';
export type { Partner, RecordKey, TrustStore, Witness } from './trust-store.ts';
export { addWitnessedLog, removeWitnessedLog } from './witnessed-logs.ts';
