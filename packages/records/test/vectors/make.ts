/**
 * Makes vectors.json: `node --import tsx test/vectors/make.ts > test/vectors/vectors.json`. All of it follows from
 * public names, except the ML-DSA-44 signature, which is different each time it is made.
 */
import { testMlDsaCosigner } from '../../../transparency-log/test/support/keys.ts';
import { makeDisclosures, makeReceipt, signRecord } from '../../src/index.ts';
import {
  cosignedNote,
  jwks,
  keysRecord,
  logOf,
  node,
  payload,
  policy,
  receiptOf,
  signer,
  time,
  witnesses,
} from '../support/alliance.ts';

const log = logOf(3);
const pq = testMlDsaCosigner('pq.example/witness');
let salt = 0;
const personal = { author: 'Maret Tamm', 'e-mail': 'maret@example.org' };
const { sd, disclosures } = makeDisclosures(personal, () => new Uint8Array(16).fill(++salt));

const vectors = {
  source: 'made by test/vectors/make.ts from keys that derive from public names',
  node,
  time,
  jwks,
  policy,
  keysRecord: keysRecord(),
  record: {
    jws: signRecord(payload(7, { _sd: sd, _sd_alg: 'sha-256' }), signer),
    index: 7,
    personal,
    disclosures,
  },
  mlDsa44: {
    policy: policy.replace(
      'quorum both',
      `witness pq ${pq.vkey}\ngroup all-three all both pq\nquorum all-three`,
    ),
    receipt: makeReceipt({
      jws: log.entries[2] as string,
      index: 2,
      proof: log.inclusion(2),
      note: cosignedNote(3, log.root, [...witnesses, pq]),
    }),
  },
  receipts: [
    { index: 0, text: receiptOf(0, 1) },
    { index: 2, text: receiptOf(2, 3) },
    { index: 200, text: receiptOf(200, 250) },
  ],
};
console.info(JSON.stringify(vectors, null, 2));
