/** Whom this node trusts: partners, the keys of their logs and witnesses, and the alarms about them. */
export { type AddedPartner, addPartner, type NewPartner } from './add-partner.ts';
export { type Evidence, raiseAlert, resumeOrigin } from './alerts.ts';
export { registerTrustControl } from './control.ts';
export {
  ENTITY_KEYS,
  ensureEntityKeys,
  type KeysInLog,
  readKeysInLog,
} from './entity-keys.ts';
export * from './error.ts';
export { chainDigest, keepEvidence, readEvidence } from './evidence.ts';
export { judgeKeys } from './follow-federation-keys.ts';
export {
  ALERT,
  type AlertBody,
  PARTNER,
  PARTNER_KEYS,
  type PartnerBody,
  type PartnerKeysBody,
  RESUME,
  type ResumeBody,
  trustKinds,
} from './kinds.ts';
export { normalStroke, sameMark, sanitizeMark } from './mark.ts';
export { readConfigurationOf } from './meet-entity.ts';
export { ownPolicy, trustPolicy, trustPolicyText } from './policy.ts';
export { latestOf, partnerSubject } from './publish-partner.ts';
export { endPartnership, removePartner } from './remove-partner.ts';
export { type Synced, syncPartner } from './sync-partner.ts';
export { makeTrustStore } from './table-trust-store.ts';
export { exportTrust, type ImportedTrust, importTrust, type TrustFiles } from './transfer.ts';
export type { Partner, RecordKey, TrustStore, Witness } from './trust-store.ts';
export { addWitnessedLog, removeWitnessedLog } from './witnessed-logs.ts';
