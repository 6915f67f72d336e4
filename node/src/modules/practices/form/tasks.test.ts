import { describe, expect, it } from 'vitest';
import { examplePractice } from '../examples.ts';
import { readPracticeForm, writePracticeForm } from './practice-form.ts';
import { isTask, stateOf, taskOf, tasksOf, withAllDone, withTask } from './tasks.ts';

const whole = writePracticeForm(examplePractice);
const problemsOf = (typed: typeof whole) => {
  const answer = readPracticeForm(typed, 'en');
  return answer.ok ? [] : answer.problems;
};
const statesOf = (typed: typeof whole) =>
  Object.fromEntries(tasksOf(false).map((task) => [task, stateOf(typed, task, problemsOf(typed))]));

describe('the tasks of writing a practice', () => {
  it('have every field of the form between them', () => {
    const homeless = Object.keys(whole).filter((field) => taskOf(field) === undefined);
    expect(homeless).toEqual([]);
    expect(['prev', 'step', 'saved.title', '__proto__', 'constructor.en'].map(taskOf)).toEqual(
      Array(5).fill(undefined),
    );
  });

  it('ask what changed only where something changes', () => {
    expect(isTask('note', false)).toBe(false);
    expect(isTask('note', true)).toBe(true);
    expect(isTask('toString', true)).toBe(false);
  });

  it('make a practice when all are saved, in whatever order', () => {
    const typed = tasksOf(false).reduceRight(
      (draft, task) => {
        const posted = Object.entries(whole).filter(([field]) => taskOf(field) === task);
        return withTask(draft, task, Object.fromEntries(posted), 'done');
      },
      {} as typeof whole,
    );
    expect(readPracticeForm(typed, 'en')).toEqual({ ok: true, body: examplePractice });
    expect(new Set(Object.values(statesOf(typed)))).toEqual(new Set(['done']));
  });

  it('keep each to their own fields', () => {
    const typed = withTask(whole, 'title', { 'title.es': ['x'], stage: ['idea'], prev: ['y'] }, 'done');
    expect(typed).toMatchObject({ 'title.es': ['x'], stage: whole.stage });
    expect(typed.prev).toBeUndefined();
  });

  it('keep the texts of a language that is taken out, for when it comes back', () => {
    const alone = withTask(whole, 'languages', { source: ['es'] }, 'done');
    const saved = withTask(alone, 'title', { 'title.es': ['x'], 'summary.es': ['y'] }, 'done');
    expect(saved['title.en']).toEqual(whole['title.en']);
    expect(saved.lang).toBeUndefined();
  });

  it('forget what was unchosen', () => {
    expect(withTask(whole, 'sorting', { level: ['city'] }, 'done').topics).toBeUndefined();
  });
});

describe('how far a task is', () => {
  it('is told from what was saved and what is wrong', () => {
    expect(statesOf({ source: ['en'] }).title).toBe('not-started');
    const title = (text: string, saved: 'done' | 'later') =>
      statesOf(withTask({ source: ['en'] }, 'title', { 'title.en': [text], 'summary.en': ['s'] }, saved))
        .title;
    expect(title('', 'later')).toBe('in-progress');
    expect(title('t', 'later')).toBe('in-progress');
    expect(title('', 'done')).toBe('problem');
    expect(title('t'.repeat(201), 'later')).toBe('problem');
    expect(title('t', 'done')).toBe('done');
  });

  it('changes with the languages: a title that lacks one is not done any more', () => {
    const typed = withTask(withAllDone(whole), 'languages', { source: ['es'], lang: ['en', 'ko'] }, 'done');
    expect(statesOf(typed)).toMatchObject({ languages: 'done', title: 'problem', story: 'done' });
  });
});
