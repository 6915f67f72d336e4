import type { Election, ElectionResult } from '@koinon/elections';
import { type Counting, countRanking, type Outcome } from './counting.ts';
import { plain } from './plain.ts';

/** One question with its outcome, for `--json`. */
export interface QuestionResult {
  question: string;
  answers: string[];
  /** Votes for each answer, and blank votes, of a question to mark answers. */
  counts?: number[];
  blank?: number;
  /** Every ballot of a ranking question, in the order of the mix, and how they are counted. */
  ballots?: number[][];
  outcome?: Outcome;
}

export function questionResults(
  { questions }: Election,
  result: ElectionResult,
  counting: Counting,
): QuestionResult[] {
  return questions.map((question, i) => {
    const { answers, question: text } = question;
    if (question.type === 'ranking') {
      const ballots = (result[i] ?? []) as number[][];
      const outcome = countRanking(question, ballots, counting);
      return { question: text, answers, ballots, ...(outcome && { outcome }) };
    }
    const counts = (result[i] ?? []) as number[];
    const blank = question.blank ? counts[0] : undefined;
    return {
      question: text,
      answers,
      counts: question.blank ? counts.slice(1) : counts,
      ...(blank !== undefined && { blank }),
    };
  });
}

export function resultLines(results: readonly QuestionResult[]): string[] {
  return results.flatMap(({ question, answers, counts, blank, ballots, outcome }, i) => {
    const head = `${i + 1}. ${plain(question)}`;
    if (counts !== undefined) {
      const width = Math.max(...counts.map((count) => String(count).length), String(blank ?? 0).length);
      const line = (count: number, label: string): string => `   ${String(count).padStart(width)}  ${label}`;
      return [
        head,
        ...answers.map((answer, j) => line(counts[j] ?? 0, plain(answer))),
        ...(blank === undefined ? [] : [line(blank, '(blank)')]),
      ];
    }
    const cast = `   ${ballots?.length ?? 0} ranked ballots`;
    if (outcome === undefined) return [head, `${cast}; --method says how to count them.`];
    const { method, valid, blank: blanks, invalid, winners } = outcome;
    return [
      head,
      `${cast}, counted by ${method}: ${valid} valid, ${blanks} blank, ${invalid} invalid.`,
      ...winners.map(
        (choices, rank) =>
          `   ${rank + 1}. ${choices.map((choice) => plain(answers[choice] ?? '')).join(' = ')}`,
      ),
    ];
  });
}
