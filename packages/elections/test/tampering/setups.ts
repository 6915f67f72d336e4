import { mod } from '../../src/group/modular.ts';
import { writeJson, writeSigned } from '../../src/index.ts';
import { proveKnowledge } from '../../src/proof/schnorr.ts';
import { signJson } from '../../src/trustee/signed.ts';
import { archiveOf, setUpElection, setupStep, YES_NO } from '../support/make-election.ts';
import {
  bump,
  changedSetup,
  edit,
  type Loose,
  random,
  ranked,
  simple,
  type Tampering,
  text,
  threshold,
} from './tampering.ts';

const trustees = (change: (json: Loose) => void): Uint8Array =>
  archiveOf(changedSetup(simple().board, 1, change));
const group = (change: (json: Loose) => void): Uint8Array =>
  archiveOf(changedSetup(threshold().board, 1, ([[, json]]) => change(json)));
const voters = (change: (json: Loose) => void): Uint8Array =>
  archiveOf(changedSetup(simple().board, 2, change));
const election = (change: (json: Loose) => void): Uint8Array =>
  archiveOf(changedSetup(simple().board, 0, change));

export const setups: Tampering[] = [
  {
    title: '13: the proof of knowledge of a trustee is broken',
    code: 'trustees.pok',
    archive: () =>
      trustees(([[, key]]) => {
        key.pok.response = bump(key.pok.response);
      }),
  },
  {
    title: '14: the key of a trustee is swapped for another good one',
    code: 'trustees.election-key',
    archive: () => {
      const other = JSON.parse(setUpElection({ questions: [YES_NO], voters: 1 }).trusteesText)[0];
      return trustees((list) => {
        list[0] = other;
      });
    },
  },
  {
    title: '15: a voter is listed twice',
    code: 'credentials.duplicate',
    archive: () =>
      voters((list) => {
        list.push(list[0]);
      }),
  },
  {
    title: '21: the threshold is lowered',
    code: 'trustees.threshold',
    archive: () =>
      group((json) => {
        json.threshold = 1;
      }),
  },
  {
    title: '22: a commitment of the key ceremony is altered',
    code: 'trustees.coefexps-signature',
    archive: () =>
      group((json) => {
        json.coefexps[0].message = edit(json.coefexps[0].message, ({ coefexps }) => coefexps.reverse());
      }),
  },
  {
    title: 'a commitment is altered and signed again',
    code: 'trustees.verification-key',
    archive: () =>
      group((json) => {
        json.coefexps[0] = signedBy(
          0,
          edit(json.coefexps[0].message, ({ coefexps }) => coefexps.reverse()),
        );
      }),
  },
  {
    title: 'one trustee committed to fewer coefficients than the others',
    code: 'trustees.threshold',
    archive: () =>
      group((json) => {
        json.coefexps[0] = signedBy(
          0,
          edit(json.coefexps[0].message, ({ coefexps }) => coefexps.pop()),
        );
      }),
  },
  {
    title: 'a commitment times the element of order two, signed again',
    code: 'trustees.not-in-group',
    archive: () =>
      group((json) => {
        json.coefexps[0] = signedBy(
          0,
          edit(json.coefexps[0].message, (inner) => {
            inner.coefexps[1] = negated(inner.coefexps[1]);
          }),
        );
      }),
  },
  {
    title: 'a certificate with a key times the element of order two, signed again',
    code: 'trustees.not-in-group',
    archive: () =>
      group((json) => {
        json.certs[0] = signedBy(
          0,
          edit(json.certs[0].message, (inner) => {
            inner.encryption = negated(inner.encryption);
          }),
        );
      }),
  },
  {
    title: 'a certificate altered after it was signed',
    code: 'trustees.cert-signature',
    archive: () =>
      group((json) => {
        json.certs[0].message = json.certs[1].message;
      }),
  },
  {
    title: 'a key of the key ceremony that does not follow from it',
    code: 'trustees.verification-key',
    archive: () =>
      group((json) => {
        json.verification_keys.reverse();
      }),
  },
  {
    title: 'the key of a trustee is the number one',
    code: 'trustees.identity',
    archive: () =>
      trustees(([[, key]]) => {
        key.public_key = '1';
      }),
  },
  {
    title: 'two trustees with keys times the element of order two, whose proofs and product hold',
    code: 'trustees.not-in-group',
    archive: negatedTrustees,
  },
  {
    title: 'a list of trustees with a trustee of an unknown kind',
    code: 'trustees.malformed',
    archive: () =>
      trustees((list) => {
        list[0][0] = 'Triple';
      }),
  },
  {
    title: 'a voter whose credential lies outside of the group',
    code: 'credentials.not-in-group',
    archive: () =>
      voters((list) => {
        list[2] = negated(list[2]);
      }),
  },
  {
    title: 'a voter whose credential is the number one, with which everybody can vote',
    code: 'credentials.identity',
    archive: () =>
      voters((list) => {
        list[2] = '1';
      }),
  },
  {
    title: 'a list of voters with something else in it',
    code: 'credentials.malformed',
    archive: () =>
      voters((list) => {
        list[2] += ',x';
      }),
  },
  {
    title: 'weights where ballots are ranked',
    code: 'credentials.weight',
    archive: () =>
      archiveOf(
        changedSetup(ranked().board, 2, (list) => {
          list[0] += ',2';
        }),
      ),
  },
  {
    title: 'an election of another version of the protocol',
    code: 'election.version',
    archive: () =>
      election((json) => {
        json.version = 2;
      }),
  },
  {
    title: 'an election in an unknown group',
    code: 'election.group',
    archive: () =>
      election((json) => {
        json.group = 'Ed25519';
      }),
  },
  {
    title: 'an election whose key lies outside of the group',
    code: 'election.public-key',
    archive: () =>
      election((json) => {
        json.public_key = negated(json.public_key);
      }),
  },
  {
    title: 'an election that asks nothing',
    code: 'election.questions',
    archive: () =>
      election((json) => {
        json.questions = [];
      }),
  },
  {
    title: 'an election with a question that is nothing',
    code: 'json.type',
    archive: () =>
      election((json) => {
        json.questions[0] = null;
      }),
  },
  {
    title: 'an election with a malformed identifier',
    code: 'election.uuid',
    archive: () =>
      election((json) => {
        json.uuid = '../../etc/passwd';
      }),
  },
];

function negated(number: string): string {
  return String(mod(-BigInt(number), simple().made.election.group.p));
}

/** A message signed with the own key of a trustee of the ceremony. */
function signedBy(place: number, message: string): Loose {
  const { arithmetic, seeds } = threshold().made;
  return JSON.parse(
    writeJson(writeSigned(signJson(arithmetic, seeds[place]!.signing, JSON.parse(message), random))),
  );
}

/** Each proof of knowledge has an even challenge, and the two factors of order two cancel in the election's key. */
function negatedTrustees(): Uint8Array {
  const made = setUpElection({ questions: [YES_NO], voters: 1, single: 2 });
  const { arithmetic, secrets } = made;
  return archiveOf(
    changedSetup([setupStep(made)], 1, (list) => {
      list.forEach(([, key]: [string, Loose], i: number) => {
        key.public_key = negated(key.public_key);
        const statement = `pok|BELENIOS-2048|${key.public_key}|`;
        let proof = proveKnowledge(arithmetic, secrets.get(i + 1)!, statement, random);
        while (proof.challenge % 2n !== 0n)
          proof = proveKnowledge(arithmetic, secrets.get(i + 1)!, statement, random);
        key.pok = text(proof);
      });
    }),
  );
}
