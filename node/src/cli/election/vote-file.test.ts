import type { Question } from '@koinon/elections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../framework/error.ts';
import { paper } from './paper.ts';
import { parseVote } from './vote-file.ts';

const PICK: Question = {
  type: 'homomorphic',
  question: 'Pick',
  answers: ['A', 'B', 'C'],
  blank: true,
  min: 1,
  max: 2,
};
const MAYBE: Question = {
  type: 'homomorphic',
  question: 'Any?',
  answers: ['A'],
  blank: false,
  min: 0,
  max: 1,
};
const RANK: Question = { type: 'ranking', question: 'Rank', answers: ['P', 'Q', 'R'] };
const GRADE: Question = {
  ...RANK,
  method: { name: 'MajorityJudgment', blank: false, grades: ['Good', 'Bad'] },
};

describe('a vote', () => {
  it.each([
    ['a line for each question', '1 3\nnone\n2,1,3', [PICK, MAYBE, RANK], [[0, 1, 0, 1], [0], [2, 1, 3]]],
    ['a blank vote', 'blank\n', [PICK], [[1, 0, 0, 0]]],
    ['the JSON of belenios-tool', '[[0,1,0,0],[1]]', [PICK, MAYBE], [[0, 1, 0, 0], [1]]],
    ['an unranked answer', '1 0 2', [RANK], [[1, 0, 2]]],
  ] as const)('may be %s', (_, text, questions, vote) => {
    expect(parseVote(text, questions)).toEqual(vote);
  });

  it('may be written into the paper that shows the questions', () => {
    const lines = paper([PICK, MAYBE]).map((line) => (line.startsWith('# Mark') ? `${line}\n1` : line));
    expect(parseVote(lines.join('\n'), [PICK, MAYBE])).toEqual([[0, 1, 0, 0], [1]]);
  });

  it.each([
    ['4', [PICK], 'Question 1 has no answer 4.'],
    ['1 1', [PICK], 'Question 1: answer 1 is marked twice.'],
    ['1 2 3', [PICK], 'Question 1: mark 1 to 2 answers, not 3.'],
    ['none', [PICK], 'Question 1: mark 1 to 2 answers, not 0.'],
    ['A', [PICK], 'Question 1: "A" is no number.'],
    ['blank', [MAYBE], 'Question 1 has no blank vote.'],
    ['1', [PICK, MAYBE], 'The vote should have 2 lines, one for each question, and has 1.'],
    ['[[1]]', [PICK, MAYBE], 'The vote should answer 2 questions, and answers 1.'],
    ['[1]', [PICK], 'The vote is not a list of lists of whole numbers.'],
    ['1 2', [RANK], 'Question 1: give 3 numbers, not 2.'],
    ['1 2 4', [RANK], 'Question 1: every rank is from 0 to 3.'],
    ['1 2 3', [GRADE], 'Question 1: every grade is from 1 to 2.'],
    ['0 0 0', [GRADE], 'Question 1: every grade is from 1 to 2.'],
  ] as const)('"%s" is refused: it would not count', (text, questions, sentence) => {
    expect(() => parseVote(text, questions)).toThrow(sentence);
  });

  it('of any text is read or refused with a sentence, and never crashes', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[\d ,[\]#\n"nb]*$/), fc.json());
    fc.assert(
      fc.property(text, (vote) => {
        try {
          expect(parseVote(vote, [PICK, RANK])).toHaveLength(2);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
    );
  });
});
