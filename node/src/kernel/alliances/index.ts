/** Alliances: trust anchors that a node hosts, and those that it belongs to. */
export { registerAllianceControl } from './control.ts';
export { changeAlliance, createAlliance, MARK_NAMES, type NewAlliance } from './create.ts';
export * from './error.ts';
export { handOver, prepareHost } from './hand-over.ts';
export { allianceKids, findHosted, type HostedAlliance, listHosted, markType } from './hosted.ts';
export { joinAlliance, leaveAlliance } from './join.ts';
export { retireAllianceKey, rotateAllianceKey } from './keys.ts';
export {
  ALLIANCE,
  type AllianceBody,
  allianceKinds,
  MEMBERSHIP,
  type MembershipBody,
  TRUST_MARK,
  type TrustMarkBody,
} from './kinds.ts';
export { type AllianceSeenFromOutside, lookAtAlliance } from './look.ts';
export { admitMember, INVITED_FOR_MS, inviteMember, markMember, removeMember } from './members.ts';
export { type AllianceFacts, allianceFacts } from './read.ts';
export { allianceRoutes } from './routes.ts';
export { tendAlliances } from './tend.ts';
export { type AllianceRecords, readAllianceRecords, type Told } from './told.ts';
