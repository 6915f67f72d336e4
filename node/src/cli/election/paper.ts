import type { Question } from '@koinon/elections';
import { plain } from './plain.ts';

/** The questions as a file of votes to be filled in: everything but the votes is a comment. */
export function paper(questions: readonly Question[]): string[] {
  return questions.flatMap((question, i) => [
    ...(i === 0 ? [] : ['']),
    `# ${i + 1}. ${plain(question.question)}`,
    ...question.answers.map((answer, j) => `#    ${j + 1}  ${plain(answer)}`),
    `# ${howTo(question)}`,
  ]);
}

function howTo(question: Question): string {
  if (question.type === 'ranking') {
    const n = question.answers.length;
    const { method } = question;
    if (method?.name === 'MajorityJudgment') {
      const grades = method.grades.map((grade, i) => `${i + 1} = ${plain(grade)}`).join(', ');
      return `Give a grade to each answer (${grades}), ${n} numbers in the order of the answers.`;
    }
    return `Give a rank to each answer (1 is the best), ${n} numbers in the order of the answers.`;
  }
  const { min, max, blank } = question;
  const many = min === max ? `${min}` : `${min} to ${max}`;
  const none = min === 0 ? ' "none" marks nothing.' : '';
  return `Mark ${many} of them by their numbers.${none}${blank ? ' "blank" is a blank vote.' : ''}`;
}
