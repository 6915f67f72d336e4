import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TOPICS } from '../../../kernel/topics/index.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { examplePractice } from '../examples.ts';
import type { PracticeInput } from '../practice.ts';
import { LEVELS, PRINCIPLES, STAGES } from '../vocabulary.ts';
import { readPracticeForm, rowCount, writePracticeForm } from './practice-form.ts';

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/\p{C}/gu, '').trim().normalize('NFC'))
  .filter((text) => text !== '');
const text = (langs: readonly string[]) =>
  fc.tuple(...langs.map(() => words)).map((texts) => ({
    source: langs[0] ?? 'en',
    ...Object.fromEntries(langs.map((lang, i) => [lang, texts[i] ?? ''])),
  }));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const practice = fc
  .uniqueArray(fc.constantFrom('en', 'et', 'ko', 'he', 'pt-BR'), { minLength: 1 })
  .chain((langs) =>
    fc
      .record({
        ...Object.fromEntries(['title', 'summary', 'problem', 'done'].map((name) => [name, text(langs)])),
        ...Object.fromEntries(
          ['results', 'cost', 'failed', 'conditions', 'note'].map((name) => [name, optional(text(langs))]),
        ),
        facts: optional(
          fc.array(fc.record({ label: text(langs), value: text(langs) }), { minLength: 1, maxLength: 4 }),
        ),
        links: optional(
          fc.array(fc.record({ label: text(langs), url: fc.webUrl() }), { minLength: 1, maxLength: 10 }),
        ),
        contacts: optional(fc.array(fc.record({ name: text(langs) }), { minLength: 1, maxLength: 4 })),
        stage: fc.constantFrom(...STAGES),
        level: fc.constantFrom(...LEVELS),
        topics: fc.uniqueArray(fc.constantFrom(...TOPICS), { minLength: 1, maxLength: 3 }),
        principles: optional(fc.uniqueArray(fc.constantFrom(...PRINCIPLES), { minLength: 1 })),
        started: optional(fc.constantFrom('2019', '2024-03')),
      })
      .map(
        (body) =>
          Object.fromEntries(
            Object.entries(body).filter(([, held]) => held !== undefined),
          ) as unknown as PracticeInput,
      ),
  );

const typed = (changes: Record<string, string[]>): TypedValues => ({
  ...writePracticeForm(examplePractice),
  ...changes,
});
const fieldsOf = (values: TypedValues) => {
  const answer = readPracticeForm(values, 'en');
  return answer.ok ? [] : answer.problems.map(({ field, code }) => `${field} ${code}`);
};

describe('the form of a practice', () => {
  it('reads back every practice that it shows', () => {
    fc.assert(
      fc.property(practice, (body) => {
        const { note, ...shown } = body;
        const answer = readPracticeForm(writePracticeForm(body), 'en');
        expect(answer).toEqual({ ok: true, body: shown });
        expect(note === undefined || 'en' in note || note.source !== '').toBe(true);
      }),
    );
  });

  it('answers any input with a body or with problems, and never throws', () => {
    const names = [
      'title.en',
      'title.constructor',
      'facts.0.label.en',
      'facts.9.value.xx',
      'links.0.url',
      'stage',
      'topics',
      'source',
      'lang',
      'started',
      '__proto__',
      'contacts.0.name.en',
    ];
    const form = fc
      .array(
        fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), fc.array(fc.string({ unit: 'binary' }))),
      )
      .map((entries): TypedValues => Object.fromEntries(entries));
    fc.assert(
      fc.property(form, (values) => {
        const answer = readPracticeForm(values, 'en');
        if (!answer.ok) expect(answer.problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it('keeps the example whole', () => {
    expect(readPracticeForm(writePracticeForm(examplePractice), 'en')).toEqual({
      ok: true,
      body: examplePractice,
    });
  });

  it('points to the original where only a translation was written', () => {
    expect(fieldsOf(typed({ 'problem.es': [' '] }))).toEqual(['problem.es original-missing']);
  });

  it('asks for title and summary in each language that is offered', () => {
    expect(fieldsOf(typed({ 'summary.en': [''] }))).toEqual(['summary.en untranslated']);
  });

  it('names the row where a value stands, also after empty rows', () => {
    const fields = fieldsOf(
      typed({
        'facts.0.label.es': [''],
        'facts.0.label.en': [''],
        'facts.0.value.es': [''],
        'facts.0.value.en': [''],
        'facts.3.label.es': ['Coste'],
      }),
    );
    expect(fields).toEqual(['facts.3.value.es missing']);
  });

  it('refuses addresses that are not on the web', () => {
    expect(fieldsOf(typed({ 'links.0.url': ['javascript:alert(1)'] }))).toEqual([
      'links.0.url not-an-address',
    ]);
  });

  it('says how many topics are too many', () => {
    expect(fieldsOf(typed({ topics: ['health', 'society', 'energy', 'justice'] }))).toEqual([
      'topics too-many',
    ]);
  });

  it('normalises line ends, and refuses control characters', () => {
    const answer = readPracticeForm(typed({ 'done.es': [' Uno.\r\n\r\nDos. '] }), 'en');
    expect(answer.ok && answer.body.done.es).toBe('Uno.\n\nDos.');
    expect(fieldsOf(typed({ 'done.es': ['a\u0000b'] }))).toEqual(['done.es unreadable']);
  });

  it('keeps fields of an earlier version that it does not show', () => {
    const answer = readPracticeForm(writePracticeForm(examplePractice), 'en', {
      slug: 'one-visit',
      future: 1,
    });
    expect(answer).toMatchObject({ ok: true, body: { slug: 'one-visit', future: 1 } });
  });
});

describe('rowCount', () => {
  it('offers one row more than are used', () => {
    expect(rowCount(typed({}), 'links')).toBe(2);
    expect(rowCount(typed({ 'links.1.url': ['https://a.example'] }), 'links')).toBe(3);
    expect(rowCount(typed({}), 'facts')).toBe(4);
  });
});
