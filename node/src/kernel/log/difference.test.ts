import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween, diffText, type Part } from './difference.ts';

const textOf = (parts: Part[], side: 'added' | 'removed') =>
  parts
    .filter(({ kind }) => kind === side || kind === 'same')
    .map(({ text }) => text)
    .join('');

describe('diffText', () => {
  it('marks the words that came and went', () => {
    expect(diffText('six questions in the hospital', 'five questions in the hospital', 'en')).toEqual([
      { kind: 'removed', text: 'six' },
      { kind: 'added', text: 'five' },
      { kind: 'same', text: ' questions in the hospital' },
    ]);
  });

  it('finds words in a language written without spaces between them', () => {
    const parts = diffText('東京都に住む', '京都府に住む', 'ja');
    expect(
      parts
        .filter(({ kind }) => kind === 'same')
        .map(({ text }) => text)
        .join(''),
    ).toContain('住む');
  });

  it('keeps every character of both texts', () => {
    const text = fc.array(fc.constantFrom('a', 'b ', ' ', '\n', 'word', '한국어', 'עברית', '.'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffText(before.join(''), after.join(''), 'en');
        expect(textOf(parts, 'added').replace(/\s+/gu, '')).toBe(after.join('').replace(/\s+/gu, ''));
        expect(textOf(parts, 'removed').replace(/\s+/gu, '')).toBe(before.join('').replace(/\s+/gu, ''));
      }),
    );
  });

  it('gives up on the smallest difference of long texts that have nothing in common', () => {
    const words = (seed: number) => Array.from({ length: 2000 }, (_, i) => `w${(i * seed) % 9973}`).join(' ');
    expect(diffText(words(7), words(11), 'en').map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

describe('changesBetween', () => {
  const before = { title: { source: 'et', et: 'Üks', en: 'One' }, stage: 'ideas', topics: ['health'] };

  it('says nothing of what stayed', () => {
    expect(changesBetween(before, before, ['title', 'stage', 'topics'])).toEqual([]);
  });

  it('tells languages apart', () => {
    const after = { ...before, title: { ...before.title, en: 'One visit', fr: 'Une visite' } };
    expect(changesBetween(before, after, ['title']).map(({ lang }) => lang)).toEqual(['en', 'fr']);
  });

  it('compares lists item by item', () => {
    const [change] = changesBetween(before, { ...before, topics: ['health', 'society'] }, ['topics']);
    expect(change?.parts).toEqual([
      { kind: 'same', text: 'health' },
      { kind: 'added', text: 'society' },
    ]);
  });

  it('shows a field that is new as added, and one that is gone as removed', () => {
    const cost = { cost: { source: 'en', en: 'Little' } };
    expect(changesBetween({}, cost, ['cost'])[0]?.parts).toEqual([{ kind: 'added', text: 'Little' }]);
    expect(changesBetween(cost, {}, ['cost'])[0]?.parts).toEqual([{ kind: 'removed', text: 'Little' }]);
  });
});
