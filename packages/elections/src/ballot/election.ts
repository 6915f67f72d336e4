import { sha256Base64 } from '../codec/hash.ts';
import { type Json, readJson, writeJson } from '../codec/json.ts';
import { asArray, asNumber, asObject, asString, isObject } from '../codec/shape.ts';
import { demand, Rejection } from '../error.ts';
import { type Group, groupByName } from '../group/group.ts';
import { type Question, readQuestion, type Template, writeQuestion } from './question.ts';

/** An election as its `election` message states it. */
export interface Election extends Template {
  group: Group;
  /** Key that ballots are encrypted to: the product of the trustees' keys. */
  publicKey: bigint;
  uuid: string;
  /** phi: unpadded base64 of SHA-256 of the message's bytes; every proof of the election covers it. */
  fingerprint: string;
}

const UUID = /^[1-9A-HJ-NP-Za-km-z]{14,}$/;
const KEYS = [
  'version',
  'description',
  'name',
  'group',
  'public_key',
  'questions',
  'uuid',
  'administrator?',
  'credential_authority?',
];

/**
 * Reads an `election` message (Belenios protocol version 1). Whether the public key is an element, and the product of the
 * trustees' keys, is for the verifier to say.
 * @throws Rejection `json.*`, `election.*`
 */
export function readElection(text: string): Election {
  const value = readJson(text);
  if (isObject(value) && value.version !== 1) {
    throw new Rejection('election.version', 'The election is of another version of the protocol than 1.');
  }
  const json = asObject(value, KEYS);
  const group = groupByName(asString(json.group));
  demand(group !== undefined, 'election.group', 'The election uses a group that the protocol does not know.');
  const uuid = asString(json.uuid);
  demand(UUID.test(uuid), 'election.uuid', 'The identifier of the election is malformed.');
  const questions = asArray(json.questions).map(readQuestion);
  checkQuestions(questions, group);
  const election: Election = {
    description: asString(json.description),
    name: asString(json.name),
    group,
    publicKey: asNumber(json.public_key),
    questions,
    uuid,
    fingerprint: sha256Base64(text),
  };
  if (json.administrator !== undefined) election.administrator = asString(json.administrator);
  if (json.credential_authority !== undefined)
    election.credentialAuthority = asString(json.credential_authority);
  return election;
}

function checkQuestions(questions: readonly Question[], group: Group): void {
  demand(questions.length > 0, 'election.questions', 'The election asks nothing.');
  for (const question of questions) {
    if (question.type !== 'ranking') continue;
    const room =
      group.embedding === undefined
        ? 0
        : (group.p.toString(2).length - group.embedding.padding) / group.embedding.bitsPerInt;
    demand(
      question.answers.length < room,
      'election.questions',
      'A ranking question needs the group RFC-3526-2048, and has room for 254 answers.',
    );
  }
}

/** Makes the `election` message; its bytes must never change afterwards. */
export function makeElection(template: Template, group: Group, publicKey: bigint, uuid: string): string {
  const json: { [key: string]: Json } = {
    version: 1,
    description: template.description,
    name: template.name,
    group: group.name,
    public_key: String(publicKey),
    questions: template.questions.map(writeQuestion),
    uuid,
  };
  if (template.administrator !== undefined) json.administrator = template.administrator;
  if (template.credentialAuthority !== undefined) json.credential_authority = template.credentialAuthority;
  const text = writeJson(json);
  readElection(text);
  return text;
}
