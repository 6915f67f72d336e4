/** Names of the kinds of record; the kinds themselves are in `records.ts`. */
export const CHARTER = 'alliances/charter@1';
export const DECLARATION = 'alliances/declaration@1';
export const SIGNATURE = 'alliances/signature@1';
export const HAND_OVER = 'alliances/chair@1';
export const CHAIR_ANSWER = 'alliances/chair-answer@1';
export const GROUP = 'alliances/group@1';
export const GROUP_MEMBERSHIP = 'alliances/group-membership@1';
export const MEETING = 'alliances/meeting@1';
export const CONTRIBUTION = 'alliances/contribution@1';
