import { sha256Hex } from '../../src/codec/hash.ts';
import { mod } from '../../src/group/modular.ts';
import { archiveOf, countBoard, owned } from '../support/make-election.ts';
import {
  bump,
  changed,
  changedSetup,
  edit,
  type Loose,
  ranked,
  type Step,
  simple,
  type Tampering,
  threshold,
} from './tampering.ts';

const result = (change: (rows: Loose) => void): Uint8Array =>
  archiveOf(
    changed(simple().board, 'Result', ([message]) => [edit(message!, (json) => change(json.result))]),
  );
const tally = (change: (messages: string[]) => string[]): Uint8Array =>
  archiveOf(changed(simple().board, 'EncryptedTally', change));
const share = (change: (json: Loose) => void, owner = 1): Uint8Array =>
  archiveOf(
    changed(threshold().board, 'PartialDecryption', ([message]) => owned(owner, edit(message!, change))),
  );
const shuffled = (change: (json: Loose) => void, owner = 1): Uint8Array =>
  archiveOf(changed(ranked().board, 'Shuffle', ([message]) => owned(owner, edit(message!, change))));

function sized(message: string, change: (json: Loose) => void = () => undefined): [string, string] {
  const json = { num_tallied: 2, total_weight: 2, encrypted_tally: sha256Hex(message) };
  change(json);
  return [message, JSON.stringify(json)];
}

const untrue = (field: string): Tampering => ({
  title: `11: the ${field} of the tally is untrue`,
  code: 'tally.counts',
  toolAccepts: true,
  archive: () =>
    tally(([message]) =>
      sized(message!, (json) => {
        json[field] = 3;
      }),
    ),
});

export const counts: Tampering[] = [
  {
    title: '8: a vote moved between answers in the result',
    code: 'result.mismatch',
    archive: () =>
      result((rows) => {
        rows[0] = [2, 0];
      }),
  },
  {
    title: '9: q is added to a count, which names the same element of the group',
    code: 'result.count-range',
    toolAccepts: true,
    archive: () =>
      result((rows) => {
        rows[0][0] = String(simple().made.election.group.q + 1n);
      }),
  },
  {
    title: 'the result answers another number of questions',
    code: 'result.shape',
    archive: () =>
      result((rows) => {
        rows.push([1]);
      }),
  },
  {
    title: '10: the published tally is not the product of the ballots',
    code: 'tally.mismatch',
    toolAccepts: true,
    archive: () => tally(([message]) => sized(edit(message!, (rows) => rows[0].reverse()))),
  },
  untrue('num_tallied'),
  untrue('total_weight'),
  {
    title: '18: the weight of a voter was changed after the tally',
    code: 'tally.mismatch',
    archive: () => {
      const { made, board } = simple();
      const voted = String(made.credentials[0]!.publicKey);
      return archiveOf(
        changedSetup(board, 2, (list) => {
          list[list.indexOf(voted)] += ',2';
        }),
      );
    },
  },
  {
    title: '12: a factor of a decryption was altered',
    code: 'decryption.proof',
    archive: () => share((json) => json.decryption_factors[0].reverse()),
  },
  {
    title: '19: fewer trustees decrypted than are needed',
    code: 'decryption.insufficient',
    archive: () => {
      const { board } = threshold();
      return archiveOf(board.filter((_, i) => i !== board.length - 2));
    },
  },
  {
    title: '20: a decryption is filed under another trustee',
    code: 'decryption.owner',
    archive: () => share(() => undefined, 2),
  },
  {
    title: 'a decryption is filed under a trustee who does not exist',
    code: 'decryption.owner',
    archive: () => share(() => undefined, 4),
  },
  {
    title: 'a factor of a decryption lies outside of the group',
    code: 'decryption.not-in-group',
    archive: () =>
      share((json) => {
        const { p } = threshold().made.election.group;
        json.decryption_factors[0][0] = String(mod(-BigInt(json.decryption_factors[0][0]), p));
      }),
  },
  {
    title: 'a decryption of another number of ciphertexts',
    code: 'decryption.shape',
    archive: () => share((json) => json.decryption_factors[0].pop()),
  },
  {
    title: '33: a bogus decryption stands before the genuine one of the same trustee',
    code: 'decryption.proof',
    toolAccepts: true,
    archive: () => {
      const { board } = simple();
      const genuine = board.findIndex(([type]) => type === 'PartialDecryption');
      const [message] = board[genuine]![1];
      const bogus = owned(
        1,
        edit(message!, (json) => json.decryption_factors[0].reverse()),
      );
      return archiveOf(board.toSpliced(genuine, 0, ['PartialDecryption', bogus]));
    },
  },
  {
    title: '33: a trustee decrypts twice',
    code: 'decryption.duplicate-owner',
    toolAccepts: true,
    archive: () => {
      const { made, board } = simple();
      const genuine = board.findIndex(([type]) => type === 'PartialDecryption');
      const again = countBoard(made, board.slice(0, 3)).find(([type]) => type === 'PartialDecryption')!;
      return archiveOf(board.toSpliced(genuine, 0, again));
    },
  },
  {
    title: '27: the mixed list was permuted after the proof',
    code: 'shuffle.proof',
    archive: () => shuffled((json) => json.ciphertexts[0].reverse()),
  },
  {
    title: '28: the proof of a shuffle was altered',
    code: 'shuffle.proof',
    archive: () =>
      shuffled((json) => {
        json.proofs[0][1][0] = bump(json.proofs[0][1][0]);
      }),
  },
  {
    title: 'a mixed ciphertext lies outside of the group',
    code: 'shuffle.not-in-group',
    archive: () =>
      shuffled((json) => {
        const { p } = ranked().made.election.group;
        json.ciphertexts[0][0].beta = String(mod(-BigInt(json.ciphertexts[0][0].beta), p));
      }),
  },
  {
    title: 'a mixed list that lost a ballot',
    code: 'shuffle.shape',
    archive: () => shuffled((json) => json.ciphertexts[0].pop()),
  },
  {
    title: 'a shuffle by a trustee who does not exist',
    code: 'shuffle.owner',
    archive: () => shuffled(() => undefined, 3),
  },
  {
    title: 'one trustee mixes twice, to pass for two',
    code: 'shuffle.owner',
    archive: () => {
      const { made, board } = ranked();
      return archiveOf(countBoard(made, board.slice(0, 3), [1, 2], [1, 1]));
    },
  },
  {
    title: '34: ranked ballots were not mixed at all',
    code: 'shuffle.missing',
    toolAccepts: true,
    archive: () => {
      const { made, board } = ranked();
      return archiveOf(countBoard(made, board.slice(0, 3), [1, 2], []).filter(notEndShuffles));
    },
  },
  {
    title: 'fewer trustees mixed than the election requires',
    code: 'shuffle.missing',
    options: { minimumShuffles: 2 },
    archive: () => archiveOf(ranked().board),
  },
  {
    title: '29: ranked ballots stand in another order than the mixed list',
    code: 'result.order',
    archive: () =>
      archiveOf(
        changed(ranked().board, 'Result', ([message]) => [
          edit(message!, (json) => json.result[0].reverse()),
        ]),
      ),
  },
];

function notEndShuffles([type]: Step): boolean {
  return type !== 'EndShuffles';
}
