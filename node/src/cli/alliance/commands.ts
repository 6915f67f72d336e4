import type { CommandEntry } from '../framework/command.ts';

/** What an operator does for, and in, an alliance. */
export const allianceCommands: readonly CommandEntry[] = [
  {
    name: 'alliance create',
    summary: 'Found an alliance that this node hosts and chairs',
    load: async () => (await import('./create.ts')).allianceCreate,
  },
  {
    name: 'alliance invite',
    summary: 'Invite a node to an alliance',
    load: async () => (await import('./invite.ts')).allianceInvite,
  },
  {
    name: 'alliance join',
    summary: 'Accept the invitation of an alliance',
    load: async () => (await import('./join.ts')).allianceJoin,
  },
  {
    name: 'alliance admit',
    summary: 'Make a node that has accepted a member',
    load: async () => (await import('./admit.ts')).allianceAdmit,
  },
  {
    name: 'alliance remove',
    summary: 'Remove a member of an alliance',
    load: async () => (await import('./remove.ts')).allianceRemove,
  },
  {
    name: 'alliance leave',
    summary: 'Leave an alliance',
    load: async () => (await import('./leave.ts')).allianceLeave,
  },
  {
    name: 'alliance mark',
    summary: 'Grant a trust mark to a member, or withdraw it',
    load: async () => (await import('./mark.ts')).allianceMark,
  },
  {
    name: 'alliance policy',
    summary: 'Change what an alliance asks of its members',
    load: async () => (await import('./policy.ts')).alliancePolicy,
  },
  {
    name: 'alliance rotate-key',
    summary: 'Make the next key of an alliance',
    load: async () => (await import('./rotate-key.ts')).allianceRotateKey,
  },
  {
    name: 'alliance retire-key',
    summary: 'End the use of an older key of an alliance',
    load: async () => (await import('./retire-key.ts')).allianceRetireKey,
  },
  {
    name: 'alliance host',
    summary: 'Make this node ready to host an alliance that it is a member of',
    load: async () => (await import('./host.ts')).allianceHost,
  },
  {
    name: 'alliance hand-over',
    summary: 'Hand an alliance over to another host, for good',
    load: async () => (await import('./hand-over.ts')).allianceHandOver,
  },
  {
    name: 'alliance list',
    summary: 'List the alliances that this node hosts or belongs to',
    load: async () => (await import('./list.ts')).allianceList,
  },
  {
    name: 'alliance show',
    summary: 'Show an alliance: members, invitations, marks, keys',
    load: async () => (await import('./show.ts')).allianceShow,
  },
];
