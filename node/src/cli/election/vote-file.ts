import { type Question, slotsOf, type Vote } from '@koinon/elections';
import { UsageError } from '../framework/error.ts';

/**
 * Reads a vote: the JSON of belenios-tool (`[[1,0],[2,1,3]]`), or a line for each question with the numbers of the answers
 * marked, `blank` or `none`, or a rank or grade for each answer. Lines that begin with # are comments.
 * @throws UsageError that names the question
 */
export function parseVote(text: string, questions: readonly Question[]): Vote {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const vote = lines[0]?.startsWith('[') ? fromJson(lines.join('')) : undefined;
  if (vote === undefined && lines.length !== questions.length) {
    throw new UsageError(
      'vote-questions',
      `The vote should have ${questions.length} lines, one for each question, and has ${lines.length}.`,
    );
  }
  if (vote !== undefined && vote.length !== questions.length) {
    throw new UsageError(
      'vote-questions',
      `The vote should answer ${questions.length} questions, and answers ${vote.length}.`,
    );
  }
  return questions.map((question, i) => {
    const place = `Question ${i + 1}`;
    const answer = vote?.[i] ?? fromLine(lines[i] ?? '', question, place);
    if (question.type === 'ranking') checkRanks(answer, question, place);
    return answer;
  });
}

function fromJson(text: string): number[][] {
  try {
    const value: unknown = JSON.parse(text);
    const rows = Array.isArray(value) ? value : [];
    if (rows.length > 0 && rows.every((row) => Array.isArray(row) && row.every(Number.isInteger)))
      return rows;
  } catch {
    // Said below.
  }
  throw new UsageError('not-a-vote', 'The vote is not a list of lists of whole numbers.');
}

function fromLine(line: string, question: Question, place: string): number[] {
  const words = line.split(/[\s,;]+/).filter((word) => word !== '');
  if (question.type === 'ranking') return words.map((word) => wholeNumber(word, place));
  const slots = slotsOf(question);
  const vote = new Array<number>(slots).fill(0);
  if (line === 'blank') {
    if (!question.blank) throw new UsageError('not-a-vote', `${place} has no blank vote.`);
    vote[0] = 1;
    return vote;
  }
  if (line === 'none') words.length = 0;
  for (const word of words) {
    const number = wholeNumber(word, place);
    if (number < 1 || number > question.answers.length)
      throw new UsageError('not-a-vote', `${place} has no answer ${number}.`);
    const slot = number - 1 + (question.blank ? 1 : 0);
    if (vote[slot] === 1) throw new UsageError('not-a-vote', `${place}: answer ${number} is marked twice.`);
    vote[slot] = 1;
  }
  const { min, max } = question;
  if (words.length < min || words.length > max) {
    const wanted = min === max ? `${min}` : `${min} to ${max}`;
    throw new UsageError('not-a-vote', `${place}: mark ${wanted} answers, not ${words.length}.`);
  }
  return vote;
}

/** A rank that nobody counts would waste the vote, and be seen only when it is too late. */
function checkRanks(
  ranks: readonly number[],
  { answers, method }: Extract<Question, { type: 'ranking' }>,
  place: string,
): void {
  if (ranks.length !== answers.length)
    throw new UsageError('not-a-vote', `${place}: give ${answers.length} numbers, not ${ranks.length}.`);
  const judged = method?.name === 'MajorityJudgment';
  const most = judged ? method.grades.length : answers.length;
  const blank = ranks.every((rank) => rank === 0) && (method === undefined || method.blank);
  const least = judged ? 1 : 0;
  if (!blank && ranks.some((rank) => rank < least || rank > most))
    throw new UsageError(
      'not-a-vote',
      `${place}: every ${judged ? 'grade' : 'rank'} is from ${least} to ${most}.`,
    );
}

function wholeNumber(word: string, place: string): number {
  if (!/^[0-9]{1,3}$/.test(word)) throw new UsageError('not-a-vote', `${place}: "${word}" is no number.`);
  return Number(word);
}
