import type { CommandEntry } from '../framework/command.ts';

/** The commands of an election without a node, in the order in which they are used. */
export const electionCommands: readonly CommandEntry[] = [
  {
    name: 'election create',
    summary: 'Plan an election: its questions, and how many trustees count it',
    load: async () => (await import('./create.ts')).electionCreate,
  },
  {
    name: 'election trustee key',
    summary: 'Make the key of a trustee, where all trustees must decrypt',
    load: async () => (await import('./trustee-key.ts')).trusteeKey,
  },
  {
    name: 'election trustee cert',
    summary: 'Key ceremony, step 1 (trustee): make a secret seed and its certificate',
    load: async () => (await import('./trustee-cert.ts')).trusteeCert,
  },
  {
    name: 'election trustee gather',
    summary: 'Key ceremony, step 2 (organiser): check the certificates, and number the trustees',
    load: async () => (await import('./trustee-gather.ts')).trusteeGather,
  },
  {
    name: 'election trustee share',
    summary: 'Key ceremony, step 3 (trustee): share a secret out among all trustees',
    load: async () => (await import('./trustee-share.ts')).trusteeShare,
  },
  {
    name: 'election trustee route',
    summary: 'Key ceremony, step 4 (organiser): hand every trustee the parts meant for them',
    load: async () => (await import('./trustee-route.ts')).trusteeRoute,
  },
  {
    name: 'election trustee combine',
    summary: 'Key ceremony, step 5 (trustee): check the parts received, and make the decryption key',
    load: async () => (await import('./trustee-combine.ts')).trusteeCombine,
  },
  {
    name: 'election trustee assemble',
    summary: 'Key ceremony, step 6 (organiser): check everything, and put the trustees together',
    load: async () => (await import('./trustee-assemble.ts')).trusteeAssemble,
  },
  {
    name: 'election authority',
    summary: 'Make the secret credential of every voter, and the public list',
    load: async () => (await import('./authority.ts')).electionAuthority,
  },
  {
    name: 'election open',
    summary: 'Open the vote: put questions, trustees and voters on the board of the election',
    load: async () => (await import('./open.ts')).electionOpen,
  },
  {
    name: 'election trustee check',
    summary: 'See that the election was opened with your key, before anybody votes',
    load: async () => (await import('./trustee-check.ts')).trusteeCheck,
  },
  {
    name: 'election vote',
    summary: 'Make an encrypted ballot, or show the questions',
    load: async () => (await import('./vote.ts')).electionVote,
  },
  {
    name: 'election add',
    summary: 'Put ballots, shuffles and decryptions on the board',
    load: async () => (await import('./add.ts')).electionAdd,
  },
  {
    name: 'election close',
    summary: 'Close the vote and add up the ballots under encryption, or close the mixing',
    load: async () => (await import('./close.ts')).electionClose,
  },
  {
    name: 'election shuffle',
    summary: 'Mix the ranked ballots, so that nobody can link one to its voter',
    load: async () => (await import('./shuffle.ts')).electionShuffle,
  },
  {
    name: 'election decrypt',
    summary: 'Make a trustee’s share of the decryption of the tally',
    load: async () => (await import('./decrypt.ts')).electionDecrypt,
  },
  {
    name: 'election tally',
    summary: 'Put the shares of the trustees together, and state the result on the board',
    load: async () => (await import('./tally.ts')).electionTally,
  },
  {
    name: 'election verify',
    summary: 'Check an election: every ballot, every proof, the tally and the result',
    load: async () => (await import('./verify.ts')).electionVerify,
  },
  {
    name: 'election verify-diff',
    summary: 'Check that nothing of an earlier copy of a board is gone or changed in a later one',
    load: async () => (await import('./verify-diff.ts')).electionVerifyDiff,
  },
  {
    name: 'election export',
    summary: 'Write every message of a board into a file of its own',
    load: async () => (await import('./export.ts')).electionExport,
  },
  {
    name: 'election import',
    summary: 'Take over a board that somebody else published, after checking it',
    load: async () => (await import('./import.ts')).electionImport,
  },
];
