import type { Json } from '../codec/json.ts';
import { asArray, asInteger, asObject, asString, isObject } from '../codec/shape.ts';
import { Rejection } from '../error.ts';

/** A question whose answers are counted under encryption: the voter marks between `min` and `max` answers, or leaves it blank. */
export interface HomomorphicQuestion {
  type: 'homomorphic';
  answers: string[];
  /** Whether a blank answer may be given; the vector then has a leading slot for it. */
  blank: boolean;
  min: number;
  max: number;
  question: string;
}

/** A question whose answers are numbers from 0 to 255 each (ranks, grades), shuffled by the trustees and then decrypted. */
export interface RankingQuestion {
  type: 'ranking';
  answers: string[];
  question: string;
  method?:
    | { name: 'Schulze'; blank: boolean }
    | { name: 'MajorityJudgment'; blank: boolean; grades: string[] };
}

export type Question = HomomorphicQuestion | RankingQuestion;

/** Number of ciphertexts of a homomorphic answer: one for each answer, and one more for blank. */
export function slotsOf(question: HomomorphicQuestion): number {
  return question.answers.length + (question.blank ? 1 : 0);
}

/** @throws Rejection `json.type`, `election.questions` */
export function readQuestion(value: Json): Question {
  if (isObject(value) && 'type' in value) return readRanking(value);
  const json = asObject(value, ['answers', 'blank?', 'min', 'max', 'question']);
  const answers = asArray(json.answers).map(asString);
  if (json.blank !== undefined && typeof json.blank !== 'boolean') throw wrongQuestion();
  const question: HomomorphicQuestion = {
    type: 'homomorphic',
    answers,
    blank: json.blank === true,
    min: asInteger(json.min),
    max: asInteger(json.max),
    question: asString(json.question),
  };
  const { min, max } = question;
  if (answers.length === 0 || min < 0 || max < min || max > answers.length) throw wrongQuestion();
  return question;
}

function readRanking(value: Json): RankingQuestion {
  const outer = asObject(value, ['type', 'value', 'extra?']);
  const json = asObject(outer.value, ['answers', 'question']);
  const question: RankingQuestion = {
    type: 'ranking',
    answers: asArray(json.answers).map(asString),
    question: asString(json.question),
  };
  if (outer.type !== 'NonHomomorphic' || question.answers.length === 0) throw wrongQuestion();
  if (outer.extra !== undefined) question.method = readMethod(outer.extra);
  return question;
}

function readMethod(value: Json): NonNullable<RankingQuestion['method']> {
  const json = asObject(value, ['method', 'blank', 'grades?']);
  if (typeof json.blank !== 'boolean') throw wrongQuestion();
  const name = asString(json.method);
  if (name === 'Schulze' && json.grades === undefined) return { name, blank: json.blank };
  if (name === 'MajorityJudgment')
    return { name, blank: json.blank, grades: asArray(json.grades).map(asString) };
  throw wrongQuestion();
}

function wrongQuestion(): Rejection {
  return new Rejection('election.questions', 'A question of the election is not one that can be asked.');
}

export function writeQuestion(question: Question): Json {
  if (question.type === 'homomorphic') {
    const { answers, min, max, question: text } = question;
    return question.blank
      ? { answers, blank: true, min, max, question: text }
      : { answers, min, max, question: text };
  }
  const json: { [key: string]: Json } = {
    type: 'NonHomomorphic',
    value: { answers: question.answers, question: question.question },
  };
  const { method } = question;
  if (method?.name === 'Schulze') json.extra = { method: 'Schulze', blank: method.blank };
  if (method?.name === 'MajorityJudgment') {
    json.extra = { method: 'MajorityJudgment', blank: method.blank, grades: method.grades };
  }
  return json;
}

/** Questions and texts that an election is made from, before it has a key: `setup make-election`'s template. */
export interface Template {
  description: string;
  name: string;
  questions: Question[];
  administrator?: string;
  credentialAuthority?: string;
}

/** The order of fields in all objects of a template; the protocol has one for each, and this list agrees with all of them. */
const FIELDS = [
  ...['description', 'name', 'questions', 'administrator', 'credential_authority'],
  ...['type', 'value', 'extra', 'method', 'answers', 'blank', 'grades', 'min', 'max', 'question'],
];

/** A question stands three levels deep, its grades six. */
const DEEPEST = 8;

function inOrder(value: Json, depth = 0): Json {
  if (depth > DEEPEST)
    throw new Rejection('json.type', 'The questions of the election are nested too deeply.');
  if (Array.isArray(value)) return value.map((item) => inOrder(item, depth + 1));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, item]): [string, Json] => [key, inOrder(item, depth + 1)]);
  // What is unknown comes last, and is then refused for what it is.
  const place = (key: string): number => (FIELDS.includes(key) ? FIELDS.indexOf(key) : FIELDS.length);
  return Object.fromEntries(entries.sort(([a], [b]) => place(a) - place(b)));
}

/** Spaces, line breaks and the order of fields are no matter, since people write templates. @throws Rejection `json.*`, `election.questions` */
export function readTemplate(text: string): Template {
  const keys = ['description', 'name', 'questions', 'administrator?', 'credential_authority?'];
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    throw new Rejection('json.malformed', 'The questions of the election are not readable as JSON.');
  }
  const json = asObject(inOrder(value), keys);
  const template: Template = {
    description: asString(json.description),
    name: asString(json.name),
    questions: asArray(json.questions).map(readQuestion),
  };
  if (json.administrator !== undefined) template.administrator = asString(json.administrator);
  if (json.credential_authority !== undefined)
    template.credentialAuthority = asString(json.credential_authority);
  return template;
}
