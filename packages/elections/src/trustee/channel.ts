import { fromHex, fromUtf8, toHex, utf8 } from '@koinon/transparency-log';
import { sha256 } from '@koinon/transparency-log/crypto';
import { type Json, readJson, writeJson } from '../codec/json.ts';
import { asNumber, asObject, asString } from '../codec/shape.ts';
import { demand, Rejection } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import { type Random, randomBelow } from '../random.ts';
import { ccmDecrypt, ccmEncrypt } from './ccm.ts';
import { checkSigned, readSigned, signJson, writeSigned } from './signed.ts';

/** From this length on the nonce is a byte shorter, since CCM needs the room for the length. */
const LONG_MESSAGE = 65_536;

function secretsOf(shared: bigint, alpha: bigint, length: number): { key: Uint8Array; nonce: Uint8Array } {
  const key = sha256(utf8(`key|${shared}`));
  const nonce = sha256(utf8(`iv|${alpha}`)).slice(0, length >= LONG_MESSAGE ? 12 : 13);
  return { key, nonce };
}

function encrypt(arithmetic: Arithmetic, to: bigint, message: string, random: Random): string {
  const { g, q } = arithmetic.group;
  const r = randomBelow(q, random);
  const shared = arithmetic.secretPower(g, randomBelow(q, random));
  const alpha = arithmetic.secretPower(g, r);
  const beta = arithmetic.multiply(arithmetic.secretPower(to, r), shared);
  const plaintext = utf8(message);
  const { key, nonce } = secretsOf(shared, alpha, plaintext.length);
  return writeJson({
    alpha: String(alpha),
    beta: String(beta),
    data: toHex(ccmEncrypt(key, nonce, plaintext)),
  });
}

function decrypt(arithmetic: Arithmetic, secret: bigint, text: string): string {
  const json = asObject(readJson(text), ['alpha', 'beta', 'data']);
  const [alpha, beta] = [asNumber(json.alpha), asNumber(json.beta)];
  demand(
    arithmetic.isElement(alpha) && arithmetic.isElement(beta),
    'trustees.not-in-group',
    'A message to a trustee holds a number outside of the group of the election.',
  );
  const shared = arithmetic.multiply(
    beta,
    arithmetic.invert(arithmetic.secretPower(alpha, secret % arithmetic.group.q)),
  );
  const data = asString(json.data);
  const unreadable = new Rejection(
    'trustees.recipient',
    'A message to a trustee cannot be opened with the trustee’s key.',
  );
  if (!/^(?:[0-9a-f]{2})*$/.test(data)) throw unreadable;
  const bytes = fromHex(data);
  const { key, nonce } = secretsOf(shared, alpha, bytes.length - 8);
  const plaintext = ccmDecrypt(key, nonce, bytes);
  if (plaintext === undefined) throw unreadable;
  return fromUtf8(plaintext);
}

/**
 * A signed and encrypted message from one trustee to another (or to oneself), as the text that stands in the ceremony's files.
 * @param from the sender's signing secret
 * @param to the recipient's encryption key
 */
export function sendMessage(
  arithmetic: Arithmetic,
  from: bigint,
  to: bigint,
  json: Json,
  random: Random,
): string {
  const message: Json = { recipient: String(to), message: writeJson(json) };
  return encrypt(arithmetic, to, writeJson(writeSigned(signJson(arithmetic, from, message, random))), random);
}

/**
 * Opens a message and requires that `from` signed it for this recipient.
 * @returns the text of the message
 * @throws Rejection `trustees.recipient`, `trustees.cert-signature`, `trustees.not-in-group`
 */
export function openMessage(
  arithmetic: Arithmetic,
  recipient: { secret: bigint; encryption: bigint },
  from: bigint,
  text: string,
): string {
  const signed = readSigned(readJson(decrypt(arithmetic, recipient.secret, text)), arithmetic.group);
  checkSigned(arithmetic, from, signed, 'trustees.cert-signature');
  const json = asObject(readJson(signed.message), ['recipient', 'message']);
  const ours = asNumber(json.recipient) === recipient.encryption;
  demand(ours, 'trustees.recipient', 'A message to a trustee was made for another one.');
  return asString(json.message);
}
