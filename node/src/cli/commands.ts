import { allianceCommands } from './alliance/commands.ts';
import { commitmentsCommands } from './commitments/commands.ts';
import { electionCommands } from './election/commands.ts';
import type { CommandEntry } from './framework/command.ts';
import { projectsCommands } from './projects/commands.ts';

/** Every command with its line in `koinon --help`; the code of one is loaded only when it is used. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'demo',
    summary: 'Run the demo alliance: three countries on this machine',
    load: async () => (await import('./demo.ts')).demo,
  },
  {
    name: 'init',
    summary: 'Make a new node: data directory, keys, first admin token',
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'serve',
    summary: 'Run a node',
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    name: 'doctor',
    summary: 'Find out what is wrong with a node, and what to do',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'backup',
    summary: 'Write the whole node into one encrypted file',
    load: async () => (await import('./backup.ts')).backup,
  },
  {
    name: 'restore',
    summary: 'Make a node from a backup',
    load: async () => (await import('./restore.ts')).restore,
  },
  {
    name: 'fsck',
    summary: 'Check every table of a node against its logs',
    load: async () => (await import('./fsck.ts')).fsck,
  },
  {
    name: 'verify',
    summary: 'Check a receipt: who signed it, and that it is in the log',
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    name: 'log verify',
    summary: 'Check a whole log: every entry, every tile, every signature',
    load: async () => (await import('./log-verify.ts')).logVerify,
  },
  {
    name: 'log export',
    summary: 'Write a log as static files that any web server can serve',
    load: async () => (await import('./log-export.ts')).logExport,
  },
  {
    name: 'partner add',
    summary: 'Follow, check and cosign another node',
    load: async () => (await import('./partner-add.ts')).partnerAdd,
  },
  {
    name: 'partner list',
    summary: 'List the partners and how they are',
    load: async () => (await import('./partner-list.ts')).partnerList,
  },
  {
    name: 'partner resume',
    summary: 'Trust a partner again after an alarm',
    load: async () => (await import('./partner-resume.ts')).partnerResume,
  },
  {
    name: 'partner remove',
    summary: 'Stop following a partner',
    load: async () => (await import('./partner-remove.ts')).partnerRemove,
  },
  {
    name: 'partner export',
    summary: 'Write whom the node trusts as a tlog-policy file and record keys',
    load: async () => (await import('./partner-export.ts')).partnerExport,
  },
  {
    name: 'witness add',
    summary: 'Cosign a log without following it',
    load: async () => (await import('./witness-add.ts')).witnessAdd,
  },
  {
    name: 'witness remove',
    summary: 'Stop cosigning a log',
    load: async () => (await import('./witness-remove.ts')).witnessRemove,
  },
  {
    name: 'token add',
    summary: 'Make a staff token',
    load: async () => (await import('./token-add.ts')).tokenAdd,
  },
  {
    name: 'token list',
    summary: 'List the staff tokens',
    load: async () => (await import('./token-list.ts')).tokenList,
  },
  {
    name: 'token revoke',
    summary: 'Make a staff token worthless',
    load: async () => (await import('./token-revoke.ts')).tokenRevoke,
  },
  {
    name: 'key rotate',
    summary: 'Replace a key of the node, with an overlap',
    load: async () => (await import('./key-rotate.ts')).keyRotate,
  },
  {
    name: 'key list',
    summary: 'List the keys of the node (never their secrets)',
    load: async () => (await import('./key-list.ts')).keyList,
  },
  {
    name: 'key retire',
    summary: 'End a key that another has replaced',
    load: async () => (await import('./key-retire.ts')).keyRetire,
  },
  ...allianceCommands,
  ...commitmentsCommands,
  ...electionCommands,
  ...projectsCommands,
];
