/**
 * Makes vectors.json: `node --import tsx test/vectors/make.ts > test/vectors/vectors.json`. Everything in it follows from
 * public names, except the ML-DSA-44 signature, which is different each time it is made.
 */
import {
  formatAddCheckpoint,
  formatCheckpoint,
  formatNote,
  formatPolicy,
  formatProof,
  signatureLine,
  toHex,
  utf8,
} from '../../src/index.ts';
import { seedOf, testCosigner, testMlDsaCosigner, testSigner } from '../support/keys.ts';
import { logOf } from '../support/memory-log.ts';

const size = 300;
const origin = 'log.vectors.example/log';
const time = 1_764_000_000;
const entry = (n: number): Uint8Array => utf8(`vector ${n}`);
const log = logOf(Array.from({ length: size }, (_, n) => entry(n)));

const signer = testSigner(origin);
const witnesses = [testCosigner('a.vectors.example/witness'), testCosigner('b.vectors.example/witness')];
const pq = testMlDsaCosigner('pq.vectors.example/witness');
const checkpoint = { origin, size, root: log.root(size), extensions: [] };
const text = formatCheckpoint(checkpoint);
const logLine = signatureLine(signer.name, signer.id, signer.sign(text, time));
const note = formatNote(text, [
  logLine,
  ...witnesses.map((witness) => witness.cosign(checkpoint, text, time)),
]);

const vectors = {
  source: 'made by test/vectors/make.ts; entry n is the UTF-8 text "vector <n>"',
  roots: [0, 1, 2, 3, 7, 8, 255, 256, 257, size].map((n) => ({ size: n, root: toHex(log.root(n)) })),
  inclusion: [
    [0, 1],
    [0, 8],
    [6, 7],
    [255, 256],
    [256, 257],
    [123, size],
  ].map(([index = 0, n = 0]) => ({ index, size: n, proof: log.inclusion(index, n).map(toHex) })),
  consistency: [
    [1, 2],
    [3, 8],
    [4, 8],
    [255, 257],
    [256, size],
  ].map(([oldSize = 0, n = 0]) => ({ oldSize, size: n, proof: log.consistency(oldSize, n).map(toHex) })),
  keys: {
    origin,
    logSeed: toHex(seedOf(origin)),
    log: signer.vkey,
    witnesses: witnesses.map(({ vkey }) => vkey),
    mlDsa44: pq.vkey,
  },
  time,
  note,
  mlDsa44Note: formatNote(text, [logLine, pq.cosign(checkpoint, text, time)]),
  addCheckpoint: formatAddCheckpoint(256, log.consistency(256, size), note),
  policy: formatPolicy({
    logs: [{ vkey: signer.vkey }],
    witnesses: witnesses.map(({ vkey }, i) => ({ name: 'ab'.charAt(i), vkey })),
    groups: [{ name: 'both', threshold: 'all', members: ['a', 'b'] }],
    quorum: 'both',
  }),
  proof: formatProof({ extra: entry(123), index: 123, proof: log.inclusion(123, size), note }),
  tile: { path: 'tile/1/000.p/1', hashes: toHex(log.read({ level: 1, index: 0, width: 1 })) },
};
console.info(JSON.stringify(vectors, null, 2));
