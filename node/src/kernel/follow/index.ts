/** Following partners: what they publish is fetched, checked and projected; what does not hold becomes an alarm. */
export { type ExchangeContext, exchangeViews } from './exchange.ts';
export { BadContent, Misbehaviour, Unavailable } from './fault.ts';
export { fetchBlob } from './fetch-blob.ts';
export { PATIENCE, type Patience } from './patience.ts';
export { peering } from './peering.ts';
export { recoverFromPartner } from './recover.ts';
export { FOLLOW_SETTINGS, type FollowSettings, startFollowing } from './start.ts';
